import { describe, expect, test } from 'vitest'
import type { Part } from '../../scenes/furniture/piece.ts'
import { ball, box, sheet } from '../../scenes/furniture/shapes.ts'
import { cutIntoCharts } from './charts.ts'
import { layOut } from './layout.ts'
import { pack } from './pack.ts'
import { jitter } from './spread.ts'
import { findTexels } from './texels.ts'

describe('charts', () => {
  test('a box falls into its six faces, in metres', () => {
    const { charts } = cutIntoCharts({ material: 'wall', geometry: box(3, 2, 1) })
    const sizes = charts.map(({ width, height }) => `${width.toFixed(2)} x ${height.toFixed(2)}`).sort()
    expect(sizes).toEqual([
      '2.00 x 1.00',
      '2.00 x 1.00',
      '3.00 x 1.00',
      '3.00 x 1.00',
      '3.00 x 2.00',
      '3.00 x 2.00',
    ])
  })

  test('every triangle of a ball is in one chart', () => {
    const charted = cutIntoCharts({ material: 'wall', geometry: ball(1, 16) })
    const chartOf = new Map(
      charted.charts.flatMap((chart, i) => chart.vertices.map((vertex) => [vertex, i] as const)),
    )
    for (let i = 0; i < charted.index.length; i += 3) {
      const three = [0, 1, 2].map((k) => chartOf.get(charted.index[i + k] ?? -1))
      expect(new Set(three).size).toBe(1)
      expect(three[0]).toBeDefined()
    }
  })
})

test('packed rectangles lie inside the square and never on each other', () => {
  const rectangles = Array.from({ length: 120 }, (_, i) => ({
    width: 1 + Math.floor(14 * jitter(i, 1)),
    height: 1 + Math.floor(9 * jitter(i, 2)),
  }))
  const places = pack(rectangles, 100)
  expect(places).not.toBeNull()
  const owner = new Int32Array(100 * 100).fill(-1)
  places?.forEach(({ x, y }, i) => {
    const { width, height } = rectangles[i] ?? { width: 0, height: 0 }
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++) {
        expect(owner[row * 100 + column]).toBe(-1)
        owner[row * 100 + column] = i
      }
  })
  expect(pack([{ width: 11, height: 1 }], 10)).toBeNull()
})

describe('texels', () => {
  const floor: Part = { material: 'floor', geometry: sheet(2, 1).rotateX(-Math.PI / 2) }

  test('lie on their surface and face its way', () => {
    const { parts } = layOut([floor, { material: 'oak', geometry: ball(0.3, 12).translate(0, 1, 0) }], 48)
    const texels = findTexels(parts, 48)
    expect(texels.count).toBeGreaterThan(800)
    for (let texel = 0; texel < texels.count; texel++) {
      const [x = 0, y = 0, z = 0] = texels.position.subarray(texel * 3, texel * 3 + 3)
      const [nx = 0, ny = 0, nz = 0] = texels.normal.subarray(texel * 3, texel * 3 + 3)
      if (texels.part[texel] === 0) {
        expect(Math.abs(y)).toBeLessThan(1e-6)
        expect(Math.abs(x)).toBeLessThanOrEqual(1.0001)
        expect(Math.abs(z)).toBeLessThanOrEqual(0.5001)
        expect(ny).toBeCloseTo(1)
      } else {
        const outward = (x * nx + (y - 1) * ny + z * nz) / 0.3
        expect(outward).toBeGreaterThan(0.9)
      }
    }
  })

  test('a part with twice the detail gets about four times the texels', () => {
    const { parts } = layOut([floor, { ...floor, detail: 0.5 }], 64)
    const { part } = findTexels(parts, 64)
    const of = (number: number) => part.filter((owner) => owner === number).length
    expect(of(0) / of(1)).toBeGreaterThan(3)
    expect(of(0) / of(1)).toBeLessThan(5)
  })
})
