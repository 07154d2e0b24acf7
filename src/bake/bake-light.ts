import { type Material, materialNamed } from '../../scenes/furniture/materials.ts'
import type { RoomModel } from '../../scenes/furniture/piece.ts'
import type { BakedLayer } from '../light/baked-room.ts'
import type { BakeJob } from './bake-job.ts'
import { bounce } from './bounces.ts'
import { closedBlind, lightOnCloth } from './closed-blind.ts'
import { encodeTexels, layerMeans } from './encode-layers.ts'
import { seenFrom, type ViewPoint } from './importance.ts'
import { type LaidPart, layOut } from './layout.ts'
import { type LayerSource, type LightSource, lightSources } from './light-sources.ts'
import { markNear, mostTexels, nearLamps } from './near-lamps.ts'
import { Crew, type Phase } from './phases.ts'
import { closeSeams } from './seams.ts'
import { type BakeSettings, sizeFor } from './settings.ts'
import { findSunlit, sunPatches } from './sunlit.ts'
import { findTexels, type Texels } from './texels.ts'
import { giveOrphansRays, thinOut } from './thin-out.ts'
import { buildTriangleTree, shared } from './triangle-tree-build.ts'

/** A room's surfaces with the light on them. */
export interface LitRoom {
  readonly parts: readonly LaidPart[]
  readonly texels: Texels
  readonly layers: readonly BakedLayer[]
  /** The layers as `layer-codec.ts` writes them, before they are zipped. */
  readonly encoded: Uint8Array
  /** rgb for each layer of each texel, lux; before packing. */
  readonly light: Float32Array
}

/** What of a room takes part in a bake. */
export type BakeModel = RoomModel

export interface BakeOptions {
  /** Told the share done, 0..1. */
  readonly onProgress?: (share: number) => void
  /** Where the room is looked at from: what is seen from there gets more texels. */
  readonly cameras?: readonly ViewPoint[]
}

/** Passes that even out bounced light: texels apart. */
const smoothingSteps = [1, 2, 4]
const black = [0, 0, 0] as const

/** Bakes one layer of light for each lamp, window part and blind. `onProgress` is told the share done, 0..1. */
export async function bakeLight(
  model: BakeModel,
  settings: BakeSettings,
  { onProgress = () => {}, cameras = [] }: BakeOptions = {},
): Promise<LitRoom> {
  const blind = model.window && closedBlind(model.parts, model.window)
  const { layers, sources } = lightSources(model.emitters, model.window, blind)
  const size = settings.size || sizeFor(layers.length)
  const { parts } = layOut(model.parts, size, seenFrom(model.parts, cameras))
  const texels = findTexels(parts, size)
  const job = prepare(parts, texels, model, sources, layers, settings)
  const crew = new Crew(job, settings.workers)
  const run = (phase: Phase, from: number, to: number) =>
    crew.run(phase, (share) => onProgress(from + (to - from) * share))
  try {
    await spreadLight(job, settings, run)
  } finally {
    await crew.end()
  }
  const light = job.arriving
  closeSeams(texels, job.buried, light, layers.length)
  const means = layerMeans(texels, job.buried, light, layers.length)
  const encoded = encodeTexels(texels, job.buried, light, layers.length)
  const onCloth = model.window && blind ? lightOnCloth(job.tree, sources, layers, model.window, blind) : []
  onProgress(1)
  return {
    parts,
    texels,
    layers: layers.map((layer, i): BakedLayer => {
      const mean = means[i] ?? black
      return layer.kind === 'sky' || layer.kind === 'sun'
        ? { ...layer, mean, onCloth: onCloth[i] ?? black }
        : { ...layer, mean }
    }),
    encoded,
    light,
  }
}

/** All that is done to the texels; the light that arrives at each is left in `job.arriving`. */
async function spreadLight(
  job: BakeJob,
  settings: BakeSettings,
  run: (phase: Phase, from: number, to: number) => Promise<void>,
): Promise<void> {
  await run({ kind: 'look-around' }, 0.02, 0.5)
  giveOrphansRays(job)
  await run({ kind: 'look-again' }, 0.5, 0.52)
  await run({ kind: 'light-edges' }, 0.52, 0.62)
  await run({ kind: 'aim-at-lamps' }, 0.62, 0.74)
  findSunlit(job)
  await run({ kind: 'aim-at-sunlit' }, 0.74, 0.78)
  let bounces = 0
  const gathers = settings.bounces + 1
  await bounce(job, settings.bounces, (direct, last) => {
    const from = 0.78 + (0.14 * bounces++) / gathers
    return run({ kind: 'gather', direct, last }, from, from + 0.14 / gathers)
  })
  job.before.set(job.bounced)
  await run({ kind: 'smooth-variance' }, 0.92, 0.93)
  for (const step of smoothingSteps) {
    await run({ kind: 'smooth-bounced', step }, 0.93, 0.96)
    job.before.set(job.arriving)
  }
  await run({ kind: 'smooth-edges' }, 0.96, 0.98)
  const light = job.arriving
  for (let at = 0; at < light.length; at++) light[at] = (light[at] as number) + (job.before[at] as number)
}

