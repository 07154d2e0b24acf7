import type { Clock } from '../showroom/clock.ts'

/** The machine's own time. Its timers do not keep the program alive: open sockets do. */
export class WallClock implements Clock {
  now(): number {
    return performance.now()
  }

  after(delayMs: number, task: () => void): () => void {
    const timer = setTimeout(task, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  }
}
