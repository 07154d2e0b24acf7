import { BoxGeometry, type BufferGeometry, PlaneGeometry } from 'three'
import { mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js'
import { turned } from './shapes.ts'

/** Cloth and foam: shapes without a straight line, since nothing soft has one. Lengths in metres. */

/**
 * A foam block in a cover: edges rounded by `radius`, faces swollen by up to `swell` in their middles.
 */
export function foam(
  width: number,
  height: number,
  depth: number,
  radius: number,
  swell: number,
): BufferGeometry {
  const half = [width / 2, height / 2, depth / 2] as const
  const block = bare(new BoxGeometry(2, 2, 2, 10, 6, 8))
  return reshape(block, (x, y, z) => {
    const at = [x, y, z].map((v, axis) => toEdges(v) * (half[axis] ?? 0))
    const core = at.map((v, axis) =>
      Math.max(radius - (half[axis] ?? 0), Math.min((half[axis] ?? 0) - radius, v)),
    )
    const out = at.map((v, axis) => v - (core[axis] ?? 0))
    const length = Math.hypot(...out) || 1
    const room = (axis: number) => Math.max(0, 1 - ((at[axis] ?? 0) / (half[axis] ?? 1)) ** 2)
    return at.map((_, axis) => {
      const push = swell * room((axis + 1) % 3) * room((axis + 2) % 3)
      const side = (out[axis] ?? 0) / length
      return (core[axis] ?? 0) + side * (radius + push)
    })
  })
}

/** A leaf that grows from the origin along y and bends towards z. */
export function leaf(length: number, width: number, bend: number): BufferGeometry {
  const blade = new PlaneGeometry(1, 1, 2, 8)
  return reshape(blade, (x, y) => {
    const along = y + 0.5
    const breadth = Math.sin(Math.PI * along ** 0.75) ** 0.8
    const angle = bend * along
    const cup = Math.abs(x) * 0.35 * width * breadth
    return [
      x * width * breadth,
      length * along * Math.cos(angle * 0.6) - cup * 0.2,
      length * along * Math.sin(angle * 0.6) * along + cup,
    ]
  })
}

/** A ball whose skin is ribbed along its height, like a paper lantern; it lies flat as one sheet. */
export function lantern(radius: number, height: number, ribs: number): BufferGeometry {
  const rows = ribs * 6
  const profile = Array.from({ length: rows + 1 }, (_, row) => {
    const angle = (row / rows - 0.5) * Math.PI
    const rib = 1 - 0.025 * Math.cos(angle * ribs * 2)
    return [Math.max(0.001, Math.cos(angle) * radius * rib), (Math.sin(angle) * height) / 2] as const
  })
  return turned(profile, 44)
}

/** Grid lines gather where edges are rounded. */
function toEdges(t: number): number {
  return Math.sin((t * Math.PI) / 2)
}

/** The shape with one vertex a point, so that faces share their normals. */
function bare(geometry: BufferGeometry): BufferGeometry {
  geometry.deleteAttribute('uv')
  geometry.deleteAttribute('normal')
  return mergeVertices(geometry, 1e-5)
}

function reshape(
  geometry: BufferGeometry,
  to: (x: number, y: number, z: number) => readonly number[],
): BufferGeometry {
  const position = geometry.getAttribute('position')
  for (let i = 0; i < position.count; i++) {
    const [x = 0, y = 0, z = 0] = to(position.getX(i), position.getY(i), position.getZ(i))
    position.setXYZ(i, x, y, z)
  }
  geometry.computeVertexNormals()
  return geometry
}
