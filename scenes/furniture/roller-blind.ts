import { z } from 'zod'
import { furniture } from './furniture.ts'
import { type Piece, place, turnedBy } from './piece.ts'
import { roundedBox, sheet, turned } from './shapes.ts'

/** It faces x; its roller is at the origin, its cloth is modelled fully down. */
function alongZ(fixture: string, width: number, drop: number): Piece {
  return {
    parts: [
      {
        material: 'joinery',
        geometry: turned(
          [
            [0.001, -width / 2],
            [0.024, -width / 2],
            [0.024, width / 2],
            [0.001, width / 2],
          ],
          20,
        ).rotateX(Math.PI / 2),
        sheet: true,
        blocks: false,
      },
      {
        material: 'blind',
        role: 'blind',
        fixture,
        blocks: false,
        detail: 0.6,
        geometry: sheet(width - 0.02, drop)
          .rotateY(Math.PI / 2)
          .translate(0.012, -drop / 2, 0),
      },
      {
        material: 'blind',
        role: 'blind',
        fixture,
        blocks: false,
        detail: 0.6,
        geometry: roundedBox(0.014, 0.024, width - 0.02, 0.005).translate(0.012, -drop, 0),
      },
    ],
  }
}

export const rollerBlind = furniture({
  about: 'a roller blind inside the opening of a window',
  serves: 'blind',
  parameters: z.strictObject({}),
  build: (_, { fixture, window }) => {
    const { width, height } = window ?? { width: 1.2, height: 1.4 }
    return place(turnedBy(alongZ(fixture, width - 0.03, height), -Math.PI / 2), [0, -0.03, -0.04])
  },
})
