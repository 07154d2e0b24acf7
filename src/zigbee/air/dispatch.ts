import type { DeviceCommand, DeviceId } from '../../showroom/device.ts'
import type { WantedScene } from './allotment.ts'
import { endsAlike, type LampTraits, type LightCommand, lampScene } from './lamp-scene.ts'

/** How a batch of commands leaves. Every command is in exactly one place. */
export interface Dispatch {
  readonly recalls: readonly {
    readonly scene: WantedScene
    /** Of the lamps that hold the scene. */
    readonly commands: readonly LightCommand[]
  }[]
  /** The same for all members of a group. */
  readonly alike: readonly { readonly group: number; readonly commands: readonly LightCommand[] }[]
  readonly singles: readonly DeviceCommand[]
  /** Scenes that the batch plays, in whatever way. */
  readonly played: readonly WantedScene[]
}

export interface DispatchMeans {
  /** Scenes, and the lamps that a recall would reach: none while it might mislead one. */
  readonly scenes: readonly { readonly scene: WantedScene; readonly holders: ReadonlySet<DeviceId> }[]
  readonly groups: readonly { readonly id: number; readonly members: readonly DeviceId[] }[]
  readonly traitsOf: (device: DeviceId) => LampTraits | null
}

/** Two lamps are told one by one as quickly, and cost no place in the routers' tables. */
const smallestGroup = 3

/**
 * Finds the fewest frames: what all lamps of a group shall do alike is one command to the group, a batch that
 * has a stored scene in it is its recall, and the rest goes one by one. No frame reaches a lamp that is not in the
 * batch and would have it change.
 */
export function dispatch(batch: readonly DeviceCommand[], means: DispatchMeans): Dispatch {
  const open = new Map(batch.map((command) => [command.device, command]))
  const take = (devices: Iterable<DeviceId>): LightCommand[] =>
    [...devices].flatMap((device) => {
      const command = open.get(device)
      open.delete(device)
      return command?.kind === 'light' ? [command] : []
    })
  const alike: { group: number; commands: LightCommand[] }[] = []
  const recalls: { scene: WantedScene; commands: LightCommand[] }[] = []
  const groups = largestFirst(means.groups, ({ members }) => members.length)
  const tellAlike = (which: (wish: LightCommand) => boolean) => {
    for (const { id, members } of groups) {
      const wish = members.length < smallestGroup ? null : sharedWish(members, open)
      if (wish !== null && which(wish)) alike.push({ group: id, commands: take(members) })
    }
  }
  // One frame says "off" or a level. With a colour it takes two and lamps that are lit: then a recall is better.
  tellAlike(({ colour }) => colour === undefined)
  const played: WantedScene[] = []
  for (const { scene, holders } of largestFirst(means.scenes, ({ holders }) => holders.size)) {
    if (!isWhole(scene, open, means.traitsOf)) continue
    played.push(scene)
    if (holders.size >= 2) recalls.push({ scene, commands: take(holders) })
  }
  tellAlike(() => true)
  return { recalls, alike, singles: [...open.values()], played }
}

function largestFirst<T>(list: readonly T[], size: (entry: T) => number): T[] {
  return list.toSorted((a, b) => size(b) - size(a))
}

/** What all members of a group shall do, if it is the same. */
function sharedWish(
  members: readonly DeviceId[],
  open: ReadonlyMap<DeviceId, DeviceCommand>,
): LightCommand | null {
  const commands = members.map((member) => open.get(member))
  const first = commands[0]
  if (first?.kind !== 'light') return null
  const text = (command: DeviceCommand | undefined) => JSON.stringify({ ...command, device: null })
  return commands.every((command) => text(command) === text(first)) ? first : null
}

/** Whether the batch wants of every lamp of the scene what the scene does with it, all in the same time. */
function isWhole(
  { lamps }: WantedScene,
  open: ReadonlyMap<DeviceId, DeviceCommand>,
  traitsOf: (device: DeviceId) => LampTraits | null,
): boolean {
  const times = new Set<number>()
  for (const [device, stored] of lamps) {
    const command = open.get(device)
    const traits = traitsOf(device)
    if (command?.kind !== 'light' || traits === null) return false
    const wanted = lampScene(command, traits)
    if (wanted === null || !endsAlike(wanted, stored)) return false
    times.add(command.transitionMs)
  }
  return times.size === 1
}
