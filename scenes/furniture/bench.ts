import { z } from 'zod'
import { furniture, metres } from './furniture.ts'
import { type Part, type Piece, turnedBy } from './piece.ts'
import { box, rod, roundedBox } from './shapes.ts'

/** Height of the bench's top. */
const benchHeight = 0.46

/** Along z with three fronts towards x. */
function alongZ(length: number): Piece {
  const depth = 0.42
  const body = benchHeight - 0.13
  const door = (length - 0.03) / 3
  const parts: Part[] = [
    {
      material: 'lacquer',
      geometry: roundedBox(depth, body, length, 0.008).translate(0, 0.13 + body / 2, 0),
    },
  ]
  for (let i = 0; i < 3; i++) {
    const at = (i - 1) * door
    parts.push(
      {
        material: 'oak',
        geometry: roundedBox(0.018, body - 0.05, door - 0.012, 0.004).translate(
          depth / 2 + 0.004,
          0.13 + body / 2,
          at,
        ),
      },
      {
        material: 'brass',
        geometry: box(0.012, 0.09, 0.008).translate(
          depth / 2 + 0.018,
          0.15 + body * 0.7,
          at + door / 2 - 0.05,
        ),
        detail: 0.5,
      },
    )
  }
  for (const x of [-1, 1])
    for (const end of [-1, 1])
      parts.push({
        material: 'oak',
        geometry: rod(0.02, 0.14, 12, 0.013).translate(x * 0.15, 0.07, end * (length / 2 - 0.12)),
        detail: 0.6,
      })
  return { parts }
}

export const mediaBench = furniture({
  about: 'a low lacquered bench with three oak fronts, 0.42 deep and 0.46 high',
  parameters: z.strictObject({ width: metres(1.6, 0.6, 3, 'width') }),
  build: ({ width }) => ({ ...turnedBy(alongZ(width), -Math.PI / 2), top: benchHeight }),
})
