import { z } from 'zod'
import { furniture, metres } from './furniture.ts'
import { type Piece, place, turnedBy } from './piece.ts'
import { ball, rod } from './shapes.ts'
import { softGood } from './soft-goods.ts'

/** On a pole along z, facing x; the pole's middle is the origin. */
function alongZ(span: number, drop: number): Piece {
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
          yields: true,
          sheet: true,
          clothUv: true,
          geometry: hung(each, drop, side)
            .rotateY(Math.PI / 2)
            .translate(0, -0.012, side * (span / 2 + each / 2)),
        },
      ]),
    ],
  }
}

/** Its folds as they were hung, the second of a pair turned about; 0.46 by 2.3 before it is stretched. */
function hung(width: number, drop: number, side: number) {
  const [cloth] = softGood('curtain')
  if (!cloth) throw new Error('The curtain has no cloth.')
  return cloth.geometry.rotateY(side > 0 ? Math.PI : 0).scale(width / 0.46, drop / 2.3, 1)
}

/** From the window's top to the pole, and from the wall to it: metres. */
const above = 0.24
const out = 0.09

export const curtains = furniture({
  about: 'two linen curtains on a black pole, drawn aside; for a window',
  parameters: z.strictObject({ drop: metres(2.33, 0.4, 4, 'length of the cloth') }),
  build: ({ drop }, { window }) =>
    place(turnedBy(alongZ(window?.width ?? 1.4, drop), -Math.PI / 2), [0, above, out]),
})
