import { addDirectLight, type LitPoint } from './direct-light.ts'
import type { LightSource } from './light-sources.ts'
import { jitter, lattice } from './spread.ts'
import { TriangleTree } from './triangle-tree.ts'
import type { TreeArrays } from './triangle-tree-build.ts'

/** What a thread needs to trace a share of the texels. Arrays are shared between threads; each texel is one's own. */
export interface TraceJob {
  readonly tree: TreeArrays
  /** Three light map places a triangle of the soup, u then v; negative where it has none. */
  readonly triangleUv: Float32Array
  /** 1 for each triangle of the soup that is cloth or leaf: lit and seen from both sides. */
  readonly twoSided: Int32Array
  readonly size: number
  readonly texels: number
  readonly ofPixel: Int32Array
  readonly position: Float32Array
  readonly normal: Float32Array
  /** 1 for each texel of a two-sided surface. */
  readonly thin: Int32Array
  /** 1 for each texel that looks for bounced light. */
  readonly looks: Int32Array
  readonly sources: readonly LightSource[]
  readonly layers: number
  readonly directRays: number
  readonly gatherRays: number
  /** Out: rgb for each layer of each texel, lux. */
  readonly direct: Float32Array
  /** Out: the texel that each gather ray sees, -1 for none, `unseen` for what a surface hides. */
  readonly seen: Int32Array
  /** Out: 1 for each texel that is inside something solid. */
  readonly buried: Int32Array
  /** The next chunk to take. */
  readonly next: Int32Array
}

/** A ray that met the back of something was never free to look: it counts neither as light nor as darkness. */
export const unseen = -2

/** Texels that a thread takes at a time. */
const chunk = 2048
/** Off the surface, so that it does not shade itself: metres. */
const lift = 2e-3
/** Of the light that falls on cloth or leaf, this much counts from its front and the rest from behind. */
const frontShare = 0.6
/** A texel is buried when more of its rays than this see only the backs of things. */
const buriedAbove = 0.35

/** Traces chunks until none is left. `done` is told how many texels were finished. */
export function traceChunks(job: TraceJob, done: (texels: number) => void): void {
  const tree = new TriangleTree(job.tree)
  for (;;) {
    const from = Atomics.add(job.next, 0, 1) * chunk
    if (from >= job.texels) return
    const to = Math.min(job.texels, from + chunk)
    for (let texel = from; texel < to; texel++) {
      traceDirect(job, tree, texel)
      if (job.looks[texel] === 1) gather(job, tree, texel)
    }
    done(to - from)
  }
}

const stay = () => {}
const point: LitPoint = { x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 0 }

/** Puts `point` just above one side of a texel. */
function standOn({ position, normal }: TraceJob, texel: number, side: 1 | -1): void {
  const at = texel * 3
  point.nx = (normal[at] as number) * side
  point.ny = (normal[at + 1] as number) * side
  point.nz = (normal[at + 2] as number) * side
  point.x = (position[at] as number) + point.nx * lift
  point.y = (position[at + 1] as number) + point.ny * lift
  point.z = (position[at + 2] as number) + point.nz * lift
}

function traceDirect(job: TraceJob, tree: TriangleTree, texel: number): void {
  const thin = job.thin[texel] === 1
  const at = texel * job.layers * 3
  for (const [number, source] of job.sources.entries()) {
    const shiftU = jitter(texel, number * 2)
    const shiftV = jitter(texel, number * 2 + 1)
    const light = (side: 1 | -1, share: number) => {
      standOn(job, texel, side)
      addDirectLight(tree, source, point, stay, job.directRays, shiftU, shiftV, share, job.direct, at)
    }
    light(1, thin ? frontShare : 1)
    if (thin) light(-1, 1 - frontShare)
  }
}

/** Cosine-weighted rays (Malley's method): each stands for the same share of the light that arrives. */
function gather(job: TraceJob, tree: TriangleTree, texel: number): void {
  const thin = job.thin[texel] === 1
  const rays = job.gatherRays
  const shiftU = jitter(texel, 101)
  const shiftV = jitter(texel, 102)
  let backs = 0
  standOn(job, texel, 1)
  for (let i = 0; i < rays; i++) {
    if (thin) standOn(job, texel, (i * 0.381966) % 1 < frontShare ? 1 : -1)
    const { nx, ny, nz } = point
    const sign = nz >= 0 ? 1 : -1
    const a = -1 / (sign + nz)
    const b = nx * ny * a
    const u = (i + shiftU) / rays
    const radius = Math.sqrt(u)
    const angle = lattice(i, shiftV) * 2 * Math.PI
    const p = radius * Math.cos(angle)
    const q = radius * Math.sin(angle)
    const w = Math.sqrt(1 - u)
    const dx = p * (1 + sign * nx * nx * a) + q * b + w * nx
    const dy = p * sign * b + q * (sign + ny * ny * a) + w * ny
    const dz = -p * sign * nx - q * ny + w * nz
    let found = -1
    if (tree.closest(point.x, point.y, point.z, dx, dy, dz)) {
      if (tree.front || job.twoSided[tree.triangle] === 1) found = texelHit(job, tree)
      else {
        found = unseen
        backs++
      }
    }
    job.seen[texel * rays + i] = found
  }
  if (backs > rays * buriedAbove) job.buried[texel] = 1
}

function texelHit({ triangleUv, ofPixel, size }: TraceJob, tree: TriangleTree): number {
  const at = tree.triangle * 6
  if ((triangleUv[at] as number) < 0) return -1
  const w = 1 - tree.u - tree.v
  const mix = (axis: 0 | 1) =>
    (triangleUv[at + axis] as number) * w +
    (triangleUv[at + 2 + axis] as number) * tree.u +
    (triangleUv[at + 4 + axis] as number) * tree.v
  const x = Math.min(size - 1, Math.floor(mix(0) * size))
  const y = Math.min(size - 1, Math.floor(mix(1) * size))
  return ofPixel[y * size + x] as number
}
