import { materialNamed } from '../../../scenes/furniture/materials.ts'
import type { Place } from '../../../scenes/furniture/piece.ts'
import { luminance } from '../../light/linear-colour.ts'
import type { BakeModel, LitRoom } from '../bake-light.ts'
import { LightMap, type SurfacePoint, surfacePoints } from './light-map.ts'
import { type DrawLight, PathTracer } from './path-tracer.ts'

/** How far a bake is off, relative to the path tracer's light at the same points. */
interface BakeErrors {
  readonly median: number
  /** Nine in ten points are off by less. */
  readonly ninetieth: number
}

/** Compares so many points of a baked scene's surfaces with as many paths each, in each of `layers`. */
export function bakeErrors(
  model: BakeModel,
  lit: LitRoom,
  layers: ReadonlyMap<number, readonly DrawLight[]>,
  count: number,
  paths: number,
): BakeErrors {
  const map = new LightMap(lit)
  const plain = new PathTracer(model, [])
  const points = surfacePoints(lit.parts, count).points.filter((point) => !hidden(plain, point))
  const found: number[] = []
  for (const [layer, lights] of layers) {
    const tracer = new PathTracer(model, lights)
    const truths = points.map(({ at, normal }) => luminance(tracer.illuminance(at, normal, paths)))
    const mean = truths.reduce((sum, lux) => sum + lux, 0) / truths.length
    // Relative to what is there, but where next to nothing is, to a fiftieth of the room's mean.
    points.forEach(({ lightUv }, i) => {
      const truth = truths[i] ?? 0
      found.push(Math.abs(luminance(map.at(layer, lightUv)) - truth) / Math.max(truth, mean * 0.02))
    })
  }
  found.sort((a, b) => a - b)
  const below = (share: number) => found[Math.floor(found.length * share)] ?? 1
  return { median: below(0.5), ninetieth: below(0.9) }
}

/** Below or behind a block that touches floor or wall: nobody sees it, and the light of its edge is shown there. */
function hidden(tracer: PathTracer, { at, normal }: SurfacePoint): boolean {
  const off = (axis: 0 | 1 | 2) => at[axis] + normal[axis] * 0.004
  const just: Place = [off(0), off(1), off(2)]
  return tracer.inside(just)
}

/** What the surfaces of a scene keep of the light that falls on them, lumens, red, green and blue, by layer. */
export function keptLight(model: BakeModel, lit: LitRoom): (layer: number) => number[] {
  const map = new LightMap(lit)
  const { points, area } = surfacePoints(lit.parts, 40_000)
  const plain = new PathTracer(model, [])
  const seen = points.filter((point) => !hidden(plain, point))
  return (layer) => {
    const kept = [0, 0, 0]
    for (const { part, lightUv } of seen) {
      const { albedo } = materialNamed(lit.parts[part]?.part.material ?? 'wall')
      map.at(layer, lightUv).forEach((lux, c) => {
        kept[c] = (kept[c] ?? 0) + lux * area * (1 - (albedo[c] ?? 0))
      })
    }
    return kept
  }
}
