import type { LaidPart } from './layout.ts'
import { spotsPerTexel } from './rays.ts'

/** The light map's used texels: where each lies in the room and what it belongs to. */
export interface Texels {
  /** Texels along each edge of the light map. */
  readonly size: number
  readonly count: number
  /** Pixel (row * size + column) of each texel. */
  readonly pixel: Int32Array
  /** Texel of each pixel, -1 where the map is empty. */
  readonly ofPixel: Int32Array
  /** xyz a texel, metres. */
  readonly position: Float32Array
  /** xyz a texel, length 1. */
  readonly normal: Float32Array
  /** Which of the parts each belongs to. */
  readonly part: Int32Array
  /** Places spread over each texel's own area, xyz, `spotsPerTexel` a texel, and how many each has: at least one. */
  readonly spots: Float32Array
  readonly spotCount: Int32Array
  /** Metres between the middles of neighbours, and square metres of surface that are the texel's own. */
  readonly grain: Float32Array
  readonly area: Float32Array
}

/** A texel's spots, in texels from its upper left corner: a grid that is turned, so that no edge passes two at once. */
const spotPlaces = [
  [0.375, 0.125],
  [0.875, 0.375],
  [0.125, 0.625],
  [0.625, 0.875],
] as const

/** Texels are taken this far inside their triangle's edges, so that none looks past a room's edge: metres. */
const inset = 0.003
/** Of slivers, this share of their height at most. */
const insetShare = 0.3

/** Closeness of a texel whose spots a sliver covers, though its middle is far off. */
const onSpotOnly = -2

/** How far beyond a triangle's edge a texel may lie and still be lit for it, in texels, squared. */
const reachSquared = 1.6

/**
 * Finds the texels that the parts cover. A texel that only touches a triangle is moved onto it, so that no
 * texel is lit from beyond its surface.
 */
export function findTexels(parts: readonly LaidPart[], size: number): Texels {
  const ofPixel = new Int32Array(size * size).fill(-1)
  const closeness = new Float32Array(size * size).fill(-1e9)
  const pixel: number[] = []
  const position: number[] = []
  const normal: number[] = []
  const owner: number[] = []
  const grain: number[] = []
  const spots: number[] = []
  const spotCount: number[] = []

  parts.forEach((laid, number) => {
    const { lightUv, index } = laid
    if (!lightUv) return
    for (let i = 0; i < index.length; i += 3) {
      const [a = 0, b = 0, c = 0] = index.subarray(i, i + 3)
      const corner = (vertex: number, axis: number) => (lightUv[vertex * 2 + axis] ?? 0) * size
      const triangle = {
        ax: corner(a, 0),
        ay: corner(a, 1),
        bx: corner(b, 0),
        by: corner(b, 1),
        cx: corner(c, 0),
        cy: corner(c, 1),
      }
      const grainHere = grainOf(laid.position, [a, b, c], triangle)
      const least = leastWeights(laid.position, [a, b, c])
      const texelAt = (at: number) => {
        let texel = ofPixel[at] ?? -1
        if (texel >= 0) return texel
        texel = pixel.length
        ofPixel[at] = texel
        pixel.push(at)
        spotCount.push(0)
        return texel
      }
      const mix = (from: Float32Array, axis: number, [wa, wb, wc]: Weights) =>
        (from[a * 3 + axis] ?? 0) * wa + (from[b * 3 + axis] ?? 0) * wb + (from[c * 3 + axis] ?? 0) * wc
      const settle = (at: number, closenessHere: number, weights: Weights) => {
        if ((closeness[at] ?? 0) >= closenessHere) return
        closeness[at] = closenessHere
        const texel = texelAt(at)
        owner[texel] = number
        grain[texel] = grainHere
        const inside = drawnIn(weights, least)
        let length = 0
        for (let axis = 0; axis < 3; axis++) {
          position[texel * 3 + axis] = mix(laid.position, axis, inside)
          const n = mix(laid.normal, axis, inside)
          normal[texel * 3 + axis] = n
          length += n * n
        }
        for (let axis = 0; axis < 3; axis++)
          normal[texel * 3 + axis] = (normal[texel * 3 + axis] ?? 0) / (Math.sqrt(length) || 1)
      }
      cover(triangle, size, settle)
      coverSpots(triangle, size, (at, weights) => {
        settle(at, onSpotOnly, weights)
        const texel = texelAt(at)
        const count = spotCount[texel] ?? 0
        if (count >= spotsPerTexel) return
        const inside = drawnIn(weights, least)
        for (let axis = 0; axis < 3; axis++)
          spots[(texel * spotsPerTexel + count) * 3 + axis] = mix(laid.position, axis, inside)
        spotCount[texel] = count + 1
      })
    }
  })
  const texels: Texels = {
    size,
    count: pixel.length,
    pixel: Int32Array.from(pixel),
    ofPixel,
    position: Float32Array.from(position),
    normal: Float32Array.from(normal),
    part: Int32Array.from(owner),
    spots: Float32Array.from({ length: pixel.length * spotsPerTexel * 3 }, (_, i) => spots[i] ?? 0),
    spotCount: Int32Array.from(spotCount),
    grain: Float32Array.from(grain),
    area: Float32Array.from(
      grain,
      (metres, texel) => metres * metres * ((spotCount[texel] ?? 0) / spotsPerTexel),
    ),
  }
  // Slivers that no spot falls on are lit from their middle.
  for (let texel = 0; texel < texels.count; texel++) {
    if (texels.spotCount[texel] !== 0) continue
    texels.spots.set(texels.position.subarray(texel * 3, texel * 3 + 3), texel * spotsPerTexel * 3)
    texels.spotCount[texel] = 1
  }
  return texels
}

