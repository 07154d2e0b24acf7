import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import { z } from 'zod'
import { chance } from './chance.ts'
import { furniture, metres } from './furniture.ts'
import type { Part, Piece } from './piece.ts'
import { roundedBox, sheet } from './shapes.ts'

/** Knotted ends of the warp along one short end, as one surface. */
function fringe(width: number, depth: number, side: number): Part {
  const next = chance(side > 0 ? 17 : 29)
  const threads = Math.round(depth / 0.014)
  const bundles = Array.from({ length: threads }, (_, i) => {
    const long = 0.045 + 0.02 * next()
    return sheet(long, 0.008)
      .rotateX(-Math.PI / 2)
      .rotateY((next() - 0.5) * 0.5)
      .translate(
        side * (width / 2 + long / 2 - 0.006),
        0.004 + 0.003 * next(),
        -depth / 2 + (i + 0.5) * (depth / threads),
      )
  })
  return { material: 'rug', geometry: mergeGeometries(bundles), detail: 0.5, yields: true, blocks: false }
}

function woven(width: number, depth: number): Piece {
  const thickness = 0.018
  return {
    top: thickness,
    parts: [
      {
        material: 'rug',
        geometry: roundedBox(width, thickness, depth, 0.008).translate(0, thickness / 2, 0),
      },
      fringe(width, depth, -1),
      fringe(width, depth, 1),
    ],
  }
}

export const rug = furniture({
  about: 'a thick wool rug with thin lines, fringed at its short ends, 0.018 thick',
  parameters: z.strictObject({
    width: metres(2.4, 0.5, 6, 'from one short end to the other'),
    depth: metres(1.7, 0.4, 5, 'along the short ends'),
  }),
  build: ({ width, depth }) => woven(width, depth),
})
