/** Waits this long, in ms, before the n-th restart in a row; the first is at once. */
const waits = [0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000] as const
/** What ran this long is healthy again: its next end counts as the first. */
const healthyAfterMs = 60_000

/** How long to wait before starting again what has just ended: at once, then longer while it keeps ending. */
export class BackOff {
  private failures = 0

  /** `ranMs` is how long it ran before it ended. */
  nextWaitMs(ranMs: number): number {
    if (ranMs >= healthyAfterMs) this.failures = 0
    const wait = waits[Math.min(this.failures, waits.length - 1)] ?? 0
    this.failures += 1
    return wait
  }
}
