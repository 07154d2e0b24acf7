import type { Emitter, Opening, Place } from '../../scenes/furniture/piece.ts'

/** A surface that gives light, with the layer of the light map that its light goes to. */
export type LightSource =
  | {
      readonly kind: 'sphere'
      readonly layer: number
      readonly centre: Place
      readonly radius: number
      readonly luminance: number
    }
  | {
      readonly kind: 'tube'
      readonly layer: number
      readonly centre: Place
      readonly radius: number
      readonly height: number
      readonly luminance: number
    }
  | ({ readonly kind: 'rectangle'; readonly layer: number; readonly luminance: number } & Rectangle)
  | ({ readonly kind: 'daylight'; readonly layer: number } & Rectangle)

/** `u` and `v` reach from the middle to two edges; it faces `normal`, of length 1. */
interface Rectangle {
  readonly centre: Place
  readonly u: Place
  readonly v: Place
  readonly normal: Place
  readonly area: number
}

/** What a layer is lit by: a fixture of a thousand lumens, or a part of the window (0 its sill, 1 its top). */
export type LayerSource =
  | { readonly kind: 'lamp'; readonly fixture: string }
  | { readonly kind: 'daylight'; readonly from: number; readonly to: number }

/** The window is baked in this many parts, one above the other, so that a blind can cover some of them. */
const windowParts = 2

/** The layers of a room and the sources that light them. Lamps of one fixture share a layer. */
export function lightSources(
  emitters: readonly Emitter[],
  window: Opening | null,
): { layers: LayerSource[]; sources: LightSource[] } {
  const fixtures = [...new Set(emitters.map((emitter) => emitter.fixture))].sort()
  const layers: LayerSource[] = fixtures.map((fixture) => ({ kind: 'lamp', fixture }))
  const sources = emitters.map((emitter) => lampSource(emitter, fixtures.indexOf(emitter.fixture)))
  if (window)
    for (let part = 0; part < windowParts; part++) {
      const from = part / windowParts
      const to = (part + 1) / windowParts
      sources.push({ kind: 'daylight', layer: layers.length, ...slice(window, from, to) })
      layers.push({ kind: 'daylight', from, to })
    }
  return { layers, sources }
}

/** A diffuse surface of so many square metres has luminance flux / (pi area). */
function lampSource(emitter: Emitter, layer: number): LightSource {
  const flux = 1000 * emitter.share
  switch (emitter.shape) {
    case 'sphere': {
      const { centre, radius } = emitter
      return { kind: 'sphere', layer, centre, radius, luminance: flux / (4 * Math.PI ** 2 * radius ** 2) }
    }
    case 'tube': {
      const { centre, radius, height } = emitter
      return {
        kind: 'tube',
        layer,
        centre,
        radius,
        height,
        luminance: flux / (2 * Math.PI ** 2 * radius * height),
      }
    }
    case 'rectangle': {
      const plane = rectangle(emitter.centre, emitter.u, emitter.v)
      return { kind: 'rectangle', layer, ...plane, luminance: flux / (Math.PI * plane.area) }
    }
  }
}

function slice({ centre, u, v }: Opening, from: number, to: number): Rectangle {
  const middle = from + to - 1
  const half = to - from
  const along = (axis: 0 | 1 | 2) => centre[axis] + v[axis] * middle
  return rectangle([along(0), along(1), along(2)], u, [v[0] * half, v[1] * half, v[2] * half])
}

function rectangle(centre: Place, u: Place, v: Place): Rectangle {
  const cross: Place = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
  const length = Math.hypot(...cross)
  return { centre, u, v, normal: [cross[0] / length, cross[1] / length, cross[2] / length], area: 4 * length }
}
