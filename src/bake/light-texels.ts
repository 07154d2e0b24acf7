import type { LitPoint } from './aim.ts'
import type { BakeJob } from './bake-job.ts'
import { addDirectLight, lookCloser } from './direct-light.ts'
import type { LightSource } from './light-sources.ts'
import { frontShare, spotsPerTexel } from './rays.ts'
import { forNeighbours } from './smooth.ts'
import { jitter } from './spread.ts'
import { TriangleTree } from './triangle-tree.ts'

/** Adds the light that reaches a texel directly, from every source, and marks in which layers an edge falls on it. */
export function lightDirectly(job: BakeJob, tree: TriangleTree, texel: number): void {
  findSpots(job, texel)
  for (let number = 0; number < job.sources.length; number++) {
    const source = job.sources[number]
    if (source && lightFrom(job, tree, texel, source, number, addDirectLight))
      job.edges[texel] = (job.edges[texel] as number) | bitOf(source)
  }
}

/**
 * Looks closer from those texels that found no edge where others around them did: a few samples in a penumbra
 * may all be free, or all blocked, and that texel would be a speck.
 */
export function lightEdges(job: BakeJob, from: number, to: number): void {
  const tree = new TriangleTree(job.tree)
  for (let texel = from; texel < to; texel++) {
    if (job.buried[texel] === 1) continue
    let around = job.edges[texel] as number
    forNeighbours(job, texel, 1, 2, (other) => {
      around |= job.edges[other] as number
    })
    job.wideEdges[texel] = job.edges[texel] as number
    if (around === 0) continue
    findSpots(job, texel)
    for (let number = 0; number < job.sources.length; number++) {
      const source = job.sources[number]
      if (!source || !(around & bitOf(source))) continue
      if (lightFrom(job, tree, texel, source, number, lookCloser))
        job.wideEdges[texel] = (job.wideEdges[texel] as number) | bitOf(source)
    }
  }
}

function bitOf({ layer }: LightSource): number {
  return 1 << (layer & 31)
}

const point: LitPoint = { x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 0 }
/** The spots of a texel that lie in the open: how many, and where. */
let spots = 1
const places = new Float32Array(spotsPerTexel * 3)

function findSpots({ spots: all, spotCount, buriedSpots }: BakeJob, texel: number): void {
  const hidden = buriedSpots[texel] as number
  spots = 0
  for (let spot = 0; spot < (spotCount[texel] as number); spot++) {
    if ((hidden >> spot) & 1) continue
    const from = (texel * spotsPerTexel + spot) * 3
    places.set(all.subarray(from, from + 3), spots++ * 3)
  }
}

/** Applies `light` to each side of a texel that light falls on; whether it found an edge. */
function lightFrom(
  job: BakeJob,
  tree: TriangleTree,
  texel: number,
  source: LightSource,
  number: number,
  light: typeof addDirectLight,
): boolean {
  const thin = job.thin[texel] === 1
  const at = texel * job.layers * 3
  const seed = source.kind === 'sun' ? 500 + source.hour : number
  const shiftU = jitter(texel, seed * 2)
  const shiftV = jitter(texel, seed * 2 + 1)
  let edge = false
  for (const side of thin ? bothSides : frontOnly) {
    point.nx = (job.normal[texel * 3] as number) * side
    point.ny = (job.normal[texel * 3 + 1] as number) * side
    point.nz = (job.normal[texel * 3 + 2] as number) * side
    moveToSpot(point, 0)
    const share = !thin ? 1 : side === 1 ? frontShare : 1 - frontShare
    const found = light(
      tree,
      source,
      point,
      moveToSpot,
      job.directRays,
      shiftU,
      shiftV,
      share,
      job.direct,
      at,
    )
    edge ||= found
  }
  return edge
}

const frontOnly = [1] as const
const bothSides = [1, -1] as const

/** Spreads the samples of a source over the spots that lie in the open. */
function moveToSpot(point: LitPoint, i: number): void {
  const from = (i % spots) * 3
  point.x = places[from] as number
  point.y = places[from + 1] as number
  point.z = places[from + 2] as number
}
