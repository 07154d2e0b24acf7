import type { BakedRoom } from '../../src/light/baked-room.ts'
import type { Chromaticity } from '../../src/light/hex-colour.ts'
import {
  adaptationTo,
  linearToChromaticity,
  luminance,
  type Matrix3,
  type Rgb,
} from '../../src/light/linear-colour.ts'
import { chromaticityToKelvin, kelvinToChromaticity } from '../../src/light/planckian-locus.ts'

/** How an eye in the room would be set: a screen has to do for the picture what the eye does for the room. */
export interface Eye {
  /** Multiplies cd/m2 before the tone curve. */
  readonly exposure: number
  /** Turns the light in the room to what looks right on a screen. */
  readonly whiteBalance: Matrix3
}

/** Mean reflectance of a furnished room: illuminance times this over pi is what surfaces look like. */
const reflectance = 0.45
/** How far exposure follows the light: at 1 a dimmed room would look as bright as a lit one. */
const adaptation = 0.67
/** Luminance at which the exponent above changes nothing, cd/m2. */
const reference = 2.2
/** Where a mean surface ends up, before the tone curve. */
const key = 0.19
/** Darker than this the eye does not follow: a dark room shall look dark. cd/m2. */
const darkest = 0.007
/** Coloured light looks brighter than white of the same luminance: so much less of it is shown, or it fades. */
const vividness = 0.4

/** White that a screen's surroundings make us expect, kelvin; the eye goes part of the way from it. */
const expectedWhite = kelvinToChromaticity(4300)
const followsColour = 0.72

/** The eye's setting for these layer weights. Mean light is linear in the lamps, so nothing is read back. */
export function lookAt(room: BakedRoom, weights: readonly Rgb[]): Eye {
  const mean = meanLight(room, weights)
  const seen = Math.max(darkest, (luminance(mean) * reflectance) / Math.PI)
  const calm = 1 - vividness * colourfulness(room, weights)
  return {
    exposure: (calm * key) / (seen ** adaptation * reference ** (1 - adaptation)),
    whiteBalance: adaptationTo(adaptedWhite(linearToChromaticity(mean), luminance(mean))),
  }
}

/** Mean light on the room's surfaces for these layer weights, lux, linear Rec. 709. */
export function meanLight(room: BakedRoom, weights: readonly Rgb[]): Rgb {
  const mean: [number, number, number] = [0, 0, 0]
  room.layers.forEach((layer, i) => {
    const weight = weights[i] ?? [0, 0, 0]
    for (const channel of [0, 1, 2] as const) mean[channel] += layer.mean[channel] * weight[channel]
  })
  return mean
}

/** How much of the light on the room's surfaces is coloured, 0..1, however its colours add up. */
function colourfulness(room: BakedRoom, weights: readonly Rgb[]): number {
  let all = 0
  let coloured = 0
  room.layers.forEach((layer, i) => {
    const weight = weights[i] ?? [0, 0, 0]
    const light = luminance(weight) * luminance(layer.mean)
    if (light <= 0) return
    all += light
    const { x, y } = linearToChromaticity(weight)
    const white = kelvinToChromaticity(chromaticityToKelvin({ x, y }))
    coloured += light * Math.min(1, Math.max(0, Math.hypot(x - white.x, y - white.y) - 0.03) / 0.12)
  })
  return all > 0 ? coloured / all : 0
}

/** Saturated light is not taken for white: the further from the whites, the less the eye follows. */
function adaptedWhite(mean: Chromaticity, lux: number): Chromaticity {
  const away = Math.hypot(mean.x - 0.39, mean.y - 0.38)
  const share = lux > 0 ? followsColour * Math.max(0, 1 - 6 * Math.max(0, away - 0.04)) : 0
  return {
    x: expectedWhite.x + (mean.x - expectedWhite.x) * share,
    y: expectedWhite.y + (mean.y - expectedWhite.y) * share,
  }
}
