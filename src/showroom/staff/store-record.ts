import { z } from 'zod'
import { type StoreSettings, storeSettings, usualStore } from '../../contract/staff/store-settings.ts'
import type { Log } from '../log.ts'
import type { Storage } from '../storage.ts'

/** The record `store.json`. */
const storeRecord = z.strictObject({ version: z.literal(1), store: storeSettings })
const recordName = 'store.json'

/** What staff said of their store and its screen. */
export class StoreRecord {
  private readonly storage: Storage
  private readonly log: Log
  private store: StoreSettings = usualStore
  /** Staff have said it, so that nobody needs to ask. */
  isSaid = false

  constructor(storage: Storage, log: Log) {
    this.storage = storage
    this.log = log
  }

  get current(): StoreSettings {
    return this.store
  }

  async load(): Promise<void> {
    const text = await this.storage.read(recordName)
    if (text === null) return
    try {
      this.store = storeRecord.parse(JSON.parse(text)).store
      this.isSaid = true
    } catch {
      this.log('error', `${recordName} cannot be understood, so the store has its usual settings.`)
    }
  }

  /** Rejects when it cannot be saved; then all is as before. */
  async save(store: StoreSettings): Promise<void> {
    await this.storage.write(recordName, `${JSON.stringify({ version: 1, store }, null, 2)}\n`)
    this.store = store
    this.isSaid = true
  }
}
