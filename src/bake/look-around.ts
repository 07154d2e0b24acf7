import type { LitPoint } from './aim.ts'
import type { BakeJob } from './bake-job.ts'
import { lightDirectly } from './light-texels.ts'
import { frontShare, lift, spotsPerTexel, unseen } from './rays.ts'
import { jitter, lattice } from './spread.ts'
import { TriangleTree } from './triangle-tree.ts'

/** A spot is buried when more of its rays than this see only the backs of things. */
const buriedAbove = 0.35
/** Rays of a spot that only has to be known to be buried or not. */
const probes = 8

/**
 * Finds for each texel which of its spots lie in the open, what the rays from there see, and which light
 * reaches them directly. A texel that is half under a table's foot is lit as its other half.
 */
export function lookAround(job: BakeJob, from: number, to: number): void {
  const tree = new TriangleTree(job.tree)
  for (let texel = from; texel < to; texel++) {
    if (job.thinned.looks[texel] === 1) gather(job, tree, texel)
    else probe(job, tree, texel)
    if (job.buried[texel] === 0) lightDirectly(job, tree, texel)
  }
}

/** Traces the rays of orphans, which were only probed. */
export function lookAgain(job: BakeJob, from: number, to: number): void {
  const tree = new TriangleTree(job.tree)
  for (let texel = from; texel < to; texel++) if (job.orphans[texel] === 1) gather(job, tree, texel)
}

const point: LitPoint = { x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 0 }
let side: 1 | -1 = 1
const ray = { x: 0, y: 0, z: 0 }

/** Puts `point` just above one side of a texel's spot. */
function standOn(job: BakeJob, texel: number, spot: number): void {
  const at = texel * 3
  const from = (texel * spotsPerTexel + spot) * 3
  point.nx = (job.normal[at] as number) * side
  point.ny = (job.normal[at + 1] as number) * side
  point.nz = (job.normal[at + 2] as number) * side
  point.x = (job.spots[from] as number) + point.nx * lift
  point.y = (job.spots[from + 1] as number) + point.ny * lift
  point.z = (job.spots[from + 2] as number) + point.nz * lift
}

/** A direction of a cosine-weighted bundle around the point's normal (Malley's method): each stands for the same share of the light. */
function aimRay(u: number, v: number): void {
  const { nx, ny, nz } = point
  // An upright frame around the normal without branches (Duff et al. 2017).
  const sign = nz >= 0 ? 1 : -1
  const a = -1 / (sign + nz)
  const b = nx * ny * a
  const radius = Math.sqrt(u)
  const angle = v * 2 * Math.PI
  const p = radius * Math.cos(angle)
  const q = radius * Math.sin(angle)
  const w = Math.sqrt(1 - u)
  ray.x = p * (1 + sign * nx * nx * a) + q * b + w * nx
  ray.y = p * sign * b + q * (sign + ny * ny * a) + w * ny
  ray.z = -p * sign * nx - q * ny + w * nz
}

function gather(job: BakeJob, tree: TriangleTree, texel: number): void {
  const { gatherRays: rays, seen } = job
  const thin = job.thin[texel] === 1
  const first = (job.rank[texel] as number) * rays
  const spots = job.spotCount[texel] as number
  const shiftU = jitter(texel, 101)
  const shiftV = jitter(texel, 102)
  const backs = [0, 0, 0, 0]
  const shot = [0, 0, 0, 0]
  for (let i = 0; i < rays; i++) {
    const spot = spotOf(i, spots)
    side = thin && (i * 0.381966) % 1 >= frontShare ? -1 : 1
    standOn(job, texel, spot)
    aimRay((i + shiftU) / rays, lattice(i, shiftV))
    let found = -1
    if (tree.closest(point.x, point.y, point.z, ray.x, ray.y, ray.z)) {
      if (tree.front || job.twoSided[tree.triangle] === 1) found = texelHit(job, tree)
      else {
        found = unseen
        backs[spot] = (backs[spot] as number) + 1
      }
    }
    shot[spot] = (shot[spot] as number) + 1
    seen[first + i] = found
  }
  bury(job, texel, spots, backs, shot)
  const hidden = job.buriedSpots[texel] as number
  if (hidden === 0 || job.buried[texel] === 1) return
  for (let i = 0; i < rays; i++) if ((hidden >> spotOf(i, spots)) & 1) seen[first + i] = unseen
}

/** Spots take turns by a rule that has nothing to do with directions, or each would look elsewhere. */
function spotOf(i: number, spots: number): number {
  return ((i * 2654435769) >>> 0) % spots
}

function probe(job: BakeJob, tree: TriangleTree, texel: number): void {
  const spots = job.spotCount[texel] as number
  const backs = [0, 0, 0, 0]
  const shot = [0, 0, 0, 0]
  side = 1
  for (let spot = 0; spot < spots; spot++) {
    standOn(job, texel, spot)
    shot[spot] = probes
    for (let i = 0; i < probes; i++) {
      aimRay((i + 0.5) / probes, lattice(i, jitter(texel, spot)))
      if (!tree.closest(point.x, point.y, point.z, ray.x, ray.y, ray.z)) continue
      if (!tree.front && job.twoSided[tree.triangle] !== 1) backs[spot] = (backs[spot] as number) + 1
    }
  }
  bury(job, texel, spots, backs, shot)
}

function bury(job: BakeJob, texel: number, spots: number, backs: number[], shot: number[]): void {
  let hidden = 0
  for (let spot = 0; spot < spots; spot++)
    if ((backs[spot] as number) > (shot[spot] as number) * buriedAbove) hidden |= 1 << spot
  job.buriedSpots[texel] = hidden
  job.buried[texel] = hidden === (1 << spots) - 1 ? 1 : 0
}

/** The texel where the tree's last ray hit; -1 where there is none. */
export function texelHit({ triangleUv, ofPixel, size }: BakeJob, tree: TriangleTree): number {
  const at = tree.triangle * 6
  if ((triangleUv[at] as number) < 0) return -1
  const w = 1 - tree.u - tree.v
  const u =
    (triangleUv[at] as number) * w +
    (triangleUv[at + 2] as number) * tree.u +
    (triangleUv[at + 4] as number) * tree.v
  const v =
    (triangleUv[at + 1] as number) * w +
    (triangleUv[at + 3] as number) * tree.u +
    (triangleUv[at + 5] as number) * tree.v
  const x = Math.min(size - 1, Math.floor(u * size))
  const y = Math.min(size - 1, Math.floor(v * size))
  return ofPixel[y * size + x] as number
}
