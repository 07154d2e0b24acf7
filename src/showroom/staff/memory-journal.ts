import type { DatedEntry, Journal, JournalEntry } from './journal.ts'

/** An audit log in memory, all of one moment. */
export class MemoryJournal implements Journal {
  readonly entries: DatedEntry[] = []

  async add(entry: JournalEntry): Promise<void> {
    this.entries.push({ at: '2026-11-21T12:00:00.000Z', ...entry })
  }

  async newest(count: number): Promise<readonly DatedEntry[]> {
    return this.entries.slice(-count).reverse()
  }
}