/** Everything that the threads share. */
function prepare(
  parts: readonly LaidPart[],
  texels: Texels,
  model: BakeModel,
  sources: readonly LightSource[],
  layers: readonly LayerSource[],
  settings: BakeSettings,
): BakeJob {
  const thinned = thinOut(texels)
  const rank = new Int32Array(texels.count)
  let looking = 0
  for (const looks of [1, 0])
    for (let texel = 0; texel < texels.count; texel++)
      if (thinned.looks[texel] === looks) rank[texel] = looking++
  const albedo = new Float32Array(texels.count * 3)
  for (const [texel, part] of texels.part.entries()) albedo.set(look(parts[part]).albedo, texel * 3)
  const layerOf = (fixture: string) =>
    layers.findIndex((layer) => layer.kind === 'lamp' && layer.fixture === fixture)
  const lamps = texels.count > mostTexels ? [] : nearLamps(model.emitters, layerOf)
  const { patches, numbers: sunNumbers } = sunPatches(layers, texels.count)
  const empty = (count: number) => new Float32Array(new SharedArrayBuffer(count * 4))
  const emptyIntegers = (count: number) => new Int32Array(new SharedArrayBuffer(count * 4))
  const light = () => empty(texels.count * layers.length * 3)
  return {
    ...solids(parts),
    size: texels.size,
    texels: texels.count,
    pixel: shared(Int32Array, texels.pixel),
    ofPixel: shared(Int32Array, texels.ofPixel),
    position: shared(Float32Array, texels.position),
    normal: shared(Float32Array, texels.normal),
    spots: shared(Float32Array, texels.spots),
    spotCount: shared(Int32Array, texels.spotCount),
    grain: shared(Float32Array, texels.grain),
    albedo: shared(Float32Array, albedo),
    thin: shared(
      Int32Array,
      // What shines through a blind is in layers of its own.
      texels.part.map((part) => (look(parts[part]).twoSided && parts[part]?.part.role !== 'blind' ? 1 : 0)),
    ),
    thinned: {
      looks: shared(Int32Array, thinned.looks),
      neighbours: shared(Int32Array, thinned.neighbours),
    },
    rank: shared(Int32Array, rank),
    sources,
    layers: layers.length,
    directRays: settings.directRays,
    gatherRays: settings.gatherRays,
    lampRays: settings.lampRays,
    // Memory that no ray is written to is never taken.
    seen: emptyIntegers(looking * settings.gatherRays),
    aimed: emptyIntegers(looking * lamps.length * settings.lampRays),
    orphans: emptyIntegers(texels.count),
    buried: emptyIntegers(texels.count),
    buriedSpots: emptyIntegers(texels.count),
    direct: light(),
    edges: emptyIntegers(texels.count),
    wideEdges: emptyIntegers(texels.count),
    patches,
    sunlit: emptyIntegers(texels.count),
    besideSun: emptyIntegers(texels.count),
    fromSuns: empty(texels.count * sunNumbers),
    sunNumbers,
    lamps,
    near: shared(Int32Array, markNear(texels, lamps)),
    before: light(),
    arriving: light(),
    bounced: light(),
    variance: empty(texels.count * layers.length),
    noise: empty(texels.count * layers.length),
    next: emptyIntegers(1),
  }
}

/** What rays can hit: every part that blocks light, in one soup. */
function solids(parts: readonly LaidPart[]): Pick<BakeJob, 'tree' | 'triangleUv' | 'twoSided'> {
  const position: number[] = []
  const index: number[] = []
  const uv: number[] = []
  const twoSided: number[] = []
  for (const laid of parts) {
    if (laid.part.blocks === false) continue
    const first = position.length / 3
    for (const value of laid.position) position.push(value)
    laid.index.forEach((vertex, i) => {
      index.push(first + vertex)
      uv.push(laid.lightUv?.[vertex * 2] ?? -1, laid.lightUv?.[vertex * 2 + 1] ?? -1)
      if (i % 3 === 0) twoSided.push(look(laid).twoSided ? 1 : 0)
    })
  }
  const tree = buildTriangleTree({ position: Float32Array.from(position), index: Uint32Array.from(index) })
  return { tree, triangleUv: shared(Float32Array, uv), twoSided: shared(Int32Array, twoSided) }
}

function look(laid: LaidPart | undefined): Material {
  return materialNamed(laid?.part.material ?? 'wall')
}
