import type { Fade } from '../../src/contract/fixture-state.ts'

/** Several numbers on their way from what is shown to what shall be, along a straight line. */
export class FadingValues {
  private from: readonly number[]
  private to: readonly number[]
  private startMs = 0
  private endMs = 0

  constructor(values: readonly number[]) {
    this.from = values
    this.to = values
  }

  /** Heads for `values` from whatever is shown at `nowMs`, over what is left of `fade`; at once without one. */
  aim(values: readonly number[], fade: Fade | null, nowMs: number): void {
    const shown = this.at(nowMs)
    const endMs = fade ? fade.startedAtMs + fade.durationMs : nowMs
    this.to = values
    this.from = endMs > nowMs ? shown : values
    this.startMs = nowMs
    this.endMs = Math.max(nowMs, endMs)
  }

  /** The values at a moment. */
  at(nowMs: number): readonly number[] {
    if (!this.moving(nowMs)) return this.to
    const share = Math.max(0, (nowMs - this.startMs) / (this.endMs - this.startMs))
    return this.to.map((target, i) => {
      const start = this.from[i] ?? target
      return start + (target - start) * share
    })
  }

  moving(nowMs: number): boolean {
    return nowMs < this.endMs
  }
}
