import { z } from 'zod'
import { deviceId } from '../../showroom/device.ts'
import type { Storage } from '../../showroom/storage.ts'

/** Zigbee's numbers of groups (1 to 0xfff7) and of scenes within a group. */
const groupNumber = z.number().int().min(1).max(0xfff7)
const sceneNumber = z.number().int().min(1).max(254)

const groupRecord = z.strictObject({
  id: groupNumber,
  /** Who shall be in it, to know it again when a lamp is replaced. */
  members: z.array(deviceId),
  /** By plan and part ("living-room/evening main"): the scene's number. */
  scenes: z.record(z.string(), sceneNumber),
  /** Numbers go round, so that a lamp that missed a change never holds an old scene under a number in use. */
  nextScene: sceneNumber,
})
export type GroupRecord = z.infer<typeof groupRecord>

const lampRecord = z.strictObject({
  /** Groups that it has confirmed to be in. */
  groups: z.array(groupNumber),
  /** What it holds: by `sceneKey` the text of the part. */
  scenes: z.record(z.string(), z.string()),
  /** How many scenes it has room for; null while it never was full. */
  room: z.number().int().min(0).nullable(),
  /** Why nothing can be stored in it; null when it can. */
  refusal: z.string().nullable(),
  /** False when it knows transitions in whole seconds only. */
  knowsTenths: z.boolean(),
})
export type LampRecord = z.infer<typeof lampRecord>

/** `air.json`: which groups and scenes stand in which lamps, as far as they confirmed it. */
const airRecord = z.strictObject({
  version: z.literal(1),
  groups: z.array(groupRecord),
  lamps: z.record(z.string(), lampRecord),
})
export type AirRecord = z.infer<typeof airRecord>

export const emptyAirRecord: AirRecord = { version: 1, groups: [], lamps: {} }
export const emptyLamp: LampRecord = { groups: [], scenes: {}, room: null, refusal: null, knowsTenths: true }

export function sceneKey(group: number, scene: number): string {
  return `${group}/${scene}`
}

/** One that is damaged counts as none: everything in it can be found out and stored again. */
export async function loadAirRecord(storage: Storage, name: string): Promise<AirRecord> {
  const text = await storage.read(name)
  if (text === null) return emptyAirRecord
  try {
    return airRecord.parse(JSON.parse(text))
  } catch {
    return emptyAirRecord
  }
}
