import type { StaffRole } from '../../contract/staff/staff-role.ts'

/** What staff did. `role` is null for what happened without a session, such as a wrong PIN. */
export interface JournalEntry {
  readonly role: StaffRole | null
  /** The procedure called, such as "devices.assign". */
  readonly what: string
  /** What it was done to; never a PIN. */
  readonly about: Readonly<Record<string, unknown>>
}

export interface DatedEntry extends JournalEntry {
  /** ISO 8601, by the machine's clock. */
  readonly at: string
}

/** The audit log: entries are added and never changed, and the oldest are forgotten. */
export interface Journal {
  /** Resolves when it is on the disk; rejects when it cannot be written. */
  add(entry: JournalEntry): Promise<void>
  /** The newest first. */
  newest(count: number): Promise<readonly DatedEntry[]>
}
