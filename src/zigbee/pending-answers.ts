/** What somebody waits for, as herdsman's waitress is told it. */
export interface Matcher {
  readonly type?: unknown
  readonly command?: unknown
}

interface Waiter {
  readonly timer?: ReturnType<typeof setTimeout>
  readonly timedout: boolean
  reject(error: Error): void
}

interface Started {
  readonly promise: Promise<unknown>
  readonly ID: number
}

interface Waitress {
  readonly waiters: Map<number, Waiter>
  waitFor(matcher: Matcher, timeoutMs: number): { readonly ID: number; readonly start: () => Started }
}

/**
 * The answers that herdsman waits for (`utils/waitress.js`). It would wait for them for up to ten seconds after the
 * dongle is gone; here they can be called off, and no timer is left behind.
 */
export class PendingAnswers {
  private readonly waitress: Waitress

  /** `limit` may shorten how long an answer is waited for. */
  constructor(
    waitress: unknown,
    limit: (matcher: Matcher, timeoutMs: number) => number = (_, timeoutMs) => timeoutMs,
  ) {
    if (!isWaitress(waitress)) throw new Error('this zigbee-herdsman waits for answers in another way')
    this.waitress = waitress
    const waitFor = waitress.waitFor.bind(waitress)
    waitress.waitFor = (matcher, timeoutMs) => {
      const { ID, start } = waitFor(matcher, limit(matcher, timeoutMs))
      return {
        ID,
        start: () => {
          const started = start()
          // Called off while nobody has begun to wait for it is no failure of its own.
          started.promise.catch(() => {})
          return started
        },
      }
    }
  }

  callOff(reason: Error): void {
    const { waiters } = this.waitress
    for (const waiter of waiters.values()) {
      // One that was not started is waited for by nobody yet: its owner still waits for something before it.
      if (waiter.timer === undefined || waiter.timedout) continue
      clearTimeout(waiter.timer)
      waiter.reject(reason)
    }
    waiters.clear()
  }
}

function isWaitress(object: unknown): object is Waitress {
  return typeof object === 'object' && object !== null && 'waiters' in object && 'waitFor' in object
}
