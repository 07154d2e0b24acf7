import type { LightSource } from './light-sources.ts'
import { outdoors } from './sky.ts'
import { lattice } from './spread.ts'
import type { TriangleTree } from './triangle-tree.ts'

/** The point that is lit, and the side it is lit on. */
export interface LitPoint {
  x: number
  y: number
  z: number
  nx: number
  ny: number
  nz: number
}

/** What a sample of a source does to a point: a direction of length 1, how far, and illuminance in lux. */
interface Sample {
  dx: number
  dy: number
  dz: number
  far: number
  lux: number
  /** Sine of the height of the direction; only daylight's colour depends on it. */
  up: number
}

const sample: Sample = { dx: 0, dy: 0, dz: 0, far: 0, lux: 0, up: 0 }

/** Shadow edges get this many times more rays than the first look. */
const refinement = 4

/**
 * Adds the light of one source that reaches a point directly to `into[at]` (red), `[at + 1]`, `[at + 2]`, in
 * lux. A first look with `rays` samples decides: where all or none are blocked it stands, at a shadow's edge
 * four times as many are traced.
 */
export function addDirectLight(
  tree: TriangleTree,
  source: LightSource,
  point: LitPoint,
  rays: number,
  shiftU: number,
  shiftV: number,
  into: Float32Array,
  at: number,
): void {
  const first = look(tree, source, point, rays, shiftU, shiftV, into, at)
  if (first.seen === 0 || first.blocked === 0) return
  into[at] = (into[at] ?? 0) - first.r
  into[at + 1] = (into[at + 1] ?? 0) - first.g
  into[at + 2] = (into[at + 2] ?? 0) - first.b
  look(tree, source, point, rays * refinement, shiftU, shiftV, into, at)
}

const seenSoFar = { seen: 0, blocked: 0, r: 0, g: 0, b: 0 }

function look(
  tree: TriangleTree,
  source: LightSource,
  point: LitPoint,
  rays: number,
  shiftU: number,
  shiftV: number,
  into: Float32Array,
  at: number,
) {
  const result = seenSoFar
  result.seen = 0
  result.blocked = 0
  let r = 0
  let g = 0
  let b = 0
  for (let i = 0; i < rays; i++) {
    if (!aim(source, point, (i + shiftU) / rays, lattice(i, shiftV))) continue
    const { dx, dy, dz, far, lux, up } = sample
    if (tree.blocked(point.x, point.y, point.z, dx, dy, dz, far)) {
      result.blocked++
      continue
    }
    result.seen++
    const daylight = source.kind === 'daylight'
    r += daylight ? lux * outdoors(up, 0) : lux
    g += daylight ? lux * outdoors(up, 1) : lux
    b += daylight ? lux * outdoors(up, 2) : lux
  }
  result.r = r / rays
  result.g = g / rays
  result.b = b / rays
  into[at] = (into[at] ?? 0) + result.r
  into[at + 1] = (into[at + 1] ?? 0) + result.g
  into[at + 2] = (into[at + 2] ?? 0) + result.b
  return result
}

/** Chooses the sample at (u, v) of the unit square; false when it cannot light the point. */
function aim(source: LightSource, point: LitPoint, u: number, v: number): boolean {
  switch (source.kind) {
    case 'sphere':
      return aimAtSphere(source, point, u, v)
    case 'tube':
      return aimAtTube(source, point, u, v)
    case 'rectangle':
      return aimAtRectangle(source, source.luminance, point, u, v)
    case 'daylight':
      return aimAtRectangle(source, 1, point, u, v)
  }
}

