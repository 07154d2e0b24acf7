import type { Colour } from '../../contract/colour.ts'
import { dimmerToOutput } from '../../light/dimmer.ts'
import { lampLight } from '../../light/lamp-light.ts'
import type { FixtureWish } from '../wish.ts'

const ability = { kelvin: { min: 2200, max: 6500 }, colour: true }

/** A lamp or plug as it really shines: it fades in a straight line on the dimmer from where it stands. */
export class ShiningLamp {
  private from = 0
  private to = 0
  private startMs = 0
  private durationMs = 0
  private colour: Colour = { mode: 'kelvin', kelvin: 2700 }
  private oldYield = 1
  private newYield = 1
  private readonly quirky: boolean

  /** A quirky lamp fades its level only: its colour jumps. */
  constructor(quirky: boolean) {
    this.quirky = quirky
  }

  obey(wish: FixtureWish, now: number): void {
    if (wish.kind === 'blind') return
    this.oldYield = this.yield(now)
    this.from = this.level(now)
    this.startMs = now
    this.durationMs = wish.kind === 'light' ? wish.transitionMs : 0
    this.to = wish.on ? (wish.kind === 'light' ? (wish.brightness ?? 1) : 1) : 0
    if (wish.kind === 'light' && wish.on && wish.colour !== undefined) this.colour = wish.colour
    this.newYield = lampLight({ on: true, brightness: 1, colour: this.colour }, ability, 1).lumens
  }

  level(now: number): number {
    const share = this.durationMs === 0 ? 1 : Math.min(1, (now - this.startMs) / this.durationMs)
    return this.from + (this.to - this.from) * share
  }

  output(now: number): number {
    const level = this.level(now)
    return level > 0 ? dimmerToOutput(level) * this.yield(now) : 0
  }

  /** Colours give less than white. */
  private yield(now: number): number {
    const share =
      this.durationMs === 0 || this.quirky ? 1 : Math.min(1, (now - this.startMs) / this.durationMs)
    return this.oldYield + (this.newYield - this.oldYield) * share
  }

  red(now: number): number {
    return this.level(now) > 0 && this.colour.mode === 'xy' && this.colour.x > 0.6 ? 1 : 0
  }

  get stands() {
    return { level: this.to, colour: this.colour }
  }
}
