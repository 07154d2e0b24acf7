import type { Opening, Place } from '../../scenes/furniture/piece.ts'
import type { SunHour } from '../light/baked-room.ts'

/** Where the sun stands: `towards` it, length 1. */
export interface SunPosition {
  readonly hour: SunHour
  readonly towards: Place
}

/**
 * Height of the sun, and where it stands from north by east, in degrees: a northern spring day, its hours chosen
 * so that a window to the south gets a patch of sun well into the room at each of them.
 */
const positions = [
  { hour: 'morning', height: 24, azimuth: 140 },
  { hour: 'noon', height: 43, azimuth: 182 },
  { hour: 'evening', height: 14, azimuth: 214 },
] as const

/** Where a window looks of which nothing is said. */
const south = 190

export function sunPositions({ u, v, faces = south }: Opening): SunPosition[] {
  // Outwards, against u x v, laid level.
  const x = v[1] * u[2] - v[2] * u[1]
  const z = v[0] * u[1] - v[1] * u[0]
  const length = Math.hypot(x, z) || 1
  const [outX, outZ] = [x / length, z / length]
  return positions.map(({ hour, height, azimuth }) => {
    const up = (height * Math.PI) / 180
    const side = ((azimuth - faces) * Math.PI) / 180
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
