import { type Part, type Piece, turnedBy } from './piece.ts'
import { box, roundedBox, sheet } from './shapes.ts'

export interface WindowSize {
  readonly width: number
  readonly height: number
  /** How deep it sits in the wall. */
  readonly reveal: number
}

/**
 * A window seen from inside: its opening's middle at the origin, the room towards z. Casing, sill, two
 * casements, and a picture of outdoors a little behind the glass.
 */
export function casementWindow({ width, height, reveal }: WindowSize): Piece {
  const frame = 0.05
  const glass = -reveal + 0.03
  const parts: Part[] = []
  const joinery = (geometry: Part['geometry'], detail = 1) =>
    parts.push({ material: 'joinery', geometry, detail })

  joinery(
    sheet(reveal, width)
      .rotateX(Math.PI / 2)
      .translate(-reveal / 2, height / 2, 0),
  )
  for (const side of [-1, 1])
    joinery(
      sheet(reveal, height)
        .rotateY(side > 0 ? Math.PI : 0)
        .translate(-reveal / 2, 0, (side * width) / 2),
    )
  joinery(
    roundedBox(reveal + 0.14, 0.03, width + 0.12, 0.008).translate(
      -reveal / 2 + 0.07,
      -height / 2 - 0.014,
      0,
    ),
  )

  const upright = (z: number, breadth: number) =>
    joinery(box(frame, height, breadth).translate(glass, 0, z), 0.8)
  upright((frame - width) / 2, frame)
  upright(0, frame * 1.4)
  upright((width - frame) / 2, frame)
  for (const y of [(frame - height) / 2, (height - frame) / 2])
    joinery(box(frame - 0.002, frame, width).translate(glass, y, 0), 0.8)

  // A casing on the wall around the opening.
  const casing = 0.07
  for (const side of [-1, 1])
    joinery(
      box(0.018, height + casing, casing).translate(0.009, casing / 2, side * (width / 2 + casing / 2)),
      0.7,
    )
  joinery(box(0.018, casing, width).translate(0.009, height / 2 + casing / 2, 0), 0.7)

  parts.push({
    material: 'view',
    role: 'view',
    detail: 0,
    ownUv: true,
    blocks: false,
    geometry: sheet(width * 3, height * 3)
      .rotateY(Math.PI / 2)
      .translate(-reveal - 0.7, 0.1, 0),
  })
  return turnedBy({ parts }, -Math.PI / 2)
}
