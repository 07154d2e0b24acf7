import type { Presence } from '../contract/presence.ts'
import type { Clock } from './clock.ts'

/** How long a visit lasts when nobody touches anything. */
export interface VisitTimes {
  /** So long nothing is said; 0 means that visits never end by themselves. */
  readonly idleMs: number
  /** And so long it is announced, and anybody can go on. */
  readonly noticeMs: number
}

export interface VisitParts {
  readonly clock: Clock
  /** Asked anew for each wait, since staff may change them. */
  readonly times: () => VisitTimes
  readonly isOpen: () => boolean
  /** Screens are to be told. */
  readonly announce: (presence: Presence) => void
  /** Nobody is here any more, and nothing of the visit shall be left. */
  readonly ended: () => void
  /** The room may show itself, rests, or belongs to a visitor again. */
  readonly turned: (to: 'attract' | 'closed' | 'visit') => void
}

/** Opening hours are looked at this often while nobody is here. */
const lookMs = 20_000

/** One visit after the other: whether somebody is here, when they seem to have gone, and that then all returns. */
export class Visit {
  private readonly parts: VisitParts
  private state: Presence = { phase: 'visit' }
  /** Somebody touched something: nobody is asked whether they are still here who never was. */
  private seen = false
  /** Staff are at work: they wait for lamps longer than any shopper waits for anything. */
  private kept = false
  private callOff: (() => void) | null = null

  constructor(parts: VisitParts) {
    this.parts = parts
  }

  get presence(): Presence {
    return this.state
  }

  start(): void {
    this.waitForSilence()
  }

  stop(): void {
    this.callOff?.()
    this.callOff = null
  }

  /** Somebody touched something. */
  here(): void {
    this.seen = true
    const resting = this.state.phase === 'attract' || this.state.phase === 'closed'
    this.become({ phase: 'visit' })
    if (resting) this.parts.turned('visit')
    this.waitForSilence()
  }

  /** As long as staff are signed in no visit ends, and no room shows itself under their hands. */
  keep(kept: boolean): void {
    this.kept = kept
    this.here()
  }

  /** The visit is over: nobody has been here for long, or they asked to be forgotten. */
  end(): void {
    this.seen = false
    this.parts.ended()
    this.rest()
  }

  private waitForSilence(): void {
    const { idleMs } = this.parts.times()
    this.stop()
    if (idleMs <= 0) return
    this.later(idleMs, () => {
      if (this.kept) this.waitForSilence()
      else if (this.seen) this.giveNotice()
      else this.end()
    })
  }

  private giveNotice(): void {
    const { noticeMs } = this.parts.times()
    this.become({ phase: 'leaving', endsAtMs: this.parts.clock.now() + noticeMs })
    this.later(noticeMs, () => this.end())
  }

  private rest(): void {
    const phase = this.parts.isOpen() ? 'attract' : 'closed'
    if (this.state.phase !== phase) {
      this.become({ phase })
      this.parts.turned(phase)
    }
    this.later(lookMs, () => this.rest())
  }

  private become(next: Presence): void {
    if (JSON.stringify(next) === JSON.stringify(this.state)) return
    this.state = next
    this.parts.announce(next)
  }

  private later(delayMs: number, task: () => void): void {
    this.callOff?.()
    this.callOff = this.parts.clock.after(delayMs, task)
  }
}
