import { SphereGeometry } from 'three'
import type { Piece } from './piece.ts'
import { ball, roundedBox } from './shapes.ts'

/** A motion sensor, 6 cm high, on a wall that faces -x; the middle of its back is the origin. */
export function motionSensor(fixture: string): Piece {
  return {
    parts: [
      { material: 'lacquer', geometry: roundedBox(0.026, 0.075, 0.062, 0.011).translate(-0.013, 0, 0) },
      {
        material: 'opal',
        geometry: new SphereGeometry(0.021, 20, 14).scale(0.6, 1, 1).translate(-0.024, -0.008, 0),
        detail: 0.6,
      },
      {
        material: 'indicator-lens',
        role: 'indicator',
        fixture,
        detail: 0,
        blocks: false,
        geometry: ball(0.0045, 12).translate(-0.026, 0.024, 0),
      },
    ],
  }
}
