import type { Clock } from '../showroom/clock.ts'

/** Screens come back so often within `withinMs` only when their page dies. */
const mostArrivals = 5
const withinMs = 60_000
/** A page that has stood for so long does not die of what it shows. */
const trialMs = 180_000

/** Watches whether pages stand while something new is on them: one that dies comes back, and dies again. */
export class PageTrial {
  private readonly clock: Clock
  private readonly failed: () => void
  private arrivals: number[] = []
  private beganAtMs: number | null = null

  constructor(clock: Clock, failed: () => void) {
    this.clock = clock
    this.failed = failed
  }

  begin(): void {
    this.beganAtMs = this.clock.now()
    this.arrivals = []
  }

  end(): void {
    this.beganAtMs = null
  }

  /** A screen came, for the first time or anew. */
  came(): void {
    const nowMs = this.clock.now()
    if (this.beganAtMs === null || nowMs - this.beganAtMs > trialMs) return
    this.arrivals = [...this.arrivals.filter((atMs) => nowMs - atMs < withinMs), nowMs]
    if (this.arrivals.length < mostArrivals) return
    this.end()
    this.failed()
  }
}
