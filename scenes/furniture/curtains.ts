import type { Piece } from './piece.ts'
import { ball, rod } from './shapes.ts'
import { drape } from './soft-shapes.ts'

/** Two curtains on a pole along z, drawn aside; they face x, the pole's middle is the origin. */
export function curtains(span: number, drop: number): Piece {
  const each = 0.46
  const pole = span + 2 * each + 0.1
  return {
    parts: [
      { material: 'black', geometry: rod(0.011, pole).rotateX(Math.PI / 2), detail: 0.5 },
      ...[-1, 1].flatMap((side) => [
        {
          material: 'black' as const,
          geometry: ball(0.022, 16).translate(0, 0, (side * pole) / 2),
          detail: 0.5,
        },
        {
          material: 'curtain' as const,
          sheet: true,
          geometry: drape(each, drop, 0.042, 6, side + 3)
            .rotateY(Math.PI / 2)
            .translate(0, -drop / 2 - 0.005, side * (span / 2 + each / 2)),
        },
      ]),
    ],
  }
}
