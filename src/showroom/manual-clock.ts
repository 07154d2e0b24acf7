import type { Clock } from './clock.ts'

/** A clock that stands still until it is told to advance: for tests, and wherever time is data. */
export class ManualClock implements Clock {
  private time = 0
  private waiting: { due: number; task: () => void }[] = []

  now(): number {
    return this.time
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { due: this.time + Math.max(0, delayMs), task }
    this.waiting.push(entry)
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry)
    }
  }

  /** Moves time on by `durationMs`, running what falls due in order, with pauses for promises to settle. */
  async advance(durationMs: number): Promise<void> {
    const end = this.time + durationMs
    await settle()
    for (;;) {
      const next = this.waiting
        .filter((entry) => entry.due <= end)
        .reduce<(typeof this.waiting)[number] | null>((a, b) => (a !== null && a.due <= b.due ? a : b), null)
      if (next === null) break
      this.waiting = this.waiting.filter((entry) => entry !== next)
      this.time = Math.max(this.time, next.due)
      next.task()
      await settle()
    }
    this.time = end
  }
}

/** Lets every promise that is ready run on, chains included. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
