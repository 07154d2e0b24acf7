import { SplineCurve, Vector2 } from 'three'
import { chance } from './chance.ts'
import type { MaterialName } from './materials.ts'
import type { Part, Piece } from './piece.ts'
import { bentRod, turned } from './shapes.ts'

/** A thrown vessel: its outline from foot to rim as (radius, height), both as shares; then a little way down inside. */
function thrown(
  outline: readonly (readonly [number, number])[],
  width: number,
  height: number,
  material: MaterialName,
): Part {
  const curve = new SplineCurve(outline.map(([r, y]) => new Vector2((r * width) / 2, y * height)))
  const outside = curve.getPoints(26).map((p) => [Math.max(0.0008, p.x), p.y] as const)
  const [rim = 0.01, top = height] = outside.at(-1) ?? []
  const inside = [
    [rim - 0.004, top],
    [rim - 0.006, top - 0.02],
    [Math.max(0.002, rim - 0.012), top - 0.06],
    [0.001, top - 0.065],
  ] as const
  return { material, geometry: turned([[0.0008, 0], ...outside, ...inside], 40), detail: 1.2, sheet: true }
}

const glazes: readonly MaterialName[] = [
  'ceramic',
  'ceramic #b7a58c',
  'ceramic #6f7d74',
  'terracotta',
  'ceramic #3f3c38',
]

/** A vase; the shape and glaze follow from `seed`. */
export function vase(height: number, seed: number): Piece {
  const next = chance(seed * 3 + 1)
  const shapes = [
    [
      [0.5, 0],
      [0.86, 0.2],
      [1, 0.45],
      [0.72, 0.7],
      [0.3, 0.84],
      [0.36, 1],
    ],
    [
      [0.62, 0],
      [0.74, 0.1],
      [0.98, 0.62],
      [0.8, 0.84],
      [0.56, 0.93],
      [0.62, 1],
    ],
    [
      [0.7, 0],
      [1, 0.22],
      [0.92, 0.5],
      [0.34, 0.72],
      [0.26, 0.9],
      [0.3, 1],
    ],
  ] as const
  const shape = shapes[Math.floor(next() * shapes.length)] ?? shapes[0]
  const glaze = glazes[Math.floor(next() * glazes.length)] ?? 'ceramic'
  return { parts: [thrown(shape, height * (0.5 + 0.2 * next()), height, glaze)], top: height }
}

/** A jug with a handle. */
export function jug(height: number): Piece {
  const outline = [
    [0.7, 0],
    [0.92, 0.15],
    [1, 0.4],
    [0.78, 0.75],
    [0.62, 0.88],
    [0.7, 1],
  ] as const
  const r = height * 0.36
  return {
    parts: [
      thrown(outline, r * 2, height, 'ceramic #e6e0d4'),
      {
        material: 'ceramic #e6e0d4',
        geometry: bentRod(
          [
            [r * 0.66, height * 0.86, 0],
            [r * 1.3, height * 0.86, 0],
            [r * 1.5, height * 0.6, 0],
            [r * 0.96, height * 0.36, 0],
          ],
          0.007,
        ),
        sheet: true,
        detail: 0.6,
      },
    ],
    top: height,
  }
}

/** A shallow bowl, `radius` at its rim. */
export function bowl(radius: number): Piece {
  const outside = [
    [0.001, 0],
    [radius * 0.42, 0],
    [radius * 0.44, 0.008],
    [radius * 0.75, radius * 0.22],
    [radius, radius * 0.62],
  ] as const
  const inside = [
    [radius - 0.004, radius * 0.62],
    [radius * 0.7, radius * 0.24],
    [radius * 0.35, 0.014],
    [0.001, 0.012],
  ] as const
  return {
    parts: [
      {
        material: 'ceramic #6f7d74',
        geometry: turned([...outside, ...inside], 40),
        detail: 1.2,
        sheet: true,
      },
    ],
  }
}
