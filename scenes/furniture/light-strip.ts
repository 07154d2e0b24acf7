import { z } from 'zod'
import { furniture, metres } from './furniture.ts'
import { luminance } from './glow.ts'
import { box, sheet } from './shapes.ts'

const breadth = 0.012
/** The rail's thickness, and how far the light lies in front of it. */
const thick = 0.008
const front = 0.002

export const lightStrip = furniture({
  about: 'a strip of light in its thin rail; its origin is the middle of the light',
  serves: 'light',
  parameters: z.strictObject({
    length: metres(1, 0.2, 5, 'length'),
    shines: z.enum(['up', 'down', 'out']).default('up').describe('which way it shines'),
  }),
  build: ({ length, shines }, { fixture }) => {
    const turn = { up: -Math.PI / 2, down: Math.PI / 2, out: 0 }[shines]
    const centre = { up: [0, front, 0], down: [0, -front, 0], out: [0, 0, front] } as const
    const across = { up: [0, 0, -1], down: [0, 0, 1], out: [0, 1, 0] } as const
    const [x, y, depth] = across[shines]
    return {
      parts: [
        {
          material: 'lacquer',
          geometry: box(length + 0.01, breadth + 0.006, thick)
            .translate(0, 0, -thick / 2 - 0.001)
            .rotateX(turn),
          detail: 0.5,
          blocks: false,
        },
        {
          material: 'bulb',
          role: 'glow',
          fixture,
          detail: 0,
          blocks: false,
          glow: luminance(1, breadth * length),
          geometry: sheet(length, breadth).rotateX(turn),
        },
      ],
      emitters: [
        {
          fixture,
          share: 1,
          shape: 'rectangle',
          centre: centre[shines],
          u: [length / 2, 0, 0],
          v: [(x * breadth) / 2, (y * breadth) / 2, (depth * breadth) / 2],
        },
      ],
    }
  },
})
