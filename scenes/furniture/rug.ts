import type { Part, Piece } from './piece.ts'
import { box, roundedBox } from './shapes.ts'

/** A wool rug with woven lines near its short ends; its middle on the floor is the origin. */
export function rug(width: number, depth: number): Piece {
  const thickness = 0.016
  const line = (x: number, breadth: number): Part => ({
    material: 'rug-line',
    geometry: box(breadth, 0.002, depth - 0.02).translate(x, thickness, 0),
  })
  return {
    parts: [
      {
        material: 'rug',
        geometry: roundedBox(width, thickness, depth, 0.007).translate(0, thickness / 2, 0),
      },
      ...[-1, 1].flatMap((side) => [
        line(side * (width / 2 - 0.16), 0.035),
        line(side * (width / 2 - 0.24), 0.012),
        line(side * (width / 2 - 0.29), 0.012),
      ]),
    ],
  }
}
