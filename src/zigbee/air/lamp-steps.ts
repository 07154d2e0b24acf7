import type { DeviceId } from '../../showroom/device.ts'
import { type AirRecord, emptyLamp, type LampRecord, sceneKey } from './air-record.ts'
import type { Allotment, WantedScene } from './allotment.ts'
import type { ScenePart } from './lamp-scene.ts'

/** One thing to do with one lamp. */
export type LampStep =
  | { readonly kind: 'join'; readonly group: number }
  | { readonly kind: 'leave'; readonly group: number }
  | { readonly kind: 'forget'; readonly group: number; readonly scene: number }
  | { readonly kind: 'store'; readonly group: number; readonly scene: number; readonly part: ScenePart }

interface WantedPart {
  readonly group: number
  readonly scene: number
  readonly part: ScenePart
}

/**
 * The next thing to do so that a lamp holds what it shall, or null when it does: first what is not wanted any
 * more makes room, then groups, then scenes, those in `byUse` that come first.
 */
export function nextStep(
  device: DeviceId,
  allotment: Allotment,
  byUse: readonly WantedScene[],
  record: AirRecord,
): LampStep | null {
  const lamp = record.lamps[device] ?? emptyLamp
  if (lamp.refusal !== null) return null
  const groups = allotment.groups.filter(({ members }) => members.includes(device)).map(({ id }) => id)
  const left = lamp.groups.find((group) => !groups.includes(group))
  if (left !== undefined) return { kind: 'leave', group: left }
  const wanted = wantedParts(device, byUse, lamp)
  for (const key of Object.keys(lamp.scenes)) {
    if (wanted.some(({ group, scene }) => sceneKey(group, scene) === key)) continue
    const [group, scene] = key.split('/').map(Number)
    if (group !== undefined && scene !== undefined) return { kind: 'forget', group, scene }
  }
  const joined = groups.find((group) => !lamp.groups.includes(group))
  if (joined !== undefined) return { kind: 'join', group: joined }
  const next = wanted.find(({ group, scene, part }) => lamp.scenes[sceneKey(group, scene)] !== part.key)
  return next === undefined ? null : { kind: 'store', ...next }
}

/** What a lamp shall hold, as far as it has room: a scene whole or not at all. */
function wantedParts(device: DeviceId, byUse: readonly WantedScene[], { room }: LampRecord): WantedPart[] {
  const wanted: WantedPart[] = []
  for (const scene of byUse) {
    const parts = partsOf(device, scene)
    if (room === null || wanted.length + parts.length <= room) wanted.push(...parts)
  }
  return wanted
}

/** What a scene wants a lamp to hold. */
export function partsOf(device: DeviceId, { lamps, group, main, prelude }: WantedScene): WantedPart[] {
  const scene = lamps.get(device)
  if (scene === undefined) return []
  const before = scene.prelude
  return [
    ...(before === null || prelude === null ? [] : [{ group, scene: prelude, part: before }]),
    { group, scene: main, part: scene.main },
  ]
}

/** Whether a lamp holds all that a scene wants of it. */
export function holds(device: DeviceId, scene: WantedScene, record: AirRecord): boolean {
  const lamp = record.lamps[device]
  if (lamp === undefined || !lamp.groups.includes(scene.group)) return false
  const parts = partsOf(device, scene)
  return (
    parts.length > 0 &&
    parts.every(({ group, scene: number, part }) => lamp.scenes[sceneKey(group, number)] === part.key)
  )
}
