import { type Part, type Piece, turnedBy } from './piece.ts'
import { box, rod, roundedBox } from './shapes.ts'

/** A closed panel door in its frame; the middle of its threshold is the origin. It faces z. */
export function panelDoor(width: number, height: number): Piece {
  const casing = 0.07
  const joinery = (geometry: Part['geometry'], detail = 0.7): Part => ({
    material: 'joinery',
    geometry,
    detail,
  })
  const parts: Part[] = [
    joinery(box(0.012, height, width).translate(-0.006, height / 2, 0), 1),
    joinery(box(0.026, casing, width + 2 * casing).translate(-0.013, height + casing / 2, 0)),
  ]
  for (const side of [-1, 1])
    parts.push(
      joinery(box(0.026, height, casing).translate(-0.013, height / 2, side * (width / 2 + casing / 2))),
    )
  const panel = (y: number, tall: number) => {
    parts.push(joinery(roundedBox(0.014, tall, width - 0.26, 0.005).translate(-0.012, y, 0), 1))
  }
  panel(0.48, 0.66)
  panel(1.4, 0.98)
  parts.push(
    {
      material: 'brass',
      geometry: rod(0.026, 0.012, 20)
        .rotateZ(Math.PI / 2)
        .translate(-0.018, 1.0, width / 2 - 0.07),
    },
    {
      material: 'brass',
      geometry: rod(0.008, 0.05)
        .rotateZ(Math.PI / 2)
        .translate(-0.045, 1.0, width / 2 - 0.07),
    },
    {
      material: 'brass',
      geometry: roundedBox(0.014, 0.016, 0.12, 0.006).translate(-0.066, 1.0, width / 2 - 0.12),
    },
  )
  return turnedBy({ parts }, Math.PI / 2)
}
