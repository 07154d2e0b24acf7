import type { LightState } from '../../src/contract/fixture-state.ts'
import { dimmerToOutput } from '../../src/light/dimmer.ts'
import { colourYield, shownChromaticity } from '../../src/light/lamp-light.ts'
import { chromaticityToLinear, type Rgb } from '../../src/light/linear-colour.ts'
import { FadingValues } from './fade.ts'

/** Light that a lamp gives at a moment: lumens, and linear Rec. 709 of luminance 1. */
export interface ShownLight {
  readonly lumens: number
  readonly rgb: Rgb
}

/** Eyes see about the square root of light; fades are straight lines on that scale, and dark is 0 on it. */
const gamma = 2.2

/** A lamp as the picture shows it, fading from one state to the next. */
export class ShownLamp {
  private readonly lumens: number
  /** Perceived brightness 0..1, then chromaticity x and y, then the share of full flux this colour allows. */
  private readonly values = new FadingValues([0, 0.46, 0.41, 1])

  constructor(lumens: number) {
    this.lumens = lumens
  }

  apply(state: LightState, nowMs: number): void {
    const { x, y } = shownChromaticity(state.colour, state.ability)
    const saturated = state.colour.mode === 'xy' && state.ability.colour
    const yielded = saturated ? colourYield(chromaticityToLinear({ x, y })) : 1
    const output = state.on ? dimmerToOutput(state.brightness) : 0
    const dark = (this.values.at(nowMs)[0] ?? 0) === 0
    // A dark lamp takes its new colour before it lights: nothing is seen of the change.
    if (dark) this.values.aim([0, x, y, yielded], null, nowMs)
    this.values.aim([output ** (1 / gamma), x, y, yielded], state.fade, nowMs)
  }

  at(nowMs: number): ShownLight {
    const [perceived = 0, x = 0.46, y = 0.41, yielded = 1] = this.values.at(nowMs)
    return { lumens: this.lumens * yielded * perceived ** gamma, rgb: chromaticityToLinear({ x, y }) }
  }

  moving(nowMs: number): boolean {
    return this.values.moving(nowMs)
  }
}
