import type { Colour } from '../contract/colour.ts'
import type { LightAbility } from '../contract/fixture-state.ts'
import { dimmerToOutput } from './dimmer.ts'
import { withinGamut } from './gamut.ts'
import type { Chromaticity } from './hex-colour.ts'
import { chromaticityToLinear, type Rgb } from './linear-colour.ts'
import { chromaticityToKelvin, kelvinToChromaticity } from './planckian-locus.ts'

/** What a lamp is set to; the part of a light's state that decides what it gives. */
export interface LampSetting {
  readonly on: boolean
  /** 0..1 on the dimmer. */
  readonly brightness: number
  readonly colour: Colour
}

/** Light that leaves a lamp: `rgb` is linear Rec. 709 of luminance 1. */
export interface LampLight {
  readonly lumens: number
  readonly rgb: Rgb
}

/** A lamp of one white is taken for the usual warm white. */
const usualKelvin = 2700

/**
 * What each primary of a typical colour bulb can give, as a fraction of the bulb's full white. Measured
 * bulbs scatter widely; these sit in their middle (blue gives about a tenth of what white does).
 */
const primaryShare: Rgb = [0.3, 0.75, 0.1]
const primaryLuminance: Rgb = [0.2126, 0.7152, 0.0722]

/** The light of a lamp that gives `lumens` at full white. Colours that it cannot do become its nearest white. */
export function lampLight(setting: LampSetting, ability: LightAbility, lumens: number): LampLight {
  const rgb = chromaticityToLinear(shownChromaticity(setting.colour, ability))
  if (!setting.on) return { lumens: 0, rgb }
  const full = setting.colour.mode === 'xy' && ability.colour ? lumens * colourYield(rgb) : lumens
  return { lumens: full * dimmerToOutput(setting.brightness), rgb }
}

/** How much of its white light a colour bulb keeps in this colour, 0..1. `rgb` has luminance 1. */
export function colourYield(rgb: Rgb): number {
  const limits = [0, 1, 2].map(
    (i) => (primaryShare[i] ?? 0) / Math.max(1e-6, (primaryLuminance[i] ?? 0) * (rgb[i] ?? 0)),
  )
  return Math.min(1, ...limits)
}

/** The chromaticity a lamp shows when asked for `colour`. */
export function shownChromaticity(colour: Colour, ability: LightAbility): Chromaticity {
  if (colour.mode === 'xy' && ability.colour) return withinGamut(colour)
  const asked = colour.mode === 'kelvin' ? colour.kelvin : chromaticityToKelvin(colour)
  return kelvinToChromaticity(nearestWhite(asked, ability))
}

function nearestWhite(kelvin: number, ability: LightAbility): number {
  if (ability.kelvin) return Math.min(ability.kelvin.max, Math.max(ability.kelvin.min, kelvin))
  return ability.colour ? kelvin : usualKelvin
}
