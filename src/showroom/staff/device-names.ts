import { z } from 'zod'
import { type DeviceId, deviceId } from '../device.ts'
import type { Log } from '../log.ts'
import type { Storage } from '../storage.ts'

/** The record `device-names.json`. */
const namesRecord = z.strictObject({
  version: z.literal(1),
  names: z.array(z.strictObject({ device: deviceId, name: z.string().min(1).max(60) })).max(1000),
})
const recordName = 'device-names.json'

/** What staff call their devices. */
export class DeviceNames {
  private readonly storage: Storage
  private readonly log: Log
  private names: ReadonlyMap<DeviceId, string> = new Map()

  constructor(storage: Storage, log: Log) {
    this.storage = storage
    this.log = log
  }

  async load(): Promise<void> {
    const text = await this.storage.read(recordName)
    if (text === null) return
    try {
      const { names } = namesRecord.parse(JSON.parse(text))
      this.names = new Map(names.map(({ device, name }) => [device, name]))
    } catch {
      this.log('error', `${recordName} cannot be understood, so devices have no names.`)
    }
  }

  /** Empty while staff have not said. */
  of(device: DeviceId): string {
    return this.names.get(device) ?? ''
  }

  /** An empty name takes it away. Rejects when it cannot be saved; then all is as before. */
  async set(device: DeviceId, name: string): Promise<void> {
    await this.save(new Map([...this.names].filter(([known]) => known !== device)).set(device, name))
  }

  /** The one takes over the other's name. */
  async pass(from: DeviceId, to: DeviceId): Promise<void> {
    const name = this.of(from)
    if (name === '') return
    await this.save(new Map([...this.names].filter(([known]) => known !== from)).set(to, name))
  }

  private async save(names: ReadonlyMap<DeviceId, string>): Promise<void> {
    const kept = [...names].filter(([, name]) => name !== '')
    const record = { version: 1, names: kept.map(([device, name]) => ({ device, name })) }
    await this.storage.write(recordName, `${JSON.stringify(namesRecord.parse(record))}\n`)
    this.names = new Map(kept)
  }
}
