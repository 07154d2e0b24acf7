import { readFileSync } from 'node:fs'
import { BufferAttribute, BufferGeometry } from 'three'
import { z } from 'zod'

/** What `soft/model.py` has sewn; `soft/<name>.glb` each. */
export type SoftGood =
  | 'cushion-full'
  | 'cushion-soft'
  | 'cushion-long'
  | 'seat'
  | 'back'
  | 'throw'
  | 'curtain'

/** One grid of cloth; its own texture coordinates lay it flat. */
export interface ClothGrid {
  readonly geometry: BufferGeometry
  readonly columns: number
  readonly rows: number
}

const view = z.object({ byteOffset: z.number().default(0), byteStride: z.number().optional() })
const accessor = z.object({ bufferView: z.number(), componentType: z.number(), count: z.number() })
const primitive = z.object({
  attributes: z.object({ POSITION: z.number(), TEXCOORD_0: z.number() }),
  indices: z.number(),
  extras: z.object({ columns: z.number(), rows: z.number() }),
})
const file = z.object({
  nodes: z.tuple([z.object({ scale: z.tuple([z.number(), z.number(), z.number()]) })]),
  meshes: z.tuple([z.object({ primitives: z.array(primitive) })]),
  accessors: z.array(accessor),
  bufferViews: z.array(view),
})

const known = new Map<SoftGood, readonly ClothGrid[]>()

/** The grids of a soft good; each call gives copies, to be moved and bent as one likes. */
export function softGood(name: SoftGood): ClothGrid[] {
  const grids = known.get(name) ?? read(name)
  known.set(name, grids)
  return grids.map((grid) => ({ ...grid, geometry: grid.geometry.clone() }))
}

/** Reads as much of glTF 2.0 as `model.py` writes: 16-bit positions, texture coordinates and indices. */
function read(name: SoftGood): ClothGrid[] {
  const bytes = readFileSync(new URL(`./soft/${name}.glb`, import.meta.url))
  const headLength = bytes.readUInt32LE(12)
  const { nodes, meshes, accessors, bufferViews } = file.parse(
    JSON.parse(bytes.toString('utf8', 20, 20 + headLength)),
  )
  const body = 28 + headLength
  const [{ scale }] = nodes
  const numbers = (number: number, size: number, one: (at: number) => number, packed: number) => {
    const { bufferView = 0, count = 0 } = accessors[number] ?? {}
    const { byteOffset = 0, byteStride = packed } = bufferViews[bufferView] ?? {}
    return Float32Array.from({ length: count * size }, (_, i) =>
      one(body + byteOffset + Math.floor(i / size) * byteStride + (i % size) * 2),
    )
  }
  return meshes[0].primitives.map(({ attributes, indices, extras }) => {
    const geometry = new BufferGeometry()
    const flat = numbers(attributes.POSITION, 3, (at) => (bytes.readInt16LE(at) / 32767) * scale[0], 6)
    const place = isBand(flat, extras) ? seamBehind(flat, extras) : flat
    const uv = numbers(attributes.TEXCOORD_0, 2, (at) => bytes.readUInt16LE(at) / 65535, 4)
    geometry.setAttribute('position', new BufferAttribute(place, 3))
    geometry.setAttribute('uv', new BufferAttribute(uv, 2))
    geometry.setIndex([...numbers(indices, 1, (at) => bytes.readUInt16LE(at), 2)])
    geometry.computeVertexNormals()
    return { geometry, ...extras }
  })
}

type Extent = Omit<ClothGrid, 'geometry'>

/** Whether a grid's last column is its first: the band around a cushion. */
function isBand(place: Float32Array, { columns }: Extent): boolean {
  return [0, 1, 2].every((axis) => place[axis] === place[columns * 3 + axis])
}

/** A band that begins half way round: its ends meet behind, where nobody sees the light change. */
function seamBehind(place: Float32Array, { columns, rows }: Extent): Float32Array {
  const wide = columns + 1
  const from = (i: number) => (i + Math.floor(columns / 2)) % columns
  return Float32Array.from({ length: wide * (rows + 1) * 3 }, (_, at) => {
    const [point, axis] = [Math.floor(at / 3), at % 3]
    return place[(Math.floor(point / wide) * wide + from(point % wide)) * 3 + axis] ?? 0
  })
}

/** The points along a grid's edge, in order: where a seam runs. */
export function seamOf({ geometry, columns, rows }: ClothGrid): [number, number, number][] {
  const position = geometry.getAttribute('position')
  const wide = columns + 1
  const along = (length: number, at: (i: number) => number) => Array.from({ length }, (_, i) => at(i))
  const edge = [
    ...along(columns, (i) => i),
    ...along(rows, (j) => j * wide + columns),
    ...along(columns, (i) => rows * wide + columns - i),
    ...along(rows, (j) => (rows - j) * wide),
  ]
  return edge.map((i) => [position.getX(i), position.getY(i), position.getZ(i)])
}
