import { z } from 'zod'
import { type StoreSettings, storeSettings, usualStore } from '../../contract/staff/store-settings.ts'
import type { Log } from '../log.ts'
import type { Storage } from '../storage.ts'

/** The record `store.json`. The first version knew neither store nor time zone, the second no position, the third no habits. */
const storeRecord = z.strictObject({ version: z.literal(4), store: storeSettings })
const olderRecords = [
  z.strictObject({ version: z.literal(3), store: storeSettings.omit({ habits: true }) }),
  z.strictObject({ version: z.literal(2), store: storeSettings.omit({ habits: true, position: true }) }),
  z.strictObject({
    version: z.literal(1),
    store: storeSettings.omit({ habits: true, position: true, store: true, timeZone: true }),
  }),
]
const recordName = 'store.json'

/** What staff said of their store and its screen; `usual` holds until they have. */
export class StoreRecord {
  private readonly storage: Storage
  private readonly log: Log
  private readonly usual: StoreSettings
  private store: StoreSettings

  constructor(storage: Storage, log: Log, usual: StoreSettings = usualStore) {
    this.storage = storage
    this.log = log
    this.usual = usual
    this.store = usual
  }

  get current(): StoreSettings {
    return this.store
  }

  async load(): Promise<void> {
    const text = await this.storage.read(recordName)
    if (text === null) return
    try {
      this.store = this.read(JSON.parse(text))
    } catch {
      this.log('error', `${recordName} cannot be understood, so the store has its usual settings.`)
    }
  }

  /** Rejects when it cannot be saved; then all is as before. */
  async save(store: StoreSettings): Promise<void> {
    await this.storage.write(recordName, `${JSON.stringify({ version: 4, store }, null, 2)}\n`)
    this.store = store
  }

  private read(record: unknown): StoreSettings {
    for (const older of olderRecords) {
      const read = older.safeParse(record)
      if (read.success) return { ...this.usual, ...read.data.store }
    }
    return storeRecord.parse(record).store
  }
}
