import type { Clock } from './clock.ts'

/** A clock that stands still until it is told to advance: for tests, and wherever time is data. */
export class ManualClock implements Clock {
  private time = 0
  /** In the order they came, which decides between those due at once. */
  private readonly waiting = new Set<{ readonly due: number; readonly task: () => void }>()

  now(): number {
    return this.time
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { due: this.time + Math.max(0, delayMs), task }
    this.waiting.add(entry)
    return () => this.waiting.delete(entry)
  }

  /** Moves time on by `durationMs`, running what falls due in order, with pauses for promises to settle. */
  async advance(durationMs: number): Promise<void> {
    const end = this.time + durationMs
    await settle()
    for (;;) {
      const next = this.nextUntil(end)
      if (next === null) break
      this.waiting.delete(next)
      this.time = Math.max(this.time, next.due)
      next.task()
      await settle()
    }
    this.time = end
  }

  private nextUntil(end: number) {
    let next: { readonly due: number; readonly task: () => void } | null = null
    for (const entry of this.waiting)
      if (entry.due <= end && (next === null || entry.due < next.due)) next = entry
    return next
  }
}

/** Lets every promise that is ready run on, chains included. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
