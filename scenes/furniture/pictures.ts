import { z } from 'zod'
import { furniture, metres } from './furniture.ts'
import type { MaterialName } from './materials.ts'
import type { Part, Piece } from './piece.ts'
import { box, sheet } from './shapes.ts'

/** It faces z; the middle of its back is the origin. */
function print(art: MaterialName, width: number, height: number, frame: MaterialName = 'oak'): Piece {
  const edge = 0.018
  const margin = 0.06
  const bar = (w: number, h: number, x: number, y: number): Part => ({
    material: frame,
    geometry: box(w, h, 0.028).translate(x, y, 0.014),
    detail: 0.7,
  })
  return {
    parts: [
      bar(edge, height, -(width - edge) / 2, 0),
      bar(edge, height, (width - edge) / 2, 0),
      bar(width - 2 * edge, edge, 0, (height - edge) / 2),
      bar(width - 2 * edge, edge, 0, -(height - edge) / 2),
      { material: 'matte #e3e0d8', geometry: sheet(width - edge, height - edge).translate(0, 0, 0.012) },
      {
        material: art,
        geometry: sheet(width - 2 * margin, height - 2 * margin).translate(0, 0, 0.014),
        ownUv: true,
      },
    ],
  }
}

export const framedPrint = furniture({
  about: 'a print behind a mount in a thin frame',
  parameters: z.strictObject({
    art: z.enum(['sun', 'leaf', 'hills']).default('sun').describe('what it shows'),
    width: metres(0.5, 0.15, 2, 'width of the frame'),
    height: metres(0.7, 0.15, 2, 'height of the frame'),
    frame: z.enum(['oak', 'black', 'brass']).default('oak').describe('what the frame is made of'),
  }),
  build: ({ art, width, height, frame }) => print(`art-${art}`, width, height, frame),
})
