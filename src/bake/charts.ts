import type { BufferGeometry } from 'three'
import type { Part } from '../../scenes/furniture/piece.ts'

/** A piece of surface that can be laid flat, in metres; its corner nearest the origin is at (0, 0). */
export interface Chart {
  /** Vertices of the charted part that belong to it. */
  readonly vertices: readonly number[]
  /** Its triangles, by number. */
  readonly triangles: readonly number[]
  /** uv a vertex of the chart, metres. */
  readonly flat: readonly number[]
  readonly width: number
  readonly height: number
}

/** A part cut into charts; a vertex between two charts is there twice. */
export interface ChartedPart {
  readonly part: Part
  readonly position: Float32Array
  readonly normal: Float32Array
  /** Texture coordinates: metres along the surface, or the builder's own. */
  readonly uv: Float32Array
  readonly index: Uint32Array
  readonly charts: readonly Chart[]
}

type Axis = 0 | 1 | 2
const axes = [0, 1, 2] as const

/**
 * Cuts a part into charts: connected triangles that face the same way along the same axis, seen along it. A
 * surface tilted by 45 degrees is laid down 1.4 times too small there, which light forgives. Cloth and bent
 * rods, which would fall to pieces, keep the sheet they were made from.
 */
export function cutIntoCharts(part: Part): ChartedPart {
  const { geometry } = part
  const source = readGeometry(geometry)
  const facing = triangleFacing(source)
  const group = part.sheet ? new Int32Array(facing.length) : connectedGroups(source, facing)
  const grain = longestAxis(geometry)
  const sheetSize = part.sheet ? sheetScale(source) : null

  const position: number[] = []
  const normal: number[] = []
  const uv: number[] = []
  const from: number[] = []
  const known = new Map<string, number>()
  const members = new Map<number, Set<number>>()
  const axisOf = new Map<number, Axis>()
  const triangles = new Map<number, number[]>()

  const vertexIn = (vertex: number, chart: number, axis: Axis): number => {
    const key = `${vertex} ${chart} ${part.sheet ? axis : ''}`
    const before = known.get(key)
    if (before !== undefined) return before
    const at = [
      source.position[vertex * 3] ?? 0,
      source.position[vertex * 3 + 1] ?? 0,
      source.position[vertex * 3 + 2] ?? 0,
    ]
    position.push(...at)
    normal.push(...source.normal.subarray(vertex * 3, vertex * 3 + 3))
    const [u, v] = across(axis, grain)
    if (part.ownUv) uv.push(source.uv[vertex * 2] ?? 0, source.uv[vertex * 2 + 1] ?? 0)
    else if (part.clothUv && sheetSize)
      uv.push((source.uv[vertex * 2] ?? 0) * sheetSize.u, (source.uv[vertex * 2 + 1] ?? 0) * sheetSize.v)
    else uv.push(at[u] ?? 0, at[v] ?? 0)
    from.push(vertex)
    const made = from.length - 1
    known.set(key, made)
    return made
  }

  const index = Uint32Array.from(source.index, (vertex, i) => {
    const triangle = Math.floor(i / 3)
    const chart = group[triangle] ?? 0
    const axis = Math.abs(facing[triangle] ?? 1) - 1
    const made = vertexIn(vertex, chart, axis as Axis)
    if (i % 3 === 0) {
      const own = triangles.get(chart)
      if (own) own.push(triangle)
      else triangles.set(chart, [triangle])
    }
    axisOf.set(chart, axis as Axis)
    const set = members.get(chart)
    if (set) set.add(made)
    else members.set(chart, new Set([made]))
    return made
  })

  const charts = [...members].map(([chart, vertices]) => {
    const [u, v] = across(axisOf.get(chart) ?? 1, grain)
    return layFlat([...vertices], triangles.get(chart) ?? [], (vertex) =>
      sheetSize
        ? [
            (source.uv[(from[vertex] ?? 0) * 2] ?? 0) * sheetSize.u,
            (source.uv[(from[vertex] ?? 0) * 2 + 1] ?? 0) * sheetSize.v,
          ]
        : [position[vertex * 3 + u] ?? 0, position[vertex * 3 + v] ?? 0],
    )
  })
  return {
    part,
    position: Float32Array.from(position),
    normal: Float32Array.from(normal),
    uv: Float32Array.from(uv),
    index,
    charts,
  }
}

interface Source {
  readonly position: Float32Array
  readonly normal: Float32Array
  readonly uv: Float32Array
  readonly index: readonly number[]
}

function readGeometry(geometry: BufferGeometry): Source {
  const numbers = (name: string) => Float32Array.from(geometry.getAttribute(name)?.array ?? [])
  const position = numbers('position')
  const all = geometry.index
    ? [...geometry.index.array]
    : Array.from({ length: position.length / 3 }, (_, i) => i)
  // Triangles without an area would belong nowhere.
  const index: number[] = []
  for (let i = 0; i < all.length; i += 3) {
    const three = [all[i] ?? 0, all[i + 1] ?? 0, all[i + 2] ?? 0]
    if (Math.hypot(...areaVector(position, three)) > 1e-12) index.push(...three)
  }
  return { position, normal: numbers('normal'), uv: numbers('uv'), index }
}

