import { decodeLayers } from '../../light/layer-codec.ts'
import type { Rgb } from '../../light/linear-colour.ts'
import { unpackRgb9e5 } from '../../light/rgb9e5.ts'
import type { LitRoom } from '../bake-light.ts'
import type { LaidPart } from '../layout.ts'

/** A place on a part's surface. */
export interface SurfacePoint {
  readonly part: number
  readonly at: readonly [number, number, number]
  /** Of the triangle, length 1. */
  readonly normal: readonly [number, number, number]
  readonly lightUv: readonly [number, number]
}

/** Reads a baked room's light as a screen does: decoded from its file, filtered between texels. */
export class LightMap {
  private readonly packed: Uint32Array
  private readonly size: number

  constructor({ encoded, texels, layers }: LitRoom) {
    this.packed = decodeLayers(encoded, texels.size, layers.length)
    this.size = texels.size
  }

  at(layer: number, [u, v]: readonly [number, number]): Rgb {
    const x = u * this.size - 0.5
    const y = v * this.size - 0.5
    const [column, row] = [Math.floor(x), Math.floor(y)]
    const sum: [number, number, number] = [0, 0, 0]
    for (const dy of [0, 1])
      for (const dx of [0, 1]) {
        const weight = (dx ? x - column : 1 - x + column) * (dy ? y - row : 1 - y + row)
        const pixel = layer * this.size ** 2 + (row + dy) * this.size + column + dx
        const light = unpackRgb9e5(this.packed[pixel] ?? 0)
        for (const c of [0, 1, 2] as const) sum[c] += light[c] * weight
      }
    return sum
  }
}

/** Steps that fill a square evenly (Roberts' R2 sequence, 2018). */
const spread = [0.7548776662466927, 0.5698402909980532] as const

/** Points strewn evenly over the lit parts' area, the same every time, and the area each stands for, m2. */
export function surfacePoints(
  parts: readonly LaidPart[],
  count: number,
): { points: SurfacePoint[]; area: number } {
  const triangles = parts.flatMap((laid, part) =>
    laid.lightUv
      ? Array.from({ length: laid.index.length / 3 }, (_, i) => ({
          part,
          laid,
          first: i * 3,
          ...plane(laid, i * 3),
        }))
      : [],
  )
  const total = triangles.reduce((sum, { area }) => sum + area, 0)
  const points: SurfacePoint[] = []
  let passed = 0
  for (const { part, laid, first, area, normal } of triangles) {
    passed += area
    while (points.length < count && (points.length + 0.5) / count <= passed / total) {
      const i = points.length
      const [a, b] = [Math.sqrt((i * spread[0]) % 1), (i * spread[1]) % 1]
      const weights = [1 - a, a * (1 - b), a * b]
      const mix = (from: Float32Array, stride: number, axis: number) =>
        weights.reduce((sum, w, k) => sum + w * (from[(laid.index[first + k] ?? 0) * stride + axis] ?? 0), 0)
      const uv = laid.lightUv ?? new Float32Array()
      points.push({
        part,
        at: [mix(laid.position, 3, 0), mix(laid.position, 3, 1), mix(laid.position, 3, 2)],
        normal,
        lightUv: [mix(uv, 2, 0), mix(uv, 2, 1)],
      })
    }
  }
  return { points, area: total / count }
}

function plane({ position, index }: LaidPart, first: number) {
  const corner = (k: number, axis: number) => position[(index[first + k] ?? 0) * 3 + axis] ?? 0
  const edge = (k: number) => [0, 1, 2].map((axis) => corner(k, axis) - corner(0, axis))
  const [[ax = 0, ay = 0, az = 0], [bx = 0, by = 0, bz = 0]] = [edge(1), edge(2)] as [number[], number[]]
  const n = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx] as const
  const length = Math.hypot(...n)
  return { area: length / 2, normal: [n[0] / length, n[1] / length, n[2] / length] as const }
}
