import type { MaterialName } from './materials.ts'
import type { Part, Piece } from './piece.ts'
import { box, sheet } from './shapes.ts'

/** A framed print that faces z; the middle of its back is the origin. */
export function framedPrint(
  art: MaterialName,
  width: number,
  height: number,
  frame: MaterialName = 'oak',
): Piece {
  const edge = 0.018
  const margin = 0.06
  const bar = (w: number, h: number, x: number, y: number): Part => ({
    material: frame,
    geometry: box(w, h, 0.028).translate(x, y, 0.014),
    detail: 0.7,
  })
  return {
    parts: [
      bar(edge, height, -(width - edge) / 2, 0),
      bar(edge, height, (width - edge) / 2, 0),
      bar(width - 2 * edge, edge, 0, (height - edge) / 2),
      bar(width - 2 * edge, edge, 0, -(height - edge) / 2),
      { material: 'mount', geometry: sheet(width - edge, height - edge).translate(0, 0, 0.012) },
      {
        material: art,
        geometry: sheet(width - 2 * margin, height - 2 * margin).translate(0, 0, 0.014),
        ownUv: true,
      },
    ],
  }
}
