import { type Material, materialNamed } from '../../scenes/furniture/materials.ts'
import type { RoomModel } from '../../scenes/furniture/piece.ts'
import type { BakedLayer } from '../light/baked-room.ts'
import { bounce } from './bounces.ts'
import { closedBlind, lightOnCloth } from './closed-blind.ts'
import { encodeTexels, layerMeans } from './encode-layers.ts'
import { type LaidPart, layOut } from './layout.ts'
import { lightSources } from './light-sources.ts'
import type { BakeSettings } from './settings.ts'
import { smooth } from './smooth.ts'
import { findTexels, type Texels } from './texels.ts'
import { fillIn, thinOut } from './thin-out.ts'
import { trace } from './trace.ts'
import type { TraceJob } from './trace-job.ts'
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

/** Wide passes for bounced light, which is soft; one narrow pass for shadows, which are not. */
const bouncedSteps = [1, 2, 4]
const directSteps = [1]
const black = [0, 0, 0] as const

/** Bakes one layer of light for each lamp and window part. `onProgress` is told the share done, 0..1. */
export async function bakeLight(
  model: BakeModel,
  settings: BakeSettings,
  onProgress: (share: number) => void = () => {},
): Promise<LitRoom> {
  const { parts, texelsPerMetre } = layOut(model.parts, settings.size)
  const texels = findTexels(parts, settings.size)
  const blind = model.window && closedBlind(parts, model.window)
  const { layers, sources } = lightSources(model.emitters, model.window, blind)
  const stride = layers.length * 3
  const thinned = thinOut(texels)
  const job: TraceJob = {
    ...solids(parts),
    size: settings.size,
    texels: texels.count,
    ofPixel: shared(Int32Array, texels.ofPixel),
    position: shared(Float32Array, texels.position),
    normal: shared(Float32Array, texels.normal),
    thin: shared(
      Int32Array,
      // What shines through a blind is in layers of its own.
      texels.part.map((part) => (look(parts[part]).twoSided && parts[part]?.part.role !== 'blind' ? 1 : 0)),
    ),
    looks: shared(Int32Array, thinned.looks),
    sources,
    layers: layers.length,
    directRays: settings.directRays,
    gatherRays: settings.gatherRays,
    direct: shared(Float32Array, new Float32Array(texels.count * stride)),
    seen: shared(Int32Array, new Int32Array(texels.count * settings.gatherRays)),
    buried: shared(Int32Array, new Int32Array(texels.count)),
    next: shared(Int32Array, [0]),
  }
  await trace(job, settings.workers, (share) => onProgress(0.02 + 0.68 * share))

  fillIn(thinned, job.buried, 1)
  const albedo = new Float32Array(texels.count * 3)
  for (const [texel, part] of texels.part.entries()) albedo.set(look(parts[part]).albedo, texel * 3)
  const bounced = bounce(
    {
      texels: texels.count,
      stride,
      seen: job.seen,
      rays: settings.gatherRays,
      thinned,
      albedo,
      direct: job.direct,
    },
    settings.bounces,
  )
  onProgress(0.82)
  const grain = 1 / texelsPerMetre
  const light = smooth(texels, grain, job.buried, bounced, stride, bouncedSteps)
  onProgress(0.92)
  const direct = smooth(texels, grain, job.buried, job.direct, stride, directSteps)
  for (let at = 0; at < light.length; at++) light[at] = (light[at] as number) + (direct[at] as number)
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

/** What rays can hit: every part that blocks light, in one soup. */
function solids(parts: readonly LaidPart[]): Pick<TraceJob, 'tree' | 'triangleUv' | 'twoSided'> {
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
