import type { Emitter, Place } from '../../scenes/furniture/piece.ts'
import type { BakeJob, NearLamp } from './bake-job.ts'
import { texelHit } from './look-around.ts'
import { frontShare, lift, spotsPerTexel } from './rays.ts'
import { jitter, lattice } from './spread.ts'
import type { Texels } from './texels.ts'
import { TriangleTree } from './triangle-tree.ts'

/** Within so far from what gives the light, metres. */
const reach = 0.2
/** Rays aimed at a larger ball would do no better than those that look around. */
const largest = 0.5
/** The bits of a number that are safe to shift. */
const mostLayers = 31

/** The balls around lamps that are small enough to be aimed at. */
export function nearLamps(emitters: readonly Emitter[], layerOf: (fixture: string) => number): NearLamp[] {
  const lamps: NearLamp[] = []
  for (const fixture of new Set(emitters.map((emitter) => emitter.fixture))) {
    const own = emitters.filter((emitter) => emitter.fixture === fixture)
    const middle = (axis: 0 | 1 | 2) => own.reduce((sum, { centre }) => sum + centre[axis], 0) / own.length
    const centre: Place = [middle(0), middle(1), middle(2)]
    const radius = Math.max(
      ...own.map((emitter) => {
        const away = emitter.centre.map((value, axis) => value - (centre[axis] ?? 0))
        return Math.hypot(...away) + extent(emitter) + reach
      }),
    )
    const layer = layerOf(fixture)
    if (radius <= largest && layer < mostLayers) lamps.push({ layer, centre, radius })
  }
  return lamps
}

function extent(emitter: Emitter): number {
  switch (emitter.shape) {
    case 'sphere':
      return emitter.radius
    case 'tube':
      return Math.hypot(emitter.radius, emitter.height / 2)
    case 'rectangle':
      return Math.hypot(Math.hypot(...emitter.u), Math.hypot(...emitter.v))
  }
}

/** Marks in which lamps' balls each texel is: one bit a layer. */
export function markNear({ count, position }: Texels, lamps: readonly NearLamp[]): Int32Array {
  const near = new Int32Array(count)
  for (const { layer, centre, radius } of lamps)
    for (let texel = 0; texel < count; texel++) {
      const dx = (position[texel * 3] as number) - centre[0]
      const dy = (position[texel * 3 + 1] as number) - centre[1]
      const dz = (position[texel * 3 + 2] as number) - centre[2]
      if (dx * dx + dy * dy + dz * dz < radius * radius) near[texel] = (near[texel] as number) | (1 << layer)
    }
  return near
}

/** Remembers for each looking texel what its rays to each lamp see around the lamp. */
export function aimAtLamps(job: BakeJob, from: number, to: number): void {
  const tree = new TriangleTree(job.tree)
  for (let texel = from; texel < to; texel++) {
    if (job.thinned.looks[texel] !== 1 || job.buried[texel] === 1) continue
    for (const [number, lamp] of job.lamps.entries())
      if (!(((job.near[texel] as number) >> lamp.layer) & 1)) aim(job, tree, texel, number, lamp)
  }
}

/** A texel and how straight its light falls in, in one number: 20 bits and 11. */
const texelBits = 20
const straightest = 2047
export const mostTexels = 1 << texelBits

