import type { Clock } from '../../showroom/clock.ts'
import type { Ieee } from '../bytes.ts'
import type { CatalogueEntry } from '../catalogue.ts'
import type { Quirks } from '../quirks.ts'

/** Battery devices ask their parent for messages this often once all is quiet. */
const pollMs: Partial<Record<CatalogueEntry['kind'], number>> = { blind: 400 }
const usualPollMs = 1000
/** After joining a device stays up so long, to be interviewed; after a frame or an event so long. */
const [awakeAfterJoinMs, awakeAfterEventMs] = [30_000, 3000] as const

/** When a device next listens. Mains devices always do. */
export class Sleep {
  private readonly sleepy: boolean
  private readonly intervalMs: number
  private readonly clock: Clock
  /** Each asks at its own moments. */
  private readonly phaseMs: number
  private awakeUntilMs = 0

  constructor(entry: CatalogueEntry, ieee: Ieee, quirks: Quirks, clock: Clock) {
    this.sleepy = !entry.router
    // Aqara's sensors do not ask between their own reports.
    this.intervalMs = quirks.ownReportingHabits
      ? Number.POSITIVE_INFINITY
      : (pollMs[entry.kind] ?? usualPollMs)
    this.phaseMs = Number.parseInt(ieee.slice(-4), 16)
    this.clock = clock
  }

  wakesInMs(): number {
    const now = this.clock.now()
    if (!this.sleepy || now < this.awakeUntilMs) return 0
    return this.intervalMs === Number.POSITIVE_INFINITY
      ? this.intervalMs
      : this.intervalMs - ((now + this.phaseMs) % this.intervalMs)
  }

  stir(): void {
    this.awakeUntilMs = Math.max(this.awakeUntilMs, this.clock.now() + awakeAfterEventMs)
  }

  stayAwake(): void {
    this.awakeUntilMs = this.clock.now() + awakeAfterJoinMs
  }
}
