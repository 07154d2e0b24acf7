import type { Colour } from '../../src/contract/colour.ts'
import type { LightAbility, LightState } from '../../src/contract/fixture-state.ts'
import { hexToChromaticity } from '../../src/light/hex-colour.ts'
import { chromaticityToLinear } from '../../src/light/linear-colour.ts'
import { kelvinToMired, miredToKelvin } from '../../src/light/mired.ts'
import { chromaticityToKelvin } from '../../src/light/planckian-locus.ts'

/** A range of whites, kelvin. */
export type Whites = NonNullable<LightAbility['kelvin']>

/** Whether a lamp has a colour to choose, and so a dial. */
export function hasDial({ ability }: Pick<LightState, 'ability'>): boolean {
  return ability.kelvin !== null || ability.colour
}

/** The white at a share 0..1 of the way from warm to cool: even steps to the eye, which counts in mireds. */
export function whiteAt(share: number, { min, max }: Whites): Colour {
  const warm = kelvinToMired(min)
  return { mode: 'kelvin', kelvin: Math.round(miredToKelvin(warm + (kelvinToMired(max) - warm) * share)) }
}

/** Where a colour lies between the warmest and the coolest white, 0..1. */
export function whiteShare(colour: Colour, { min, max }: Whites): number {
  const kelvin = colour.mode === 'kelvin' ? colour.kelvin : chromaticityToKelvin(colour)
  const warm = kelvinToMired(min)
  return Math.min(1, Math.max(0, (kelvinToMired(kelvin) - warm) / (kelvinToMired(max) - warm)))
}

/** The saturated colour at a share 0..1 of the way around the circle: red, green, blue and back to red. */
export function hueAt(share: number): Colour {
  const chromaticity = hexToChromaticity(hueHex(share))
  if (chromaticity === null) throw new Error('No hue is black.')
  return { mode: 'xy', ...chromaticity }
}

/** Where a colour lies on the circle, 0..1; of whites, where their tint does. */
export function hueShare(colour: Colour): number {
  if (colour.mode === 'kelvin') return 0.08
  const [r, g, b] = chromaticityToLinear(colour).map(encoded) as [number, number, number]
  const most = Math.max(r, g, b)
  const range = most - Math.min(r, g, b)
  if (range === 0) return 0
  if (most === r) return ((g - b) / range / 6 + 1) % 1
  return most === g ? ((b - r) / range + 2) / 6 : ((r - g) / range + 4) / 6
}

/** The same as a CSS colour. */
export function hueHex(share: number): string {
  const channel = (offset: number): string => {
    const at = (share * 6 + offset) % 6
    const value = Math.min(1, Math.max(0, Math.abs(at - 3) - 1))
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(4)}${channel(2)}`
}

/** sRGB's curve (IEC 61966-2-1). */
function encoded(linear: number): number {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
}
