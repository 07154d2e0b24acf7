import { TorusGeometry } from 'three'
import { z } from 'zod'
import { furniture } from './furniture.ts'
import type { Piece } from './piece.ts'
import { rod, turned } from './shapes.ts'

function remote(fixture: string): Piece {
  return {
    parts: [
      {
        material: 'lacquer',
        geometry: turned(
          [
            [0.001, 0],
            [0.029, 0],
            [0.0325, 0.004],
            [0.0325, 0.011],
            [0.03, 0.0145],
            [0.001, 0.0155],
          ],
          36,
        ),
      },
      { material: 'opal', geometry: rod(0.011, 0.003, 24).translate(0, 0.0158, 0), detail: 0.6 },
      {
        material: 'indicator-lens',
        role: 'indicator',
        fixture,
        detail: 0,
        blocks: false,
        geometry: new TorusGeometry(0.0175, 0.0014, 8, 40).rotateX(Math.PI / 2).translate(0, 0.0155, 0),
      },
    ],
  }
}

export const remoteControl = furniture({
  about: 'a round remote control, 0.065 across, to lie on a table',
  serves: 'remote',
  parameters: z.strictObject({}),
  build: (_, { fixture }) => remote(fixture),
})
