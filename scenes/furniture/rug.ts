import { PlaneGeometry } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import { z } from 'zod'
import { chance } from './chance.ts'
import { furniture, metres } from './furniture.ts'
import type { Part, Piece } from './piece.ts'
import { sheet } from './shapes.ts'

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

/** The pile, not quite level, falling to the floor along its edges. */
function pile(width: number, depth: number, thickness: number): Part {
  const cloth = new PlaneGeometry(width, depth, 54, 38).rotateX(-Math.PI / 2)
  const position = cloth.getAttribute('position')
  for (let i = 0; i < position.count; i++) {
    const [x, z] = [position.getX(i), position.getZ(i)]
    const edge = Math.min(width / 2 - Math.abs(x), depth / 2 - Math.abs(z))
    const wave = 0.0025 * (Math.sin(7 * x + 2 * z) + Math.sin(5 * z - 3 * x + 1))
    position.setY(i, edge < 1e-6 ? 0.002 : thickness + wave)
  }
  cloth.computeVertexNormals()
  return { material: 'rug', geometry: cloth, sheet: true, clothUv: true }
}

function woven(width: number, depth: number): Piece {
  const thickness = 0.016
  return {
    top: thickness,
    parts: [pile(width, depth, thickness), fringe(width, depth, -1), fringe(width, depth, 1)],
  }
}

export const rug = furniture({
  about: 'a thick wool rug with thin lines, fringed at its short ends, 0.016 thick',
  parameters: z.strictObject({
    width: metres(2.4, 0.5, 6, 'from one short end to the other'),
    depth: metres(1.7, 0.4, 5, 'along the short ends'),
  }),
  build: ({ width, depth }) => woven(width, depth),
})
