import type { FixtureState } from '../contract/fixture-state.ts'
import type { SceneId } from '../contract/ids.ts'
import type { Hearing } from './device-link.ts'
import { fulfils } from './scene-recognition.ts'
import type { FixtureWish, Place } from './wish.ts'

/** One playing of a scene. */
export interface SceneRun {
  readonly scene: SceneId
}

type SettableWish = Exclude<FixtureWish, { kind: 'blind' }>
type Outcome = 'under-way' | 'reached' | 'silent' | 'differs'
/** What shall be done about what a device said. */
type Verdict = 'nothing' | 'ask-again' | 'give-back' | 'other-hand'

/** A lamp that was asked again says where it is this long after its fade. */
const answerMs = 600
/** The eyes are used to the dark by then: light comes back slower than it goes with a tap. */
const giveBackMs = 1000

/** What was wished of one fixture last, and how far it has come. */
export class WishAim {
  readonly place: Place
  readonly wish: SettableWish
  /** The scene it belongs to; null when a person wished it. */
  readonly run: SceneRun | null
  outcome: Outcome = 'under-way'
  /** It was not there when it should have been. */
  late = false
  /** When it shall be asked again; null when it is not waiting for that. */
  dueAtMs: number | null = null
  private askedAgain = 0
  private comesBack = false
  private answersAtMs = Number.NEGATIVE_INFINITY

  /** What the wish leaves open stays as it was wished before. */
  constructor(place: Place, wish: SettableWish, before: WishAim | null, run: SceneRun | null) {
    this.place = place
    this.run = run
    const colour = before?.wish.kind === 'light' ? before.wish.colour : undefined
    this.wish = wish.kind === 'light' && colour !== undefined ? { colour, ...wish } : wish
  }

  hearing(state: FixtureState, how: Hearing, nowMs: number): Verdict {
    if (fulfils(state, this.wish)) {
      this.outcome = 'reached'
      this.dueAtMs = null
      return 'nothing'
    }
    if (how === 'changed') return 'other-hand'
    if (how === 'back') return this.giveBack()
    if (this.dueAtMs !== null || nowMs < this.answersAtMs) return 'nothing'
    if (this.outcome === 'reached') return 'other-hand'
    if (how === 'itself') return wasSwitched(state, this.wish) ? 'other-hand' : 'nothing'
    return this.outcome === 'under-way' ? 'ask-again' : 'nothing'
  }

  missed(reason: 'silent' | 'differs'): void {
    if (reason === 'differs' || this.outcome === 'under-way') this.outcome = reason
    this.late = true
    this.dueAtMs = null
  }

  /** The pause before it is asked again; null when it was asked often enough. */
  nextPause(pausesMs: readonly number[]): number | null {
    return pausesMs[this.askedAgain] ?? null
  }

  /** The wish as it is to be sent now. */
  take(nowMs: number): SettableWish {
    this.dueAtMs = null
    if (this.comesBack) {
      this.comesBack = false
      return this.wish.kind === 'light'
        ? { ...this.wish, transitionMs: Math.max(giveBackMs, this.wish.transitionMs) }
        : this.wish
    }
    this.askedAgain += 1
    this.late = true
    const fadeMs = this.wish.kind === 'light' ? this.wish.transitionMs : 0
    this.answersAtMs = nowMs + fadeMs + answerMs
    return { ...this.wish, again: true }
  }

  private giveBack(): Verdict {
    this.outcome = 'under-way'
    this.late = true
    this.comesBack = true
    this.askedAgain = 0
    return 'give-back'
  }
}

function wasSwitched(state: FixtureState, wish: SettableWish): boolean {
  return (state.kind === 'light' || state.kind === 'plug') && state.on !== wish.on
}
