import type { Clock } from '../showroom/clock.ts'

/** Screens come back so often within `trialMs` only when their page dies. */
const mostArrivals = 5
/** One that stood for so long does not die of what it shows. One that hangs is ended only after half a minute. */
const trialMs = 180_000

/** Watches whether pages stand while something new is on them: one that dies comes back, and dies again. */
export class PageTrial {
  private readonly clock: Clock
  private readonly failed: () => void
  private arrivals = 0
  private beganAtMs: number | null = null

  constructor(clock: Clock, failed: () => void) {
    this.clock = clock
    this.failed = failed
  }

  begin(): void {
    this.beganAtMs = this.clock.now()
    this.arrivals = 0
  }

  end(): void {
    this.beganAtMs = null
  }

  /** A screen came, for the first time or anew. */
  came(): void {
    const nowMs = this.clock.now()
    if (this.beganAtMs === null || nowMs - this.beganAtMs > trialMs) return
    this.arrivals += 1
    if (this.arrivals < mostArrivals) return
    this.end()
    this.failed()
  }
}
