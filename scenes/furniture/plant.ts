import { z } from 'zod'
import { chance } from './chance.ts'
import { count, furniture, seed } from './furniture.ts'
import type { Part, Piece } from './piece.ts'
import { bentRod, rod, turned } from './shapes.ts'
import { leaf } from './soft-shapes.ts'

function potted(seed: number, stems: number): Piece {
  const next = chance(seed)
  const parts: Part[] = [
    {
      material: 'terracotta',
      geometry: turned(
        [
          [0.001, 0],
          [0.12, 0],
          [0.155, 0.27],
          [0.168, 0.275],
          [0.168, 0.31],
          [0.152, 0.31],
          [0.146, 0.26],
        ],
        48,
      ),
      sheet: true,
    },
    { material: 'matte #46382e', geometry: rod(0.145, 0.02, 24).translate(0, 0.255, 0), detail: 0.5 },
  ]
  for (let i = 0; i < stems; i++) {
    const angle = i * 2.39996
    const rise = 0.42 + 0.5 * next()
    const reach = 0.08 + 0.2 * next()
    const sway = next() - 0.5
    const tip = [reach * Math.cos(angle), 0.26 + rise, reach * Math.sin(angle)] as const
    parts.push(
      {
        material: 'matte #5f6a3f',
        geometry: bentRod(
          [
            [0.02 * Math.cos(angle), 0.25, 0.02 * Math.sin(angle)],
            [tip[0] * 0.35, 0.26 + rise * 0.6, tip[2] * 0.35],
            tip,
          ],
          0.005,
          8,
        ),
        detail: 0.3,
        sheet: true,
        yields: true,
        blocks: false,
      },
      {
        material: 'leaf',
        geometry: leaf(0.24 + 0.14 * next(), 0.13 + 0.05 * next(), 1.5 + sway)
          .rotateX(0.45 + 0.4 * next())
          .rotateY(Math.PI / 2 - angle + sway * 0.5)
          .translate(...tip),
        detail: 0.7,
        sheet: true,
        ownUv: true,
        yields: true,
      },
    )
  }
  return { parts }
}

export const plant = furniture({
  about: 'a house plant in a terracotta pot, about 1.2 high',
  parameters: z.strictObject({ seed, stems: count(15, 3, 40, 'how many leaves it has') }),
  build: ({ seed, stems }) => potted(seed, stems),
})
