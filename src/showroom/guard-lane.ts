import type { Colour } from '../contract/colour.ts'
import type { Weights } from './flash-forecast.ts'
import { LightTrack } from './light-track.ts'
import { dragIntervalMs } from './scene-engine.ts'
import { type FixtureWish, isSignal, mergeWishes, type Place } from './wish.ts'

/** A command that has not been answered for so long does not hold up what a person asks next. */
const answerMs = 400
/** A finger that was lifted this recently ends its movement; later it is a new touch. */
const fingerMs = 500
/** Lamps store levels in 253 steps and round: nearer than this they are where they were wished to be. */
const tolerance = 0.02

/** What the guard keeps of one fixture: what waits, what is under way, and the course of its light. */
export class GuardLane {
  readonly place: Place
  readonly weights: Weights
  track = LightTrack.dark
  waiting: FixtureWish | null = null
  /** Since when something waits without a break. */
  waitingSinceMs = 0
  /** Wishes with the same number were asked together. */
  askedWith = 0
  /** A colour that was asked for and overtaken by "off": the lamp shall have it when it is lit again. */
  private owedColour: Colour | null = null
  private underWay: FixtureWish | null = null
  /** The light has no room for it before this. */
  private heldUntilMs = Number.NEGATIVE_INFINITY
  private lastSentAtMs = Number.NEGATIVE_INFINITY
  private lastFingerAtMs = Number.NEGATIVE_INFINITY

  constructor(place: Place, weights: Weights) {
    this.place = place
    this.weights = weights
  }

  get pending(): FixtureWish | null {
    return [this.waiting, this.underWay].find((wish) => wish !== null && !isSignal(wish)) ?? null
  }

  ask(wish: FixtureWish, askedWith: number, nowMs: number): void {
    if (this.waiting === null) this.waitingSinceMs = nowMs
    this.waiting = this.withOwedColour(this.waiting === null ? wish : this.merge(this.waiting, wish))
    this.askedWith = askedWith
  }

  /**
   * When what waits may be tried: eight commands a second, one of a movement under way at a time. Infinity while only
   * an answer helps.
   */
  readyAt(): number {
    const due = Math.max(this.lastSentAtMs + dragIntervalMs, this.heldUntilMs)
    if (this.underWay === null) return due
    const moves = this.waiting?.kind === 'light' && this.waiting.steady === true
    return moves ? Number.POSITIVE_INFINITY : Math.max(due, this.lastSentAtMs + answerMs)
  }

  holdUntil(ms: number): void {
    this.heldUntilMs = ms
  }

  /** Whether a wish is part of a finger's movement, or its end. */
  followsFinger(wish: FixtureWish, nowMs: number): boolean {
    return (wish.kind === 'light' && wish.steady === true) || nowMs - this.lastFingerAtMs < fingerMs
  }

  sent(wish: FixtureWish, track: LightTrack, nowMs: number): void {
    this.waiting = null
    this.underWay = wish
    this.track = track
    this.lastSentAtMs = nowMs
    if (wish.kind === 'light' && wish.steady === true) this.lastFingerAtMs = nowMs
  }

  /** The fate of a wish is known; false when a newer one is under way. */
  settled(wish: FixtureWish): boolean {
    if (this.underWay !== wish) return false
    this.underWay = null
    return true
  }

  observe(on: boolean, brightness: number, colour: Colour | null, nowMs: number): void {
    const seen = this.track.standingAt(on, brightness, colour, nowMs)
    const change = Math.abs(seen.outputAt(nowMs) - this.track.outputAt(nowMs))
    if (change > tolerance || seen.rednessAt(nowMs) !== this.track.rednessAt(nowMs)) this.track = seen
  }

  /** The newer wish wins; what it leaves open stays as the older one had it. */
  private merge(older: FixtureWish, newer: FixtureWish): FixtureWish {
    if (older.kind !== 'light' || newer.kind !== 'light' || older.signal === true) return newer
    if (newer.on) return mergeWishes(older, newer)
    this.owedColour = newer.colour ?? older.colour ?? this.owedColour
    return newer
  }

  private withOwedColour(wish: FixtureWish): FixtureWish {
    if (wish.kind !== 'light') return wish
    if (!wish.on) {
      this.owedColour = wish.colour ?? this.owedColour
      return wish
    }
    const colour = wish.colour ?? this.owedColour
    this.owedColour = null
    return colour === null ? wish : { ...wish, colour }
  }
}
