import type { DeviceId } from '../../showroom/device.ts'
import type { CommandPlan } from '../../showroom/driver.ts'
import { type AirRecord, type GroupRecord, sceneKey } from './air-record.ts'
import { type LampScene, type LampTraits, lampScene } from './lamp-scene.ts'

/** Numbers of groups start here, out of the way of those that other controllers like to use. */
const firstGroup = 0x4b00
/** Lamps have room for few groups: besides its room's a set of lamps gets one only when plans share it. */
const sharedSetsPerRoom = 3

/** A scene that lamps shall store: one number of its group for each part. */
export interface WantedScene {
  readonly plan: CommandPlan
  readonly group: number
  /** Null when no lamp of it needs a prelude. */
  readonly prelude: number | null
  readonly main: number
  readonly lamps: ReadonlyMap<DeviceId, LampScene>
}

/** What shall stand in the lamps. */
export interface Allotment {
  readonly groups: readonly GroupRecord[]
  readonly scenes: readonly WantedScene[]
}

/**
 * Gives groups and scenes their numbers: the same as before where nothing has changed. One group for the lamps
 * that scenes use together, a room's; and one for each smaller set that several scenes share.
 */
export function allot(
  plans: readonly CommandPlan[],
  traitsOf: (device: DeviceId) => LampTraits | null,
  record: AirRecord,
): Allotment {
  const storable = plans
    .map((plan) => ({ plan, lamps: storableLamps(plan, traitsOf) }))
    .filter(({ lamps }) => lamps.size >= 2)
  const rooms = joinedSets(storable.map(({ lamps }) => [...lamps.keys()]))
  const shared = rooms.flatMap((room) =>
    sharedSets(
      room,
      storable.map(({ lamps }) => [...lamps.keys()]),
    ),
  )
  const groups = numberGroups([...rooms, ...shared], record.groups)
  const scenes: WantedScene[] = []
  for (const { plan, lamps } of storable) {
    const group = groups.find(({ members }) => [...lamps.keys()].every((lamp) => members.includes(lamp)))
    if (group === undefined) continue
    const number = (part: 'prelude' | 'main') => numberScene(group, plan.name, part, lamps, record)
    const hasPrelude = [...lamps.values()].some(({ prelude }) => prelude !== null)
    const prelude = hasPrelude ? number('prelude') : null
    scenes.push({ plan, group: group.id, prelude, main: number('main'), lamps })
  }
  return { groups, scenes }
}

function storableLamps(
  plan: CommandPlan,
  traitsOf: (device: DeviceId) => LampTraits | null,
): Map<DeviceId, LampScene> {
  const lamps = new Map<DeviceId, LampScene>()
  for (const command of plan.commands) {
    const traits = command.kind === 'light' ? traitsOf(command.device) : null
    const scene = command.kind === 'light' && traits !== null ? lampScene(command, traits) : null
    if (scene !== null) lamps.set(command.device, scene)
  }
  return lamps
}

/** Sets that overlap become one. */
function joinedSets(sets: readonly (readonly DeviceId[])[]): DeviceId[][] {
  const joined: Set<DeviceId>[] = []
  for (const set of sets) {
    const touching = joined.filter((other) => set.some((lamp) => other.has(lamp)))
    for (const other of touching) joined.splice(joined.indexOf(other), 1)
    joined.push(new Set([...touching.flatMap((other) => [...other]), ...set]))
  }
  return joined.map((set) => [...set].sort())
}

/** The sets within a room that at least two scenes use, besides the room itself. */
function sharedSets(room: readonly DeviceId[], sets: readonly (readonly DeviceId[])[]): DeviceId[][] {
  const uses = new Map<string, number>()
  for (const set of sets) {
    const key = JSON.stringify([...set].sort())
    if (set.length < room.length && set.every((lamp) => room.includes(lamp)))
      uses.set(key, (uses.get(key) ?? 0) + 1)
  }
  return [...uses]
    .filter(([, count]) => count >= 2)
    .sort(([, a], [, b]) => b - a)
    .slice(0, sharedSetsPerRoom)
    .map(([key]): DeviceId[] => JSON.parse(key))
}

/** A set keeps the number of the group that it resembles most; numbers are never shared. */
function numberGroups(sets: readonly DeviceId[][], before: readonly GroupRecord[]): GroupRecord[] {
  const free = new Set(before)
  const taken = new Set(before.map(({ id }) => id))
  const overlap = (group: GroupRecord, set: readonly DeviceId[]) =>
    set.filter((lamp) => group.members.includes(lamp)).length -
    Math.abs(group.members.length - set.length) / 1e3
  return sets.map((members) => {
    const best = [...free].sort((a, b) => overlap(b, members) - overlap(a, members))[0]
    if (best?.members.some((lamp) => members.includes(lamp))) {
      free.delete(best)
      return { ...best, members, scenes: { ...best.scenes } }
    }
    let id = firstGroup
    while (taken.has(id)) id++
    taken.add(id)
    return { id, members, scenes: {}, nextScene: 1 }
  })
}

/** A scene keeps its number unless a lamp holds something else under it that it shall now do otherwise. */
function numberScene(
  group: GroupRecord,
  plan: string,
  part: 'prelude' | 'main',
  lamps: ReadonlyMap<DeviceId, LampScene>,
  record: AirRecord,
): number {
  const name = `${plan} ${part}`
  const before = group.scenes[name]
  const fits = [...lamps].every(([lamp, scene]) => {
    const held = before === undefined ? undefined : record.lamps[lamp]?.scenes[sceneKey(group.id, before)]
    const wanted = scene[part]
    return held === undefined || (wanted !== null && held === wanted.key)
  })
  if (before !== undefined && fits) return before
  const used = new Set(Object.values(group.scenes))
  for (const lamp of Object.values(record.lamps)) {
    for (const key of Object.keys(lamp.scenes)) {
      const [id, scene] = key.split('/').map(Number)
      if (id === group.id && scene !== undefined) used.add(scene)
    }
  }
  let number = group.nextScene
  while (used.has(number) && used.size < 254) number = (number % 254) + 1
  group.scenes[name] = number
  group.nextScene = (number % 254) + 1
  return number
}
