import type { FixtureId, RoomId, RuleId } from '../../contract/ids.ts'

/** One fact that a rule used: all that this kiosk ever knows of what happens in a room. */
export interface LedgerEntry {
  /** Counts up; the oldest entries are forgotten. */
  readonly number: number
  readonly atMs: number
  readonly room: RoomId
  readonly fixture: FixtureId
  /** What was found: "occupied", "off", or the button pressed. */
  readonly fact: string
  readonly rule: RuleId
  /** It started the rule, ended it, or was looked at on the way. */
  readonly why: 'started' | 'ended' | 'asked'
}

/**
 * The facts that rules used, newest last: a ring in memory that nobody writes down. A fact stays in the room: it goes
 * nowhere else, and is forgotten after `keepMs`, or when newer ones need the place.
 */
export class Ledger {
  private entries: readonly LedgerEntry[] = []
  private count = 0
  private readonly size: number
  private readonly keepMs: number

  constructor(size = 200, keepMs = 10 * 60_000) {
    this.size = size
    this.keepMs = keepMs
  }

  note(entry: Omit<LedgerEntry, 'number'>): void {
    this.count += 1
    const kept = this.entries.filter(({ atMs }) => atMs > entry.atMs - this.keepMs)
    this.entries = [...kept.slice(-(this.size - 1)), { ...entry, number: this.count }]
  }

  /** What is still known at this moment. */
  at(nowMs: number): readonly LedgerEntry[] {
    this.entries = this.entries.filter(({ atMs }) => atMs > nowMs - this.keepMs)
    return this.entries
  }

  forget(): void {
    this.entries = []
  }
}
