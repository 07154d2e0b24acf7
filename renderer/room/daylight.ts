import type { SunHour } from '../../src/light/baked-room.ts'
import { chromaticityToLinear, type Rgb } from '../../src/light/linear-colour.ts'
import { kelvinToChromaticity } from '../../src/light/planckian-locus.ts'

/** The light outdoors at some time of day. */
export interface Daylight {
  /** Lux of the sky on open ground; linear Rec. 709, times the colours that the baked sky has already. */
  readonly sky: Rgb
  /** Lux of the sun on what faces it, where it is baked. */
  readonly suns: Readonly<Record<SunHour, Rgb>>
  /** What is seen through the window. */
  readonly view: {
    /** Luminance of the sky, cd/m2, and its colours high up and at the horizon, of about luminance 1. */
    readonly nits: number
    readonly high: Rgb
    readonly low: Rgb
    /** How far windows and street lamps out there have come on, 0..1. */
    readonly lit: number
  }
}

interface Moment {
  /** Of the day, 0..24. */
  readonly hour: number
  /** Lux of sky and sun. */
  readonly sky: number
  readonly sun: number
  /** Colour temperature of the sun, kelvin. */
  readonly kelvin: number
  /** How the sun is shared between the places it is baked for. */
  readonly at: readonly [morning: number, noon: number, evening: number]
  /** Colour of the sky, high up and at the horizon. */
  readonly high: Rgb
  readonly low: Rgb
  readonly lit: number
}

const darkBlue: Rgb = [0.62, 0.92, 1.9]
const night = { sky: 3.2, sun: 0, kelvin: 2400, high: darkBlue, low: darkBlue, lit: 1 } as const

/**
 * A mild day in spring, as one would like it in a show room: the sky's light follows what is measured outdoors
 * (some ten thousand lux by day, a few at night with a town around), the sun is veiled, or its patch on the
 * floor would outshine all the lamps.
 */
const moments: readonly Moment[] = [
  { hour: 0, ...night, at: [1, 0, 0] },
  { hour: 5, ...night, at: [1, 0, 0] },
  {
    hour: 6.25,
    sky: 220,
    sun: 0,
    kelvin: 2400,
    at: [1, 0, 0],
    high: [0.8, 0.95, 1.45],
    low: [1.35, 0.94, 0.82],
    lit: 0.4,
  },
  {
    hour: 8,
    sky: 4200,
    sun: 6500,
    kelvin: 3700,
    at: [1, 0, 0],
    high: [0.9, 1, 1.2],
    low: [1.1, 0.99, 0.9],
    lit: 0,
  },
  {
    hour: 12.5,
    sky: 9000,
    sun: 10000,
    kelvin: 5300,
    at: [0, 1, 0],
    high: [0.92, 1, 1.14],
    low: [1, 1, 1],
    lit: 0,
  },
  {
    hour: 15.5,
    sky: 7500,
    sun: 8500,
    kelvin: 4600,
    at: [0, 0.5, 0.5],
    high: [0.93, 1, 1.12],
    low: [1.05, 1, 0.94],
    lit: 0,
  },
  {
    hour: 18,
    sky: 2600,
    sun: 5000,
    kelvin: 2900,
    at: [0, 0, 1],
    high: [0.95, 0.98, 1.15],
    low: [1.4, 0.95, 0.62],
    lit: 0.1,
  },
  {
    hour: 19.25,
    sky: 420,
    sun: 0,
    kelvin: 2200,
    at: [0, 0, 1],
    high: [0.78, 0.96, 1.5],
    low: [1.6, 0.88, 0.55],
    lit: 0.6,
  },
  {
    hour: 20.25,
    sky: 60,
    sun: 0,
    kelvin: 2200,
    at: [0, 0, 1],
    high: [0.6, 0.93, 1.9],
    low: [1, 0.95, 1.3],
    lit: 1,
  },
  { hour: 21.75, ...night, at: [0, 0, 1] },
  { hour: 24, ...night, at: [0, 0, 1] },
]

/** The light outdoors at `hour`, 0..24. */
export function daylightAt(hour: number): Daylight {
  const last = moments.findIndex((moment) => moment.hour >= hour)
  const to = moments[last === -1 ? moments.length - 1 : last] as Moment
  const from = moments[Math.max(0, moments.indexOf(to) - 1)] as Moment
  const share = to.hour > from.hour ? Math.min(1, (hour - from.hour) / (to.hour - from.hour)) : 1
  const mix = (a: number, b: number) => a + (b - a) * share
  // Eyes count light in steps of equal ratio.
  const mixLux = (a: number, b: number) => (a > 0 && b > 0 ? a * (b / a) ** share : mix(a, b))
  const mixRgb = (a: Rgb, b: Rgb): Rgb => [mix(a[0], b[0]), mix(a[1], b[1]), mix(a[2], b[2])]
  const lux = mixLux(from.sky, to.sky)
  const high = mixRgb(from.high, to.high)
  const sunColour = chromaticityToLinear(kelvinToChromaticity(mix(from.kelvin, to.kelvin)))
  const sun = mix(from.sun, to.sun)
  const sunAt = (i: 0 | 1 | 2) => times(sunColour, sun * mix(from.at[i], to.at[i]))
  return {
    sky: times([high[0] / byDay[0], high[1] / byDay[1], high[2] / byDay[2]], lux),
    suns: { morning: sunAt(0), noon: sunAt(1), evening: sunAt(2) },
    view: {
      nits: lux * nitsPerLux,
      high,
      low: mixRgb(from.low, to.low),
      lit: mix(from.lit, to.lit),
    },
  }
}

/** The colour of a day's sky, which the baked layers have already. */
const byDay: Rgb = [0.92, 1, 1.14]

/** A sky that gives 1000 lux on open ground has a mean luminance of so many cd/m2 for each (1 / pi). */
const nitsPerLux = 1 / Math.PI

function times([r, g, b]: Rgb, by: number): Rgb {
  return [r * by, g * by, b * by]
}
