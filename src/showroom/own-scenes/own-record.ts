import { z } from 'zod'
import { roomId, sceneId } from '../../contract/ids.ts'
import type { Log } from '../log.ts'
import type { Storage } from '../storage.ts'
import { largestFile } from '../yaml-file.ts'

/** More nobody finds on a screen. */
export const mostOwnScenes = 100

const arrangement = z.strictObject({
  /** The scenes of a room in the order of their tiles; those not named come afterwards, as their files say. */
  order: z.array(sceneId).max(500),
  /** Scenes that are not offered. */
  hidden: z.array(sceneId).max(500),
})
export type Arrangement = z.infer<typeof arrangement>

/**
 * The record `own-scenes.json`, the store's own layer: scene files that staff have made, each as any scene file is
 * written, and how the scenes of each room are arranged. One record, so that every change is whole.
 */
export const ownRecord = z.strictObject({
  version: z.literal(1),
  files: z
    .array(z.strictObject({ room: roomId, scene: sceneId, text: z.string().max(largestFile) }))
    .max(mostOwnScenes)
    .refine(
      (files) => new Set(files.map(({ scene }) => scene)).size === files.length,
      'a scene is there twice',
    ),
  rooms: z.record(roomId, arrangement),
})
export type OwnRecord = z.infer<typeof ownRecord>
export type OwnFile = OwnRecord['files'][number]

const recordName = 'own-scenes.json'
/** What could not be understood when staff made scenes anew. */
const spoiltName = 'own-scenes.spoilt.json'

export const noOwnScenes: OwnRecord = { version: 1, files: [], rooms: {} }

/** What staff have made of the scenes of their store. It is theirs: no playlist touches it. */
export class OwnScenes {
  private readonly storage: Storage
  private readonly log: Log
  private record = noOwnScenes
  private spoilt: string | null = null

  constructor(storage: Storage, log: Log) {
    this.storage = storage
    this.log = log
  }

  get current(): OwnRecord {
    return this.record
  }

  async load(): Promise<void> {
    const text = await this.storage.read(recordName)
    if (text === null) return
    try {
      this.record = ownRecord.parse(JSON.parse(text))
    } catch {
      this.spoilt = text
      this.log('error', `${recordName} cannot be understood, so the store has no scenes of its own.`)
    }
  }

  /** Rejects when it cannot be saved; then all is as before. */
  async save(record: OwnRecord): Promise<void> {
    if (this.spoilt !== null) await this.storage.write(spoiltName, this.spoilt)
    await this.storage.write(recordName, `${JSON.stringify(ownRecord.parse(record), null, 2)}\n`)
    this.spoilt = null
    this.record = record
  }
}
