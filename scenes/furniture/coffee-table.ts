import { z } from 'zod'
import { furniture } from './furniture.ts'
import type { Part, Piece } from './piece.ts'
import { rod, roundedBox, turned } from './shapes.ts'

/** Height of the table top. */
const coffeeTableHeight = 0.42

function table(): Piece {
  const top = coffeeTableHeight
  const edge = [
    [0.0, top - 0.034],
    [0.43, top - 0.034],
    [0.452, top - 0.024],
    [0.46, top - 0.012],
    [0.456, top - 0.003],
    [0.446, top],
    [0.0, top],
  ] as const
  const legs = [0, 1, 2].map((i): Part => {
    const angle = (i * 2 * Math.PI) / 3 + 0.5
    return {
      material: 'oak',
      detail: 0.7,
      geometry: rod(0.024, top - 0.02, 14, 0.016)
        .rotateZ(0.16)
        .translate(0.335, (top - 0.02) / 2, 0)
        .rotateY(angle),
    }
  })
  return { parts: [{ material: 'oak', geometry: turned(edge, 56) }, ...legs], top }
}

function still(): Piece {
  return {
    parts: [
      {
        material: 'matte #59645a',
        geometry: roundedBox(0.27, 0.028, 0.2, 0.004).rotateY(0.35).translate(-0.14, 0.015, 0.06),
      },
      {
        material: 'matte #e3dccd',
        geometry: roundedBox(0.22, 0.022, 0.16, 0.004).rotateY(0.12).translate(-0.13, 0.04, 0.06),
      },
      {
        material: 'ceramic',
        detail: 2,
        geometry: turned(
          [
            [0.001, 0],
            [0.05, 0.0],
            [0.075, 0.025],
            [0.088, 0.07],
            [0.07, 0.125],
            [0.036, 0.16],
            [0.03, 0.185],
            [0.04, 0.205],
            [0.035, 0.205],
            [0.025, 0.185],
            [0.02, 0.15],
          ],
          36,
        ).translate(0.17, 0, -0.12),
      },
    ],
  }
}

export const coffeeTable = furniture({
  about: 'a round oak table on three splayed legs, 0.92 across and 0.42 high',
  parameters: z.strictObject({}),
  build: table,
})

export const stillLife = furniture({
  about: 'two books and a vase, to stand on a table',
  parameters: z.strictObject({}),
  build: still,
})
