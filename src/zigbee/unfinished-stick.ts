import { z } from 'zod'
import type { Storage } from '../showroom/storage.ts'

const record = z.strictObject({ version: z.literal(1), unfinished: z.boolean() })

/**
 * Whether this kiosk has begun to write its network to a stick and was interrupted, by a pulled stick or a power cut.
 * herdsman forms a random network first: what it left half-way looks like somebody else's, and is ours to go on with.
 */
export class UnfinishedStick {
  private readonly storage: Storage
  private readonly name: string

  constructor(storage: Storage, folder: string) {
    this.storage = storage
    this.name = `${folder}/unfinished-stick.json`
  }

  /** A record that cannot be read tells nothing: then a manager is asked. */
  async isSo(): Promise<boolean> {
    const text = await this.storage.read(this.name)
    try {
      return text !== null && record.parse(JSON.parse(text)).unfinished
    } catch {
      return false
    }
  }

  async begins(): Promise<void> {
    await this.write(true)
  }

  async isDone(): Promise<void> {
    if (await this.isSo()) await this.write(false)
  }

  private async write(unfinished: boolean): Promise<void> {
    await this.storage.write(this.name, JSON.stringify({ version: 1, unfinished }))
  }
}
