import type { BlindState } from '../../src/contract/fixture-state.ts'
import { FadingValues } from './fade.ts'

/** Motors on their way say about once a second where they are; until the next word the picture glides, milliseconds. */
const wordEveryMs = 1300

/** How far a blind is open in the picture, 0..1. */
export class ShownBlind {
  private readonly openness = new FadingValues([1])
  private last: BlindState | null = null

  /** Takes what is known of it; what is said again changes nothing of how it gets there. */
  apply(state: BlindState, nowMs: number): void {
    const before = this.last
    this.last = state
    if (before?.openness === state.openness && before.fade?.startedAtMs === state.fade?.startedAtMs) return
    const isThere = before === null || this.at(nowMs) === state.openness
    const glide = isThere ? null : { startedAtMs: nowMs, durationMs: wordEveryMs }
    this.openness.aim([state.openness], state.fade ?? glide, nowMs)
  }

  at(nowMs: number): number {
    return this.openness.at(nowMs)[0] ?? 1
  }

  moving(nowMs: number): boolean {
    return this.openness.moving(nowMs)
  }
}
