import { z } from 'zod'
import { furniture, metres } from './furniture.ts'
import type { Part, Piece } from './piece.ts'
import { box, roundedBox } from './shapes.ts'

function woven(width: number, depth: number): Piece {
  const thickness = 0.016
  const line = (x: number, breadth: number): Part => ({
    material: 'rug-line',
    geometry: box(breadth, 0.002, depth - 0.02).translate(x, thickness, 0),
  })
  return {
    top: thickness,
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

export const rug = furniture({
  about: 'a wool rug with woven lines near its short ends, 0.016 thick',
  parameters: z.strictObject({
    width: metres(2.4, 0.5, 6, 'from one short end to the other'),
    depth: metres(1.7, 0.4, 5, 'along the short ends'),
  }),
  build: ({ width, depth }) => woven(width, depth),
})
