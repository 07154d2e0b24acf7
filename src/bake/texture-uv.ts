import { BufferAttribute, type BufferGeometry } from 'three'
import type { Part } from '../../scenes/furniture/piece.ts'

const axes = [0, 1, 2] as const
type Axis = (typeof axes)[number]

/**
 * The part's geometry with texture coordinates in metres: each triangle is seen along the axis it faces
 * most, and u runs along the part's longest side, as grain runs along a board. Vertices that are seen along
 * two axes are split.
 */
export function layTexture(part: Part): BufferGeometry {
  const { geometry } = part
  if (part.ownUv) return geometry
  const position = geometry.getAttribute('position')
  const normal = geometry.getAttribute('normal')
  const grain = longestAxis(geometry)
  const index = geometry.index
    ? [...geometry.index.array]
    : Array.from({ length: position.count }, (_, i) => i)
  const at: number[] = []
  const facing: number[] = []
  const uv: number[] = []
  const known = new Map<number, number>()
  const vertex = (source: number, axis: Axis): number => {
    const key = source * 3 + axis
    const before = known.get(key)
    if (before !== undefined) return before
    const point = [position.getX(source), position.getY(source), position.getZ(source)] as const
    const [u, v] = across(axis, grain)
    at.push(...point)
    facing.push(normal.getX(source), normal.getY(source), normal.getZ(source))
    uv.push(point[u], point[v])
    known.set(key, at.length / 3 - 1)
    return at.length / 3 - 1
  }
  const triangles: number[] = []
  for (let i = 0; i < index.length; i += 3) {
    const three = [index[i] ?? 0, index[i + 1] ?? 0, index[i + 2] ?? 0]
    const axis = facingAxis(three.map((p) => [normal.getX(p), normal.getY(p), normal.getZ(p)] as const))
    triangles.push(...three.map((p) => vertex(p, axis)))
  }
  const laid = geometry.clone()
  for (const name of Object.keys(laid.attributes)) laid.deleteAttribute(name)
  laid.setAttribute('position', new BufferAttribute(new Float32Array(at), 3))
  laid.setAttribute('normal', new BufferAttribute(new Float32Array(facing), 3))
  laid.setAttribute('uv', new BufferAttribute(new Float32Array(uv), 2))
  laid.setIndex(triangles)
  return laid
}

/** The two axes that a surface facing `axis` spans, the grain first if it is one of them. */
function across(axis: Axis, grain: Axis): [Axis, Axis] {
  const [a = 0, b = 1] = axes.filter((other) => other !== axis)
  if (a === grain) return [a, b]
  if (b === grain) return [b, a]
  return a === 1 ? [b, a] : [a, b]
}

function facingAxis(normals: readonly (readonly [number, number, number])[]): Axis {
  const sums = axes.map((axis) => Math.abs(normals.reduce((sum, normal) => sum + normal[axis], 0)))
  const [x = 0, y = 0, z = 0] = sums
  if (y >= x && y >= z) return 1
  return x >= z ? 0 : 2
}

function longestAxis(geometry: BufferGeometry): Axis {
  geometry.computeBoundingBox()
  const box = geometry.boundingBox
  if (!box) return 0
  const [x = 0, y = 0, z = 0] = box.max.clone().sub(box.min).toArray()
  if (x >= y && x >= z) return 0
  return y >= z ? 1 : 2
}
