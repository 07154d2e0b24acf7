import type { Rgb } from '../light/linear-colour.ts'

/**
 * An overcast sky that gives 1000 lux on open ground, seen through clear glass. Luminance rises three times
 * from horizon to zenith (Moon and Spencer 1942, the CIE overcast sky); its own illuminance is 7/9 pi times
 * the zenith's luminance.
 */
export const glass = 0.8
const zenith = (glass * 1000 * 9) / (7 * Math.PI)
/** Luminance of ground that sends back a fifth of 1000 lux, a little green. */
const ground = (glass * 1000 * 0.2) / Math.PI
const skyColour: Rgb = [0.94, 1.0, 1.14]
const groundColour: Rgb = [1.02, 1.02, 0.76]

/** Luminance of the sky in cd/m2, before its colour, in a direction whose height is `up` (its sine). */
export function skyAt(up: number): number {
  return ((zenith * (1 + 2 * Math.max(0, up))) / 3) * aboveHedge(up)
}

/** Luminance of the ground in cd/m2, before its colour, when 1000 lux fall on it. */
export function groundAt(up: number): number {
  return ground * (1 - aboveHedge(up))
}

/** One channel (0 red, 1 green, 2 blue) of so much light of the sky and of the ground. */
export function tinted(sky: number, fromGround: number, channel: 0 | 1 | 2): number {
  return sky * skyColour[channel] + fromGround * groundColour[channel]
}

/** A hedge of a few degrees softens the horizon. */
function aboveHedge(up: number): number {
  return Math.min(1, Math.max(0, (up + 0.02) / 0.1))
}
