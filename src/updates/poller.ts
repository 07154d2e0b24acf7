import type { Clock } from '../showroom/clock.ts'
import type { PollResult } from './poll-result.ts'

export interface PollerTimes {
  /** Between looks that went well; half as much again at most, so that stores do not all come at once. */
  readonly everyMs: number
  /** After the first that did not; twice as long after each further one, up to `everyMs`. */
  readonly retryMs: number
  /** The first look comes within this time. */
  readonly firstMs: number
}

export const usualTimes: PollerTimes = { everyMs: 15 * 60_000, retryMs: 60_000, firstMs: 20_000 }

/** Looks for new playlists again and again; each time a little off, sooner after a failure, never twice at once. */
export class Poller {
  private readonly clock: Clock
  private readonly times: PollerTimes
  private readonly poll: (signal: AbortSignal) => Promise<readonly PollResult[]>
  private readonly random: () => number
  private failures = 0
  private callOff: () => void = () => {}
  private readonly stopping = new AbortController()
  private under: Promise<void> = Promise.resolve()

  constructor(
    clock: Clock,
    times: PollerTimes,
    poll: (signal: AbortSignal) => Promise<readonly PollResult[]>,
    random: () => number = Math.random,
  ) {
    this.clock = clock
    this.times = times
    this.poll = poll
    this.random = random
  }

  start(): void {
    this.after(this.random() * this.times.firstMs)
  }

  /** Ends the look that is under way as well. */
  async stop(): Promise<void> {
    this.stopping.abort()
    this.callOff()
    await this.under
  }

  private after(delayMs: number): void {
    if (this.stopping.signal.aborted) return
    this.callOff = this.clock.after(delayMs, () => {
      this.under = this.look()
    })
  }

  private async look(): Promise<void> {
    const results = await this.poll(this.stopping.signal)
    const failed = results.every(({ kind }) => kind === 'refused' || kind === 'incomplete')
    this.failures = failed ? this.failures + 1 : 0
    const { everyMs, retryMs } = this.times
    const waitMs = failed ? Math.min(everyMs, retryMs * 2 ** (this.failures - 1)) : everyMs
    this.after(waitMs * (1 + this.random() / 2))
  }
}
