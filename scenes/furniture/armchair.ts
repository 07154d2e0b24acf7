import { z } from 'zod'
import { colour, furniture } from './furniture.ts'
import type { MaterialName } from './materials.ts'
import { type Part, type Piece, place } from './piece.ts'
import { bentRod, rod, roundedBox } from './shapes.ts'
import { sewn } from './sofa.ts'

const width = 0.66
const half = width / 2 - 0.018

/** Two bent oak sides, cross-bars between them, and two loose cushions. */
function lounge(cloth: MaterialName): Piece {
  const parts: Part[] = []
  const wood = (geometry: Part['geometry'], detail = 0.8): Part => ({
    material: 'oak',
    geometry,
    detail,
    sheet: false,
  })
  for (const side of [-1, 1]) {
    const x = side * half
    parts.push(
      wood(rod(0.017, 0.58, 14, 0.013).rotateX(-0.07).translate(x, 0.285, 0.29)),
      wood(rod(0.017, 0.6, 14, 0.013).rotateX(0.3).translate(x, 0.296, -0.33)),
      wood(roundedBox(0.048, 0.026, 0.66, 0.012).rotateX(0.05).translate(x, 0.575, -0.02)),
      wood(roundedBox(0.022, 0.055, 0.66, 0.008).rotateX(0.12).translate(x, 0.29, -0.02)),
      {
        material: 'oak',
        geometry: bentRod(
          [
            [x * 0.9, 0.3, -0.26],
            [x * 0.9, 0.56, -0.36],
            [x * 0.88, 0.8, -0.44],
          ],
          0.015,
        ),
        sheet: true,
        detail: 0.8,
      },
    )
  }
  for (const [y, depth] of [
    [0.31, 0.3],
    [0.26, -0.3],
    [0.8, -0.44],
    [0.62, -0.385],
    [0.46, -0.325],
  ] as const)
    parts.push(
      wood(
        rod(0.011, width - 0.06, 10)
          .rotateZ(Math.PI / 2)
          .translate(0, y, depth),
        0.5,
      ),
    )
  const seat = sewn('seat', cloth, cloth)
  for (const { geometry } of seat) geometry.scale(0.64, 0.74, 0.9).rotateX(0.1)
  const back = sewn('back', cloth, cloth)
  for (const { geometry } of back) geometry.scale(0.66, 0.74, 1.12).rotateX(Math.PI / 2 - 0.36)
  parts.push(
    ...place({ parts: seat }, [0, 0.4, 0.02]).parts,
    ...place({ parts: back }, [0, 0.68, -0.27]).parts,
  )
  return { parts, top: 0.52 }
}

export const armchair = furniture({
  about: 'an easy chair of bent oak with two piped cushions, 0.66 wide, 0.85 deep and 0.82 high',
  parameters: z.strictObject({ cloth: colour('#c8b79b', 'cloth') }),
  build: ({ cloth }) => lounge(`linen ${cloth}`),
})
