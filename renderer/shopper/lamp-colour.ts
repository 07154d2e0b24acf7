import type { LightState } from '../../src/contract/fixture-state.ts'
import { shownChromaticity } from '../../src/light/lamp-light.ts'
import { adaptationTo, apply, chromaticityToLinear } from '../../src/light/linear-colour.ts'
import { kelvinToChromaticity } from '../../src/light/planckian-locus.ts'

/** About what the dock is lit by: against its warm paper 4000 K is to look cream, 2700 K golden. */
const asSeenOnPaper = adaptationTo(kelvinToChromaticity(5200))

/** The colour of a lamp's light as a full-strength CSS colour, whatever its level. */
export function lampColour({ colour, ability }: Pick<LightState, 'colour' | 'ability'>): string {
  const light = chromaticityToLinear(shownChromaticity(colour, ability))
  const seen = colour.mode === 'kelvin' ? apply(asSeenOnPaper, light) : light
  const rgb = seen.map((value) => Math.max(0, value))
  const strongest = Math.max(...rgb)
  const [r, g, b] = rgb.map((value) => Math.round(255 * encoded(value / strongest)))
  return `rgb(${r} ${g} ${b})`
}

/** sRGB's curve (IEC 61966-2-1). */
function encoded(linear: number): number {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
}
