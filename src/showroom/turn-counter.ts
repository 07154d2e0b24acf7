import type { Colour } from '../contract/colour.ts'
import type { FixtureWish } from './wish.ts'

/** A change of at least this share of full linear output counts. Source: WCAG 2.2, "general flash". */
const largeChange = 0.1
/** Two opposing changes are one flash; more than these in a second have to wait. */
const turnsPerSecond = 2

/** What a fixture gives off after a wish is fulfilled. */
export interface Output {
  /** 0..1 of full linear output. */
  readonly level: number
  /** Whether it is saturated red; null when the wish leaves the colour as it is. */
  readonly red: boolean | null
}

/** The wish's light as a share of the lamp's full linear output; blinds give off none. */
export function linearOutput(wish: FixtureWish): Output | null {
  if (wish.kind === 'blind') return null
  if (wish.kind === 'plug') return { level: wish.on ? 1 : 0, red: null }
  if (!wish.on) return { level: 0, red: null }
  return {
    level: (wish.brightness ?? 1) ** 2.2,
    red: wish.colour === undefined ? null : isSaturatedRed(wish.colour),
  }
}

/** Chromaticities this far out lie where sRGB's red channel is some four fifths of the whole or more. */
function isSaturatedRed(colour: Colour): boolean {
  return colour.mode === 'xy' && colour.x > 0.5 && colour.y < 0.36
}

/** Follows one lamp's output up and down, and counts the times it turns round. */
export class TurnCounter {
  private direction: -1 | 0 | 1 = 0
  private extreme = 0
  private red = false
  private turns: number[] = []

  /** The lamp stands at this level, however it came there. */
  settle(level: number): void {
    if (Math.abs(level - this.extreme) < largeChange) return
    this.extreme = level
    this.direction = 0
  }

  /** The first moment at which the lamp may go to `output`, in milliseconds; `now` when at once. */
  allowedAt(output: Output | null, now: number): number {
    if (output === null || !this.isTurn(output)) return now
    const recent = this.turns.filter((at) => at > now - 1000)
    if (recent.length < turnsPerSecond) return now
    return (recent[recent.length - turnsPerSecond] ?? now) + 1000
  }

  move(output: Output | null, now: number): void {
    if (output === null) return
    if (this.isTurn(output)) {
      this.turns = [...this.turns.filter((at) => at > now - 1000), now]
      this.direction = output.level >= this.extreme ? 1 : -1
      this.extreme = output.level
    } else if (this.direction === 1) {
      this.extreme = Math.max(this.extreme, output.level)
    } else if (this.direction === -1) {
      this.extreme = Math.min(this.extreme, output.level)
    }
    this.red = output.red ?? this.red
  }

  /** Whether going to `output` is a large change against the way the lamp was going, or into or out of red. */
  private isTurn(output: Output): boolean {
    if (output.red !== null && output.red !== this.red) return true
    const change = output.level - this.extreme
    if (Math.abs(change) < largeChange) return false
    return this.direction === 0 || Math.sign(change) !== this.direction
  }
}
