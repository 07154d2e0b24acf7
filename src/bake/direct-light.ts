import { aim, type LitPoint, sample } from './aim.ts'
import type { LightSource } from './light-sources.ts'
import { lift } from './rays.ts'
import { tinted } from './sky.ts'
import { lattice } from './spread.ts'
import type { TriangleTree } from './triangle-tree.ts'

/** Moves `point` to where sample `i` is taken within what it stands for. */
export type MovePoint = (point: LitPoint, i: number) => void

/** Shadow edges get this many times more rays than the first look. */
const refinement = 6
/** What arrives from one source, lux; `seen` and `blocked` count samples. */
interface Arrived {
  seen: number
  blocked: number
  lux: number
  ground: number
}

const arrived: Arrived = { seen: 0, blocked: 0, lux: 0, ground: 0 }

/**
 * Adds the light of one source that reaches a point directly, times `share`, to `into`: three numbers for each
 * layer from `at` on, lux. A first look with `rays` samples decides: where all or none are blocked it stands,
 * at a shadow's edge several times as many are traced. `move` spreads them over the point's texel. Returns
 * whether it lies at a shadow's edge.
 */
export function addDirectLight(
  tree: TriangleTree,
  source: LightSource,
  point: LitPoint,
  move: MovePoint,
  rays: number,
  shiftU: number,
  shiftV: number,
  share: number,
  into: Float32Array,
  at: number,
): boolean {
  look(tree, source, point, move, rays, shiftU, shiftV)
  const edge = isEdge(source, point)
  if (edge) look(tree, source, point, move, rays * refinement, shiftU, shiftV)
  addArrived(source, share, into, at)
  return edge
}

/**
 * For a point whose neighbours lie at a shadow's edge: puts what many samples say in the place of what
 * `addDirectLight` added, if that had found no edge here. Returns whether there is one.
 */
export function lookCloser(
  tree: TriangleTree,
  source: LightSource,
  point: LitPoint,
  move: MovePoint,
  rays: number,
  shiftU: number,
  shiftV: number,
  share: number,
  into: Float32Array,
  at: number,
): boolean {
  look(tree, source, point, move, rays, shiftU, shiftV)
  if (isEdge(source, point)) return true
  addArrived(source, -share, into, at)
  look(tree, source, point, move, rays * refinement, shiftU, shiftV)
  addArrived(source, share, into, at)
  return arrived.seen > 0 && arrived.blocked > 0
}

/** Whether the last look saw that the light changes within the texel: at a shadow's edge, or close to what shines. */
function isEdge(source: LightSource, point: LitPoint): boolean {
  return arrived.seen > 0 && (arrived.blocked > 0 || close(source, point))
}

function addArrived(source: LightSource, share: number, into: Float32Array, at: number): void {
  if (arrived.seen === 0) return
  for (const channel of [0, 1, 2] as const) {
    const light = source.kind === 'window' ? tinted(arrived.lux, arrived.ground, channel) : arrived.lux
    add(into, at + source.layer * 3 + channel, light * share)
    if (source.kind !== 'window') continue
    for (const sun of source.sunlit)
      add(into, at + sun.layer * 3 + channel, tinted(0, arrived.ground, channel) * sun.share * share)
  }
}

/** So near to a tube, as a multiple of its size, that each part of it counts differently. */
const tubeReach = 3.5

/** Whether a point is so close to a surface that it gives light unevenly over it. */
function close(source: LightSource, point: LitPoint): boolean {
  if (source.kind === 'tube') {
    const { centre, radius, height } = source
    const away = Math.hypot(point.x - centre[0], point.y - centre[1], point.z - centre[2])
    return away < tubeReach * Math.max(radius, height / 2)
  }
  if (source.kind !== 'rectangle' && source.kind !== 'window') return false
  const { centre, u, v, normal } = source
  const x = point.x - centre[0]
  const y = point.y - centre[1]
  const z = point.z - centre[2]
  const height = Math.abs(x * normal[0] + y * normal[1] + z * normal[2])
  const outside = (side: readonly [number, number, number]) => {
    const length = Math.hypot(side[0], side[1], side[2])
    return Math.max(0, Math.abs(x * side[0] + y * side[1] + z * side[2]) / length - length)
  }
  const shorter = Math.min(Math.hypot(u[0], u[1], u[2]), Math.hypot(v[0], v[1], v[2]))
  return Math.hypot(height, outside(u), outside(v)) < shorter * 0.7
}

/**
 * Whether something stands between a point and the sample. The ray leaves from just above the surface, for the
 * same place on the source: what it gives is reckoned from the surface itself, or all light would be too near.
 */
function shaded(tree: TriangleTree, { x, y, z, nx, ny, nz }: LitPoint): boolean {
  const { dx, dy, dz, far } = sample
  const wx = dx * far - nx * lift
  const wy = dy * far - ny * lift
  const wz = dz * far - nz * lift
  const way = Math.sqrt(wx * wx + wy * wy + wz * wz)
  return tree.blocked(x + nx * lift, y + ny * lift, z + nz * lift, wx / way, wy / way, wz / way, way)
}

function add(into: Float32Array, at: number, light: number): void {
  into[at] = (into[at] as number) + light
}

function look(
  tree: TriangleTree,
  source: LightSource,
  point: LitPoint,
  move: MovePoint,
  rays: number,
  shiftU: number,
  shiftV: number,
): void {
  let [seen, blocked, lux, ground] = [0, 0, 0, 0]
  for (let i = 0; i < rays; i++) {
    move(point, i)
    if (!aim(source, point, (i + shiftU) / rays, lattice(i, shiftV))) {
      // Beside the window is as dark as behind a wall.
      if (source.kind === 'sun') blocked++
      continue
    }
    if (shaded(tree, point)) {
      blocked++
      continue
    }
    seen++
    lux += sample.lux
    ground += sample.ground
  }
  arrived.seen = seen
  arrived.blocked = blocked
  arrived.lux = lux / rays
  arrived.ground = ground / rays
}