/** Metres a texel, as the square root of the triangle's areas. */
function grainOf(position: Float32Array, corners: readonly number[], flat: FlatTriangle): number {
  const [a = 0, b = 0, c = 0] = corners
  const edge = (to: number, axis: number) => (position[to * 3 + axis] ?? 0) - (position[a * 3 + axis] ?? 0)
  const [ux, uy, uz] = [edge(b, 0), edge(b, 1), edge(b, 2)]
  const [vx, vy, vz] = [edge(c, 0), edge(c, 1), edge(c, 2)]
  const metres = Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx)
  const { ax, ay, bx, by, cx, cy } = flat
  const texels = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))
  return Math.sqrt(metres / Math.max(1e-9, texels))
}

/** Calls `found` for each spot of a pixel that lies on a triangle, with the weights of its corners. */
function coverSpots(
  { ax, ay, bx, by, cx, cy }: FlatTriangle,
  size: number,
  found: (pixel: number, weights: Weights) => void,
): void {
  const determinant = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (Math.abs(determinant) < 1e-9) return
  const firstX = Math.max(0, Math.floor(Math.min(ax, bx, cx)))
  const lastX = Math.min(size - 1, Math.floor(Math.max(ax, bx, cx)))
  const firstY = Math.max(0, Math.floor(Math.min(ay, by, cy)))
  const lastY = Math.min(size - 1, Math.floor(Math.max(ay, by, cy)))
  for (let y = firstY; y <= lastY; y++)
    for (let x = firstX; x <= lastX; x++)
      for (const [dx, dy] of spotPlaces) {
        const px = x + dx
        const py = y + dy
        const wb = ((px - ax) * (cy - ay) - (cx - ax) * (py - ay)) / determinant
        const wc = ((bx - ax) * (py - ay) - (px - ax) * (by - ay)) / determinant
        if (wb >= 0 && wc >= 0 && wb + wc <= 1) found(y * size + x, [1 - wb - wc, wb, wc])
      }
}

type Weights = readonly [number, number, number]

/** The least weight of each corner that keeps a point `inset` away from the edge opposite. */
function leastWeights(position: Float32Array, corners: readonly number[]): Weights {
  const [a = 0, b = 0, c = 0] = corners
  const edge = (from: number, to: number): [number, number, number] => [
    (position[to * 3] ?? 0) - (position[from * 3] ?? 0),
    (position[to * 3 + 1] ?? 0) - (position[from * 3 + 1] ?? 0),
    (position[to * 3 + 2] ?? 0) - (position[from * 3 + 2] ?? 0),
  ]
  const [u, v] = [edge(a, b), edge(a, c)]
  const area = Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
  const least = (opposite: readonly number[]) =>
    Math.min(insetShare, (inset * Math.hypot(...opposite)) / Math.max(1e-12, area))
  return [least(edge(b, c)), least(v), least(u)]
}

/** The weights of the point nearest by that keeps away from the edges. */
function drawnIn(weights: Weights, least: Weights): Weights {
  const above = (k: 0 | 1 | 2) => Math.max(0, weights[k] - least[k])
  const share = (1 - least[0] - least[1] - least[2]) / (above(0) + above(1) + above(2) || 1)
  return [least[0] + above(0) * share, least[1] + above(1) * share, least[2] + above(2) * share]
}

interface FlatTriangle {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  readonly cx: number
  readonly cy: number
}

/**
 * Calls `found` for each pixel that a triangle covers or nearly covers, with the weights of its corners.
 * `closeness` is 1 inside and falls below 0 with the distance outside.
 */
function cover(
  { ax, ay, bx, by, cx, cy }: FlatTriangle,
  size: number,
  found: (pixel: number, closeness: number, weights: Weights) => void,
): void {
  const determinant = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (Math.abs(determinant) < 1e-9) return
  const low = (...values: number[]) => Math.max(0, Math.floor(Math.min(...values)) - 1)
  const high = (...values: number[]) => Math.min(size - 1, Math.ceil(Math.max(...values)) + 1)
  const lastX = high(ax, bx, cx)
  const lastY = high(ay, by, cy)
  for (let y = low(ay, by, cy); y <= lastY; y++)
    for (let x = low(ax, bx, cx); x <= lastX; x++) {
      const px = x + 0.5
      const py = y + 0.5
      let wb = ((px - ax) * (cy - ay) - (cx - ax) * (py - ay)) / determinant
      let wc = ((bx - ax) * (py - ay) - (px - ax) * (by - ay)) / determinant
      let wa = 1 - wb - wc
      let closeness = 1
      if (Math.min(wa, wb, wc) < 0) {
        wa = Math.max(0, wa)
        wb = Math.max(0, wb)
        wc = Math.max(0, wc)
        const sum = wa + wb + wc
        wa /= sum
        wb /= sum
        wc /= sum
        const dx = ax * wa + bx * wb + cx * wc - px
        const dy = ay * wa + by * wb + cy * wc - py
        const squared = dx * dx + dy * dy
        if (squared > reachSquared) continue
        closeness = -Math.sqrt(squared)
      }
      found(y * size + x, closeness, [wa, wb, wc])
    }
}
