import type { LightSource, Rectangle } from './light-sources.ts'
import { glass, groundAt, skyAt } from './sky.ts'

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
  /** Of that, what comes from the sunlit ground outside, for 1000 lux on it. */
  ground: number
}

/** The last sample that was aimed; one for all, so that nothing is allocated. */
export const sample: Sample = { dx: 0, dy: 0, dz: 0, far: 0, lux: 0, ground: 0 }

/** How far from its middle the sun shines, as seen in a little haze: tangent of the angle. */
const sunRadius = 0.006

/** Chooses the sample at (u, v) of the unit square; false when it cannot light the point. */
export function aim(source: LightSource, point: LitPoint, u: number, v: number): boolean {
  switch (source.kind) {
    case 'sphere':
      return aimAtSphere(source, point, u, v)
    case 'tube':
      return aimAtTube(source, point, u, v)
    case 'rectangle':
      return aimAtRectangle(source, source.luminance, source.focus, point, u, v)
    case 'window': {
      if (!aimAtRectangle(source, 1, 0, point, u, v)) return false
      const area = sample.lux
      sample.lux = area * skyAt(sample.dy)
      sample.ground = area * groundAt(sample.dy)
      return true
    }
    case 'sun':
      return aimAtSun(source, point, u, v)
  }
}

/** Towards a place on the sun's disc, if the way there leads through its part of the window. */
function aimAtSun(
  sun: Extract<LightSource, { kind: 'sun' }>,
  point: LitPoint,
  u: number,
  v: number,
): boolean {
  const { towards } = sun
  const radius = sunRadius * Math.sqrt(u)
  const p = radius * Math.cos(v * 2 * Math.PI)
  const q = radius * Math.sin(v * 2 * Math.PI)
  // The sun is never at the zenith, so that a level direction across it is to be had.
  const level = Math.hypot(towards[0], towards[2])
  const [ax, az] = [towards[2] / level, -towards[0] / level]
  const dx = towards[0] + p * ax - (q * towards[1] * towards[0]) / level
  const dy = towards[1] + q * level
  const dz = towards[2] + p * az - (q * towards[1] * towards[2]) / level
  const length = Math.sqrt(dx * dx + dy * dy + dz * dz)
  sample.dx = dx / length
  sample.dy = dy / length
  sample.dz = dz / length
  const facing = sample.dx * point.nx + sample.dy * point.ny + sample.dz * point.nz
  if (facing <= 0) return false
  const distance = throughPart(sun, point)
  if (distance < 0) return false
  sample.far = distance
  sample.lux = glass * 1000 * facing
  sample.ground = 0
  return true
}

/** How far along the sample's direction a part of the window is passed outwards; -1 when it is not. */
function throughPart({ centre, u, v, normal }: Rectangle, point: LitPoint): number {
  const leaving = -(sample.dx * normal[0] + sample.dy * normal[1] + sample.dz * normal[2])
  if (leaving <= 1e-6) return -1
  const x = point.x - centre[0]
  const y = point.y - centre[1]
  const z = point.z - centre[2]
  const distance = (x * normal[0] + y * normal[1] + z * normal[2]) / leaving
  if (distance <= 0) return -1
  const px = x + sample.dx * distance
  const py = y + sample.dy * distance
  const pz = z + sample.dz * distance
  const across = (px * u[0] + py * u[1] + pz * u[2]) / (u[0] * u[0] + u[1] * u[1] + u[2] * u[2])
  const up = (px * v[0] + py * v[1] + pz * v[2]) / (v[0] * v[0] + v[1] * v[1] + v[2] * v[2])
  return Math.abs(across) <= 1 && Math.abs(up) <= 1 ? distance : -1
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
  sample.ground = 0
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
  return aimAt(x, y, z, ex, 0, ez, luminance * Math.PI * radius * height, 0, point)
}

/**
 * Even in the angle along u, seen from the point (Kulla and Fajardo 2012), and even along v: close to a long
 * strip, where even steps would miss, every sample counts the same.
 */
function aimAtRectangle(
  { centre, u: side, v: up, normal, area }: Rectangle,
  luminance: number,
  focus: number,
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
  return aimAt(x, y, z, normal[0], normal[1], normal[2], weight, focus, point)
}

/** A sample at a place on a surface that faces e: `weight` is luminance times the area it stands for, `focus` how it falls off. */
function aimAt(
  x: number,
  y: number,
  z: number,
  ex: number,
  ey: number,
  ez: number,
  weight: number,
  focus: number,
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
  sample.far = distance - 1e-3
  sample.lux = (weight * facing * leaving ** (focus + 1)) / Math.max(squared, 1e-4)
  sample.ground = 0
  return true
}
