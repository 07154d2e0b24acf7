import type { Colour } from '../contract/colour.ts'
import type { Source, Weights } from './flash-forecast.ts'
import { LightTrack } from './light-track.ts'
import { dragIntervalMs } from './scene-engine.ts'
import type { LightWish } from './wish.ts'

/** A lamp that stands at no fixture, so that it may shine into any room: what it does is watched in all of them. */
export class StrayLight {
  track: LightTrack
  waiting: LightWish | null = null
  private heldUntilMs = Number.NEGATIVE_INFINITY
  private readonly deliver: (wish: LightWish) => void

  /** `brightness` 0..1 is what it shines with now; null when it is dark. */
  constructor(
    brightness: number | null,
    colour: Colour | null,
    nowMs: number,
    deliver: (wish: LightWish) => void,
  ) {
    this.track = LightTrack.dark.standingAt(brightness !== null, brightness ?? 0, colour, nowMs)
    this.deliver = deliver
  }

  readyAt(): number {
    return this.waiting === null ? Number.POSITIVE_INFINITY : this.heldUntilMs
  }

  holdUntil(ms: number): void {
    this.heldUntilMs = ms
  }

  send(wish: LightWish, nowMs: number): void {
    this.waiting = null
    this.track = this.track.following(wish, nowMs)
    this.heldUntilMs = nowMs + dragIntervalMs
    this.deliver(wish)
  }

  /** In a room of these sources it counts as one of them, of average light. */
  among(sources: readonly Source[]): Source {
    const shining = sources.filter(({ weights }) => weights.length > 0)
    const share = 1 / Math.max(1, shining.length)
    const weights: Weights = (shining[0]?.weights ?? [1]).map(() => share)
    return { track: this.track, weights }
  }
}
