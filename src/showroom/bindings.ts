import { z } from 'zod'
import { type FixtureId, fixtureId, type RoomId, roomId } from '../contract/ids.ts'
import { type DeviceId, deviceId } from './device.ts'
import type { Storage } from './storage.ts'
import { placeKey } from './wish.ts'

/** "This device is at this fixture", made per store. */
const binding = z.strictObject({ room: roomId, fixture: fixtureId, device: deviceId })
export type Binding = z.infer<typeof binding>

/** The record `bindings.json`. */
const bindingsRecord = z.strictObject({
  version: z.literal(1),
  bindings: z
    .array(binding)
    .max(1000)
    .refine((list) => distinct(list.map(({ device }) => device)), 'a device is bound twice')
    .refine((list) => distinct(list.map(placeKey)), 'a fixture has two devices'),
})

const recordName = 'bindings.json'
/** What could not be understood when somebody bound devices anew. */
const spoiltName = 'bindings.spoilt.json'

/** Which device is at which fixture. A fixture has at most one device; a device is at one fixture. */
export class Bindings {
  private list: readonly Binding[] = []
  private readonly storage: Storage
  private spoilt: string | null = null

  constructor(storage: Storage) {
    this.storage = storage
  }

  /** Reads the record. False when there is none yet; throws when it cannot be understood, and leaves it alone. */
  async load(): Promise<boolean> {
    const text = await this.storage.read(recordName)
    if (text === null) return false
    try {
      this.list = bindingsRecord.parse(JSON.parse(text)).bindings
    } catch (cause) {
      this.spoilt = text
      throw new Error(`${recordName} cannot be understood; restore it from a backup or move it away`, {
        cause,
      })
    }
    return true
  }

  /** Replaces all by what staff say. Rejects when it cannot be saved; then all is as before. */
  async save(bindings: readonly Binding[]): Promise<void> {
    const record = bindingsRecord.parse({ version: 1, bindings })
    if (this.spoilt !== null) await this.storage.write(spoiltName, this.spoilt)
    await this.storage.write(recordName, `${JSON.stringify(record)}\n`)
    this.spoilt = null
    this.list = record.bindings
  }

  /** Adds bindings until the next start, and saves nothing. What is taken stays as it is. */
  lend(bindings: readonly Binding[]): void {
    const free = bindings.filter(
      ({ room, fixture, device }) => this.bindingOf(device) === null && this.deviceAt(room, fixture) === null,
    )
    this.list = [...this.list, ...free]
  }

  all(): readonly Binding[] {
    return this.list
  }

  deviceAt(room: RoomId, fixture: FixtureId): DeviceId | null {
    return this.list.find((entry) => entry.room === room && entry.fixture === fixture)?.device ?? null
  }

  bindingOf(device: DeviceId): Binding | null {
    return this.list.find((entry) => entry.device === device) ?? null
  }
}

function distinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length
}
