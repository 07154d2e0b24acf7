import type { Clock } from '../../showroom/clock.ts'
import { WallClock } from '../wall-clock.ts'

/** Time that passes so many times as quickly as the machine's: fades, waits and airtime of a room in a test. */
export class SwiftClock implements Clock {
  private readonly base = new WallClock()
  private readonly times: number

  constructor(times: number) {
    this.times = times
  }

  now(): number {
    return this.base.now() * this.times
  }

  after(delayMs: number, task: () => void): () => void {
    return this.base.after(delayMs / this.times, task)
  }
}
