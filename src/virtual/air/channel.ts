import type { Clock } from '../../showroom/clock.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { assessmentMs, backoffMs, turnaroundMs } from './airtime.ts'

/** macMinBE, macMaxBE and macMaxCSMABackoffs. */
const [firstExponent, lastExponent, mostBackoffs] = [3, 5, 4] as const

/**
 * The one channel everybody shares: a frame at a time. Whoever wants to send backs off for a random while, listens,
 * and gives up after having found it busy five times (CSMA-CA, IEEE 802.15.4 section 6.2.5.1).
 */
export class Channel {
  /** All that was on air so far, in milliseconds. */
  busyMs = 0
  private freeAtMs = 0
  private readonly clock: Clock
  private readonly random: SeededRandom
  /** 0 for a world without airtime. */
  private readonly scale: number

  constructor(clock: Clock, random: SeededRandom, scale: number) {
    this.clock = clock
    this.random = random
    this.scale = scale
  }

  /**
   * Calls `granted` when the channel is this sender's; it says for how many milliseconds it takes it. Calls
   * `refused` when the channel was busy all the time.
   */
  acquire(granted: () => number, refused: () => void): void {
    if (this.scale === 0) {
      granted()
      return
    }
    this.attempt(granted, refused, 0)
  }

  /** A while before the next try, each time another, so that those who met here do not meet again. */
  pauseMs(aboutMs: number): number {
    return aboutMs * (0.25 + 1.5 * this.random.next())
  }

  /** So long a frame of this length takes here. */
  lasting(airMs: number): number {
    return airMs * this.scale
  }

  private attempt(granted: () => number, refused: () => void, backoffs: number): void {
    const exponent = Math.min(lastExponent, firstExponent + backoffs)
    const waitMs = this.random.below(2 ** exponent) * backoffMs + assessmentMs
    this.clock.after(waitMs * this.scale, () => {
      const now = this.clock.now()
      if (now < this.freeAtMs) {
        if (backoffs === mostBackoffs) refused()
        else this.attempt(granted, refused, backoffs + 1)
        return
      }
      // The radio turns from listening to sending; who listens now finds the channel taken.
      const takenMs = this.lasting(turnaroundMs) + granted()
      this.freeAtMs = now + takenMs
      this.busyMs += takenMs
    })
  }
}
