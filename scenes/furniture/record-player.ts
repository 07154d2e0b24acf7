import { z } from 'zod'
import { furniture } from './furniture.ts'
import { type Piece, turnedBy } from './piece.ts'
import { ball, bentRod, rod, roundedBox, turned } from './shapes.ts'

/** It faces x, its arm on the right. */
function player(fixture: string): Piece {
  const top = 0.095
  return {
    parts: [
      { material: 'oak #7c5f48', geometry: roundedBox(0.34, 0.075, 0.44, 0.008).translate(0, 0.0525, 0) },
      ...[-1, 1].flatMap((x) =>
        [-1, 1].map((end) => ({
          material: 'black' as const,
          geometry: rod(0.022, 0.018, 16).translate(x * 0.13, 0.009, end * 0.18),
          detail: 0.4,
        })),
      ),
      { material: 'black', geometry: rod(0.15, 0.012, 48).translate(0, top + 0.003, -0.045), detail: 0.6 },
      {
        material: 'vinyl',
        ownUv: true,
        blocks: false,
        geometry: disc(0.147, top + 0.0115, -0.045),
      },
      {
        material: 'label',
        ownUv: true,
        blocks: false,
        geometry: disc(0.05, top + 0.0125, -0.045),
      },
      { material: 'steel', geometry: rod(0.003, 0.02, 8).translate(0, top + 0.016, -0.045), detail: 0.3 },
      {
        material: 'steel',
        geometry: turned(
          [
            [0.001, 0],
            [0.026, 0],
            [0.026, 0.03],
            [0.001, 0.034],
          ],
          20,
        ).translate(-0.11, top - 0.004, 0.15),
        detail: 0.5,
      },
      {
        material: 'steel',
        geometry: bentRod(
          [
            [-0.11, top + 0.036, 0.15],
            [-0.02, top + 0.038, 0.14],
            [0.06, top + 0.034, 0.11],
            [0.09, top + 0.024, 0.07],
          ],
          0.004,
        ),
        sheet: true,
        detail: 0.5,
      },
      {
        material: 'black',
        geometry: roundedBox(0.032, 0.012, 0.016, 0.004)
          .rotateY(0.7)
          .translate(0.098, top + 0.019, 0.06),
        detail: 0.5,
      },
      {
        material: 'indicator-lens',
        role: 'indicator',
        fixture,
        detail: 0,
        blocks: false,
        geometry: ball(0.005, 12).translate(0.168, 0.055, 0.18),
      },
    ],
  }
}

/** A flat disc that faces up, its texture laid over it once. */
function disc(radius: number, y: number, along: number) {
  return rod(radius, 0.001, 48).translate(0, y, along)
}

export const recordPlayer = furniture({
  about: 'a record player in a walnut case, 0.44 wide and 0.34 deep',
  serves: 'plug',
  parameters: z.strictObject({}),
  build: (_, { fixture }) => turnedBy(player(fixture), -Math.PI / 2),
})
