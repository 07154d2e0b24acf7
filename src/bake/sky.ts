import type { Rgb } from '../light/linear-colour.ts'

/**
 * An overcast sky that gives 1000 lux on open ground, seen through clear glass. Luminance rises three times
 * from horizon to zenith (Moon and Spencer 1942, the CIE overcast sky); its own illuminance is 7/9 pi times
 * the zenith's luminance.
 */
const glass = 0.8
const zenith = (glass * 1000 * 9) / (7 * Math.PI)
/** What the ground outside sends back: a fifth, a little green. */
const ground = (glass * 1000 * 0.2) / Math.PI
const skyColour: Rgb = [0.94, 1.0, 1.14]
const groundColour: Rgb = [1.02, 1.02, 0.76]

/** Luminance in cd/m2 of one channel (0 red, 1 green, 2 blue) outdoors in a direction whose height is `up` (its sine). */
export function outdoors(up: number, channel: 0 | 1 | 2): number {
  // A hedge of a few degrees softens the horizon.
  const blend = Math.min(1, Math.max(0, (up + 0.02) / 0.1))
  const above = ((zenith * (1 + 2 * Math.max(0, up))) / 3) * skyColour[channel]
  return above * blend + ground * groundColour[channel] * (1 - blend)
}
