import type { Piece } from './piece.ts'
import { rod, roundedBox, sheet } from './shapes.ts'

/** A roller blind that faces x; its roller is at the origin, its cloth is modelled fully down. */
export function rollerBlind(fixture: string, width: number, drop: number): Piece {
  return {
    parts: [
      {
        material: 'joinery',
        geometry: rod(0.024, width, 20).rotateX(Math.PI / 2),
        detail: 0.6,
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
