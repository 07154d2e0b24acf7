import type { Storage } from './storage.ts'

export class MemoryStorage implements Storage {
  readonly records = new Map<string, string>()

  async read(name: string): Promise<string | null> {
    return this.records.get(name) ?? null
  }

  async write(name: string, text: string): Promise<void> {
    this.records.set(name, text)
  }
}