/** Even over the cone that a sphere fills, seen from the point (Shirley and Wang 1996). */
function aimAtSphere(
  { centre, radius, luminance }: Extract<LightSource, { kind: 'sphere' }>,
  point: LitPoint,
  u: number,
  v: number,
): boolean {
  const cx = centre[0] - point.x
  const cy = centre[1] - point.y
  const cz = centre[2] - point.z
  const squared = cx * cx + cy * cy + cz * cz
  const distance = Math.sqrt(squared)
  if (distance <= radius * 1.001 || cx * point.nx + cy * point.ny + cz * point.nz < -radius) return false
  const opening = 1 - Math.sqrt(1 - (radius * radius) / squared)
  const wx = cx / distance
  const wy = cy / distance
  const wz = cz / distance
  // An upright frame around w without branches (Duff et al. 2017).
  const sign = wz >= 0 ? 1 : -1
  const a = -1 / (sign + wz)
  const b = wx * wy * a
  const cosine = 1 - u * opening
  const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine))
  const p = sine * Math.cos(v * 2 * Math.PI)
  const q = sine * Math.sin(v * 2 * Math.PI)
  sample.dx = p * (1 + sign * wx * wx * a) + q * b + cosine * wx
  sample.dy = p * sign * b + q * (sign + wy * wy * a) + cosine * wy
  sample.dz = -p * sign * wx - q * wy + cosine * wz
  sample.far = distance - radius
  const facing = sample.dx * point.nx + sample.dy * point.ny + sample.dz * point.nz
  sample.lux = luminance * 2 * Math.PI * opening * facing
  return facing > 0
}

function aimAtTube(
  { centre, radius, height, luminance }: Extract<LightSource, { kind: 'tube' }>,
  point: LitPoint,
  u: number,
  v: number,
): boolean {
  // Only the half that faces the point can be seen.
  const towards = Math.atan2(point.z - centre[2], point.x - centre[0])
  const angle = towards + (u - 0.5) * Math.PI
  const ex = Math.cos(angle)
  const ez = Math.sin(angle)
  const x = centre[0] + ex * radius
  const y = centre[1] + (v - 0.5) * height
  const z = centre[2] + ez * radius
  return aimAt(x, y, z, ex, 0, ez, luminance * Math.PI * radius * height, point)
}

/**
 * Even in the angle along u, seen from the point (Kulla and Fajardo 2012), and even along v: close to a long
 * strip, where even steps would miss, every sample counts the same.
 */
function aimAtRectangle(
  { centre, u: side, v: up, normal, area }: Extract<LightSource, { kind: 'rectangle' | 'daylight' }>,
  luminance: number,
  point: LitPoint,
  u: number,
  v: number,
): boolean {
  const half = Math.hypot(side[0], side[1], side[2])
  const height = 2 * v - 1
  const bx = centre[0] + up[0] * height
  const by = centre[1] + up[1] * height
  const bz = centre[2] + up[2] * height
  const foot = ((point.x - bx) * side[0] + (point.y - by) * side[1] + (point.z - bz) * side[2]) / half
  const away = Math.hypot(
    point.x - bx - (side[0] / half) * foot,
    point.y - by - (side[1] / half) * foot,
    point.z - bz - (side[2] / half) * foot,
  )
  const distance = Math.max(1e-3, away)
  const from = Math.atan((-half - foot) / distance)
  const to = Math.atan((half - foot) / distance)
  const along = distance * Math.tan(from + (to - from) * u)
  const step = (foot + along) / half
  const density = distance / ((to - from) * (distance * distance + along * along))
  const x = bx + side[0] * step
  const y = by + side[1] * step
  const z = bz + side[2] * step
  const weight = (luminance * (area / (2 * half))) / density
  return aimAt(x, y, z, normal[0], normal[1], normal[2], weight, point)
}

/** A sample at a place on a surface that faces e: `weight` is luminance times the area it stands for. */
function aimAt(
  x: number,
  y: number,
  z: number,
  ex: number,
  ey: number,
  ez: number,
  weight: number,
  point: LitPoint,
): boolean {
  const dx = x - point.x
  const dy = y - point.y
  const dz = z - point.z
  const squared = dx * dx + dy * dy + dz * dz
  const distance = Math.sqrt(squared)
  const facing = (dx * point.nx + dy * point.ny + dz * point.nz) / distance
  const leaving = -(dx * ex + dy * ey + dz * ez) / distance
  if (facing <= 0 || leaving <= 0) return false
  sample.dx = dx / distance
  sample.dy = dy / distance
  sample.dz = dz / distance
  sample.up = sample.dy
  sample.far = distance - 1e-3
  sample.lux = (weight * facing * leaving) / Math.max(squared, 1e-4)
  return true
}
