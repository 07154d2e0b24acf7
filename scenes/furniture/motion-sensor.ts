import { SphereGeometry } from 'three'
import { z } from 'zod'
import { furniture } from './furniture.ts'
import { type Part, type Piece, turnedBy } from './piece.ts'
import { ball, roundedBox } from './shapes.ts'

function sensor(fixture: string): Piece {
  const parts: Part[] = [
    { material: 'lacquer', geometry: roundedBox(0.026, 0.075, 0.062, 0.011).translate(-0.013, 0, 0) },
    {
      material: 'opal',
      geometry: new SphereGeometry(0.021, 20, 14).scale(0.6, 1, 1).translate(-0.024, -0.008, 0),
      detail: 0.6,
    },
    {
      material: 'indicator-lens',
      role: 'indicator',
      fixture,
      detail: 0,
      blocks: false,
      geometry: ball(0.0045, 12).translate(-0.026, 0.024, 0),
    },
  ]
  return turnedBy({ parts }, Math.PI / 2)
}

export const motionSensor = furniture({
  about: 'a motion sensor for a wall, 0.075 high',
  serves: 'motion',
  parameters: z.strictObject({}),
  build: (_, { fixture }) => sensor(fixture),
})
