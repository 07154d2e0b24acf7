import { chance } from './chance.ts'
import type { Part, Piece } from './piece.ts'
import { bentRod, rod, turned } from './shapes.ts'
import { leaf } from './soft-shapes.ts'

/** A small pot whose plant trails over its rim, about 0.16 across; the pot's foot is the origin. */
export function trailingPlant(seed: number): Piece {
  const next = chance(seed * 11 + 7)
  const parts: Part[] = [
    {
      material: 'ceramic',
      geometry: turned(
        [
          [0.001, 0],
          [0.045, 0],
          [0.06, 0.02],
          [0.066, 0.1],
          [0.062, 0.105],
          [0.057, 0.085],
        ],
        32,
      ),
      sheet: true,
    },
    { material: 'matte #46382e', geometry: rod(0.057, 0.01, 20).translate(0, 0.083, 0), detail: 0.4 },
  ]
  for (let i = 0; i < 16; i++) {
    const angle = i * 2.39996
    const out = 0.06 + 0.05 * next()
    const rise = 0.13 + 0.07 * next()
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    parts.push(
      {
        material: 'matte #5f6a3f',
        geometry: bentRod(
          [
            [0.02 * cos, 0.085, 0.02 * sin],
            [out * 0.5 * cos, rise, out * 0.5 * sin],
            [out * cos, rise - 0.01, out * sin],
          ],
          0.0016,
          6,
        ),
        detail: 0.3,
        sheet: true,
        blocks: false,
        yields: true,
      },
      {
        material: 'leaf',
        geometry: leaf(0.05 + 0.025 * next(), 0.036 + 0.012 * next(), 1.2)
          .rotateX(1.1 + 0.6 * next())
          .rotateY(Math.PI / 2 - angle)
          .translate(out * cos, rise - 0.01, out * sin),
        detail: 0.5,
        sheet: true,
        ownUv: true,
        yields: true,
      },
    )
  }
  return { parts }
}
