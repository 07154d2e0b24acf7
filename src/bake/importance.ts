import { Vector3 } from 'three'
import { materialNamed } from '../../scenes/furniture/materials.ts'
import type { Part } from '../../scenes/furniture/piece.ts'
import type { Chart, ChartedPart } from './charts.ts'
import type { Importance } from './layout.ts'
import { jitter } from './spread.ts'
import { TriangleTree } from './triangle-tree.ts'
import { buildTriangleTree } from './triangle-tree-build.ts'

/** Where the room is looked at from. */
export interface ViewPoint {
  readonly from: readonly [number, number, number]
  readonly to: readonly [number, number, number]
  /** Vertical field of view in degrees. */
  readonly fov: number
}

/** A surface seen straight on at this distance gets the usual density, metres; others in proportion, within limits. */
const usualDistance = 6.5
const [least, most] = [0.55, 1]
/** What no camera sees only has to reflect. */
const unseenDensity = 0.35
/** Points of a chart that are looked for. */
const looks = 24
/** Views are turned and shifted by people: what lies this much outside the picture still counts. */
const beyondPicture = 1.6

/** Charts count for as much as they fill of the pictures that the cameras take; without cameras, all alike. */
export function seenFrom(parts: readonly Part[], cameras: readonly ViewPoint[]): Importance {
  if (cameras.length === 0) return () => 1
  const tree = treeOf(parts)
  return (owner, chart) => {
    const { twoSided = false } = materialNamed(owner.part.material)
    const sums = cameras.map(() => ({ size: 0, seen: 0 }))
    for (let i = 0; i < looks; i++) {
      const { point, facing } = pointOn(owner, chart, i)
      cameras.forEach((camera, k) => {
        const way = new Vector3(...camera.from).sub(point)
        const away = way.length()
        const sum = sums[k]
        const straight = way.dot(facing) / away
        // The backs of walls are not drawn.
        if (!sum || (straight < 0 && !twoSided) || !inPicture(camera, point)) return
        if (!sees(tree, camera, point, away)) return
        sum.seen++
        // The edge of a square as it appears, whose one side is foreshortened.
        sum.size += Math.sqrt(Math.abs(straight)) / away
      })
    }
    const sizes = sums.filter(({ seen }) => seen > 0).map(({ size, seen }) => size / seen)
    if (sizes.length === 0) return unseenDensity
    return Math.min(most, Math.max(least, usualDistance * Math.max(...sizes)))
  }
}

function pointOn({ position, index }: ChartedPart, { triangles }: Chart, i: number) {
  const triangle = triangles[Math.floor(((i + 0.5) / looks) * triangles.length)] ?? 0
  const [a, b] = [Math.sqrt(jitter(i, 11)), jitter(i, 12)]
  const corners = [0, 1, 2].map((k) =>
    new Vector3().fromArray(position, (index[triangle * 3 + k] ?? 0) * 3),
  ) as [Vector3, Vector3, Vector3]
  const point = new Vector3()
    .addScaledVector(corners[0], 1 - a)
    .addScaledVector(corners[1], a * (1 - b))
    .addScaledVector(corners[2], a * b)
  const facing = corners[1].sub(corners[0]).cross(corners[2].sub(corners[0])).normalize()
  return { point, facing }
}

function inPicture({ from, to, fov }: ViewPoint, point: Vector3): boolean {
  const ahead = new Vector3(...to).sub(new Vector3(...from)).normalize()
  const way = point
    .clone()
    .sub(new Vector3(...from))
    .normalize()
  // Pictures are up to 16:9; the angle to a corner is about that much wider.
  return way.dot(ahead) > Math.cos(Math.min(1.4, ((fov * Math.PI) / 360) * beyondPicture))
}

/** The backs of walls and the like are not drawn: one sees through them. */
function sees(tree: TriangleTree, { from }: ViewPoint, point: Vector3, away: number): boolean {
  const along = point
    .clone()
    .sub(new Vector3(...from))
    .divideScalar(away)
  let passed = 0
  for (let backs = 0; backs < 8; backs++) {
    const start = new Vector3(...from).addScaledVector(along, passed)
    if (!tree.closest(start.x, start.y, start.z, along.x, along.y, along.z)) return false
    passed += tree.distance + 1e-4
    // A cushion's seam or a rug's edge may hide its own neighbour by a hair.
    if (passed > away - 0.01) return tree.front || passed < away + 0.01
    if (tree.front) return false
  }
  return false
}

function treeOf(parts: readonly Part[]): TriangleTree {
  const position: number[] = []
  const index: number[] = []
  for (const { geometry, blocks } of parts) {
    if (blocks === false) continue
    const first = position.length / 3
    const points = geometry.getAttribute('position')
    for (let i = 0; i < points.count; i++) position.push(points.getX(i), points.getY(i), points.getZ(i))
    const all = geometry.index ? geometry.index.array : Array.from({ length: points.count }, (_, i) => i)
    for (const vertex of all) index.push(first + vertex)
  }
  return new TriangleTree(
    buildTriangleTree({ position: Float32Array.from(position), index: Uint32Array.from(index) }),
  )
}
