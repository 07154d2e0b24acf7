import type { Clock } from '../../showroom/clock.ts'
import type { BroadcastBudget } from './profile.ts'

/** A node's memory of broadcasts that go round (Zigbee specification 3.6.6): so many, each for so long. */
export class BroadcastTable {
  private readonly clock: Clock
  private readonly budget: BroadcastBudget | null
  private expiries: number[] = []

  /** Null is "no limit". */
  constructor(clock: Clock, budget: BroadcastBudget | null) {
    this.clock = clock
    this.budget = budget
  }

  /** Takes an entry; false when the table is full. */
  take(): boolean {
    if (this.budget === null) return true
    const now = this.clock.now()
    this.expiries = this.expiries.filter((expiry) => expiry > now)
    if (this.expiries.length >= this.budget.entries) return false
    this.expiries.push(now + this.budget.lifetimeMs)
    return true
  }
}
