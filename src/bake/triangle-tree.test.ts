import { expect, test } from 'vitest'
import { jitter } from './spread.ts'
import { TriangleTree } from './triangle-tree.ts'
import { buildTriangleTree } from './triangle-tree-build.ts'

/** Triangles strewn about a room, the same every time. */
function clutter(count: number) {
  const position = Float32Array.from({ length: count * 9 }, (_, i) => {
    const triangle = Math.floor(i / 9)
    return 4 * jitter(triangle, i % 3) - 2 + 0.6 * jitter(i, 77)
  })
  return { position, index: Uint32Array.from({ length: count * 3 }, (_, i) => i) }
}

type Vector = readonly [number, number, number]

/** The distance to the closest triangle, by trying them all (Cramer's rule). */
function nearestByTrial({ position, index }: ReturnType<typeof clutter>, from: Vector, along: Vector) {
  let best = { distance: Number.POSITIVE_INFINITY, triangle: -1 }
  const point = (vertex: number): Vector => [
    position[vertex * 3] ?? 0,
    position[vertex * 3 + 1] ?? 0,
    position[vertex * 3 + 2] ?? 0,
  ]
  const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
  const volume = (a: Vector, b: Vector, c: Vector) =>
    a[0] * (b[1] * c[2] - b[2] * c[1]) -
    a[1] * (b[0] * c[2] - b[2] * c[0]) +
    a[2] * (b[0] * c[1] - b[1] * c[0])
  for (let i = 0; i < index.length / 3; i++) {
    const [a, b, c] = [0, 1, 2].map((k) => point(index[i * 3 + k] ?? 0)) as [Vector, Vector, Vector]
    const [e1, e2, s] = [minus(b, a), minus(c, a), minus(from, a)]
    const back: Vector = [-along[0], -along[1], -along[2]]
    const all = volume(e1, e2, back)
    const [u, v, t] = [volume(s, e2, back) / all, volume(e1, s, back) / all, volume(e1, e2, s) / all]
    if (u >= 0 && v >= 0 && u + v <= 1 && t > 1e-5 && t < best.distance) best = { distance: t, triangle: i }
  }
  return best
}

function ray(i: number): [Vector, Vector] {
  const height = 2 * jitter(i, 1) - 1
  const around = 2 * Math.PI * jitter(i, 2)
  const wide = Math.sqrt(1 - height * height)
  return [
    [4 * jitter(i, 3) - 2, 4 * jitter(i, 4) - 2, 4 * jitter(i, 5) - 2],
    [wide * Math.cos(around), height, wide * Math.sin(around)],
  ]
}

test('a ray finds the triangle that trying them all finds', () => {
  const soup = clutter(300)
  const tree = new TriangleTree(buildTriangleTree(soup))
  let hits = 0
  for (let i = 0; i < 400; i++) {
    const [from, along] = ray(i)
    const expected = nearestByTrial(soup, from, along)
    const hit = tree.closest(...from, ...along)
    expect(hit).toBe(expected.triangle >= 0)
    if (!hit) continue
    hits++
    expect(tree.triangle).toBe(expected.triangle)
    expect(tree.distance).toBeCloseTo(expected.distance, 4)
    expect(tree.blocked(...from, ...along, expected.distance + 0.01)).toBe(true)
    expect(tree.blocked(...from, ...along, expected.distance - 0.001)).toBe(false)
  }
  expect(hits).toBeGreaterThan(50)
})

test('a triangle knows which of its sides was hit', () => {
  const soup = { position: Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0), index: Uint32Array.of(0, 1, 2) }
  const tree = new TriangleTree(buildTriangleTree(soup))
  expect(tree.closest(0.2, 0.2, 1, 0, 0, -1)).toBe(true)
  expect(tree.front).toBe(true)
  expect(tree.closest(0.2, 0.2, -1, 0, 0, 1)).toBe(true)
  expect(tree.front).toBe(false)
})