/** Twice the area, along the side from which the corners run anticlockwise. */
function areaVector(
  position: Float32Array,
  [a = 0, b = 0, c = 0]: readonly number[],
): [number, number, number] {
  const edge = (to: number, axis: Axis) => (position[to * 3 + axis] ?? 0) - (position[a * 3 + axis] ?? 0)
  const [ux, uy, uz] = axes.map((axis) => edge(b, axis)) as [number, number, number]
  const [vx, vy, vz] = axes.map((axis) => edge(c, axis)) as [number, number, number]
  return [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
}

/** For each triangle the axis it faces most, plus one, negative when it faces the other way. */
function triangleFacing({ position, index }: Source): Int32Array {
  const facing = new Int32Array(index.length / 3)
  for (let triangle = 0; triangle < facing.length; triangle++) {
    const area = areaVector(position, index.slice(triangle * 3, triangle * 3 + 3))
    const sizes = area.map(Math.abs)
    // A hair's breadth in favour of y and x keeps 45 degree bevels in one chart.
    const axis = axes.reduce(
      (best, candidate) => ((sizes[candidate] ?? 0) > (sizes[best] ?? 0) * 1.0001 ? candidate : best),
      1 as Axis,
    )
    facing[triangle] = (axis + 1) * Math.sign(area[axis])
  }
  return facing
}

/** Numbers triangles so that those which share a point and face the same way have the same number. */
function connectedGroups({ position, index }: Source, facing: Int32Array): Int32Array {
  const parent = Int32Array.from({ length: facing.length }, (_, i) => i)
  const root = (triangle: number): number => {
    let at = triangle
    while (parent[at] !== at) at = parent[at] ?? at
    parent[triangle] = at
    return at
  }
  const first = new Map<string, number>()
  index.forEach((vertex, i) => {
    const triangle = Math.floor(i / 3)
    const point = position.subarray(vertex * 3, vertex * 3 + 3)
    const key = `${Math.round((point[0] ?? 0) * 1e5)} ${Math.round((point[1] ?? 0) * 1e5)} ${Math.round((point[2] ?? 0) * 1e5)} ${facing[triangle]}`
    const other = first.get(key)
    if (other === undefined) first.set(key, triangle)
    else parent[root(triangle)] = root(other)
  })
  return parent.map((_, triangle) => root(triangle))
}

/** Metres that one unit of the sheet's own coordinates stands for: root mean square over its triangles. */
function sheetScale({ position, uv, index }: Source): { u: number; v: number } {
  let [squareU, squareV, lengthU, lengthV] = [0, 0, 0, 0]
  for (let i = 0; i < index.length; i++) {
    const a = index[i] ?? 0
    const b = index[i % 3 === 2 ? i - 2 : i + 1] ?? 0
    const du = Math.abs((uv[b * 2] ?? 0) - (uv[a * 2] ?? 0))
    const dv = Math.abs((uv[b * 2 + 1] ?? 0) - (uv[a * 2 + 1] ?? 0))
    const length = Math.hypot(
      ...axes.map((axis) => (position[b * 3 + axis] ?? 0) - (position[a * 3 + axis] ?? 0)),
    )
    if (du > 1e-6 && dv < 1e-6) {
      squareU += du
      lengthU += length
    } else if (dv > 1e-6 && du < 1e-6) {
      squareV += dv
      lengthV += length
    }
  }
  return { u: squareU > 0 ? lengthU / squareU : 1, v: squareV > 0 ? lengthV / squareV : 1 }
}

function layFlat(
  vertices: readonly number[],
  triangles: readonly number[],
  place: (vertex: number) => readonly [number, number],
): Chart {
  const places = vertices.map(place)
  const least = (k: 0 | 1) => places.reduce((low, p) => Math.min(low, p[k]), Number.POSITIVE_INFINITY)
  const most = (k: 0 | 1) => places.reduce((high, p) => Math.max(high, p[k]), Number.NEGATIVE_INFINITY)
  const [u0, v0] = [least(0), least(1)]
  const width = most(0) - u0
  const height = most(1) - v0
  // Lying charts pack better than standing ones.
  const lying = width >= height
  return {
    vertices,
    triangles,
    flat: places.flatMap(([u, v]) => (lying ? [u - u0, v - v0] : [v - v0, u - u0])),
    width: Math.max(width, height),
    height: Math.min(width, height),
  }
}

/** The two axes that a surface facing `axis` spans, the grain first if it is one of them. */
function across(axis: Axis, grain: Axis): [Axis, Axis] {
  const [a = 0, b = 1] = axes.filter((other) => other !== axis)
  if (a === grain) return [a, b]
  if (b === grain) return [b, a]
  return a === 1 ? [b, a] : [a, b]
}

function longestAxis(geometry: BufferGeometry): Axis {
  geometry.computeBoundingBox()
  const box = geometry.boundingBox
  if (!box) return 0
  const [x = 0, y = 0, z = 0] = box.max.clone().sub(box.min).toArray()
  if (x >= y && x >= z) return 0
  return y >= z ? 1 : 2
}
