import { z } from 'zod'
import { furniture } from './furniture.ts'
import type { MaterialName } from './materials.ts'
import type { Part, Piece } from './piece.ts'
import { rod } from './shapes.ts'
import { cushion, foam } from './soft-shapes.ts'

function twoSeats(): Piece {
  const width = 2.1
  const cloth = (geometry: Part['geometry']): Part => ({ material: 'sofa-cloth', geometry })
  const parts: Part[] = [
    cloth(foam(width - 0.06, 0.17, 0.86, 0.045, 0).translate(0, 0.235, 0)),
    cloth(
      foam(width - 0.3, 0.42, 0.16, 0.06, 0.01)
        .rotateX(-0.1)
        .translate(0, 0.53, -0.36),
    ),
  ]
  for (const side of [-1, 1]) {
    parts.push(
      cloth(foam(0.17, 0.44, 0.9, 0.07, 0.012).translate(side * (width / 2 - 0.085), 0.4, 0.005)),
      cloth(foam(0.865, 0.19, 0.7, 0.065, 0.028).translate(side * 0.436, 0.405, 0.085)),
      cloth(
        foam(0.85, 0.46, 0.19, 0.085, 0.035)
          .rotateX(-0.2)
          .translate(side * 0.432, 0.685, -0.235),
      ),
    )
    for (const end of [-0.34, 0.34])
      parts.push({
        material: 'oak',
        geometry: rod(0.024, 0.15, 12, 0.016).translate(side * (width / 2 - 0.14), 0.075, end),
        detail: 0.7,
      })
  }
  const loose = (
    material: MaterialName,
    size: number,
    x: number,
    front: number,
    lean: number,
    turn: number,
    seed: number,
  ) =>
    parts.push({
      material,
      geometry: cushion(size, size * 0.96, 0.2, seed)
        .rotateX(-lean)
        .rotateY(turn)
        .translate(x, 0.5 + size * 0.44, front),
    })
  loose('rust-cloth', 0.46, -0.68, 0.0, 0.36, 0.3, 2)
  loose('cream-cloth', 0.4, -0.36, 0.06, 0.42, 0.05, 5)
  loose('ochre-cloth', 0.44, 0.68, 0.0, 0.36, -0.28, 9)
  return { parts }
}

export const sofa = furniture({
  about: 'a two-seat sofa on oak legs with three cushions, 2.1 wide and 0.92 deep',
  parameters: z.strictObject({}),
  build: twoSeats,
})
