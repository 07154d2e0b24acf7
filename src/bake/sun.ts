import type { Opening, Place } from '../../scenes/furniture/piece.ts'
import type { SunHour } from '../light/baked-room.ts'

/** Where the sun stands: `towards` it, length 1. */
export interface SunPosition {
  readonly hour: SunHour
  readonly towards: Place
}

/**
 * Height of the sun, and its angle from straight before the window, in degrees: positive is to the right of
 * someone who looks out. A description does not say where north is, so every window looks south-west, as one
 * hopes of a living room. So each of the three throws a patch of sun well into the room.
 */
const positions = [
  { hour: 'morning', height: 24, turn: -50 },
  { hour: 'noon', height: 43, turn: -8 },
  { hour: 'evening', height: 14, turn: 24 },
] as const

export function sunPositions({ u, v }: Opening): SunPosition[] {
  // Outwards, against u x v, laid level.
  const x = v[1] * u[2] - v[2] * u[1]
  const z = v[0] * u[1] - v[1] * u[0]
  const length = Math.hypot(x, z) || 1
  const [outX, outZ] = [x / length, z / length]
  return positions.map(({ hour, height, turn }) => {
    const up = (height * Math.PI) / 180
    const side = (turn * Math.PI) / 180
    // To the right of someone who looks out of the window.
    const [rightX, rightZ] = [-outZ, outX]
    const along = Math.cos(up) * Math.cos(side)
    const across = Math.cos(up) * Math.sin(side)
    return {
      hour,
      towards: [outX * along + rightX * across, Math.sin(up), outZ * along + rightZ * across],
    }
  })
}