/** Even over the cone that the ball fills, seen from a texel. */
function aim(job: BakeJob, tree: TriangleTree, texel: number, number: number, lamp: NearLamp): void {
  const { normal, spots, aimed, lampRays: rays } = job
  const { layer, centre, radius } = lamp
  const first = ((job.rank[texel] as number) * job.lamps.length + number) * rays
  aimed.fill(-1, first, first + rays)
  const thin = job.thin[texel] === 1
  const nx = normal[texel * 3] as number
  const ny = normal[texel * 3 + 1] as number
  const nz = normal[texel * 3 + 2] as number
  if (!thin && behind(job, texel, lamp)) return
  const shiftU = jitter(texel, 211 + layer)
  const shiftV = jitter(texel, 311 + layer)
  const spotCount = job.spotCount[texel] as number
  const hidden = job.buriedSpots[texel] as number
  for (let i = 0; i < rays; i++) {
    let spot = i % spotCount
    while ((hidden >> spot) & 1) spot = (spot + 1) % spotCount
    const s = (texel * spotsPerTexel + spot) * 3
    const cx = centre[0] - (spots[s] as number)
    const cy = centre[1] - (spots[s + 1] as number)
    const cz = centre[2] - (spots[s + 2] as number)
    const squared = cx * cx + cy * cy + cz * cz
    const distance = Math.sqrt(squared)
    const wx = cx / distance
    const wy = cy / distance
    const wz = cz / distance
    // An upright frame around w without branches (Duff et al. 2017).
    const sign = wz >= 0 ? 1 : -1
    const a = -1 / (sign + wz)
    const b = wx * wy * a
    const cosine = 1 - ((i + shiftU) / rays) * opening(squared, radius)
    const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine))
    const angle = lattice(i, shiftV) * 2 * Math.PI
    const p = sine * Math.cos(angle)
    const q = sine * Math.sin(angle)
    const dx = p * (1 + sign * wx * wx * a) + q * b + cosine * wx
    const dy = p * sign * b + q * (sign + wy * wy * a) + cosine * wy
    const dz = -p * sign * wx - q * wy + cosine * wz
    const facing = dx * nx + dy * ny + dz * nz
    if (facing <= 0 && !thin) continue
    const off = facing > 0 ? lift : -lift
    const x = (spots[s] as number) + nx * off
    const y = (spots[s + 1] as number) + ny * off
    const z = (spots[s + 2] as number) + nz * off
    if (!tree.closest(x, y, z, dx, dy, dz, distance + radius)) continue
    if (!tree.front && job.twoSided[tree.triangle] !== 1) continue
    const source = texelHit(job, tree)
    if (source < 0 || !(((job.near[source] as number) >> layer) & 1)) continue
    const side = !thin ? 1 : facing > 0 ? frontShare : 1 - frontShare
    aimed[first + i] = source | (Math.round(Math.abs(facing) * side * straightest) << texelBits)
  }
}

function behind({ position, normal }: BakeJob, texel: number, { centre, radius }: NearLamp): boolean {
  const at = texel * 3
  const height =
    (centre[0] - (position[at] as number)) * (normal[at] as number) +
    (centre[1] - (position[at + 1] as number)) * (normal[at + 1] as number) +
    (centre[2] - (position[at + 2] as number)) * (normal[at + 2] as number)
  return height < -radius
}

/** One minus the cosine of half the angle that a ball fills. */
function opening(squaredDistance: number, radius: number): number {
  return 1 - Math.sqrt(Math.max(0, 1 - (radius * radius) / squaredDistance))
}

/** Calls `use` with each texel that a texel's rays to a lamp see, and how much of that one's light arrives from it. */
export function forAimed(
  job: BakeJob,
  texel: number,
  number: number,
  { centre, radius }: NearLamp,
  use: (source: number, weight: number) => void,
): void {
  const { aimed, position, lampRays: rays } = job
  const first = ((job.rank[texel] as number) * job.lamps.length + number) * rays
  const dx = centre[0] - (position[texel * 3] as number)
  const dy = centre[1] - (position[texel * 3 + 1] as number)
  const dz = centre[2] - (position[texel * 3 + 2] as number)
  // Luminance times the angle that a ray stands for: (light / pi) (2 pi opening / rays).
  const each = (2 * opening(dx * dx + dy * dy + dz * dz, radius)) / (rays * straightest)
  for (let i = first; i < first + rays; i++) {
    const seen = aimed[i] as number
    if (seen >= 0) use(seen & (mostTexels - 1), (seen >>> texelBits) * each)
  }
}
