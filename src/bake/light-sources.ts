import type { Emitter, Opening, Place } from '../../scenes/furniture/piece.ts'
import type { BakedLayer } from '../light/baked-room.ts'
import { type SunPosition, sunPositions } from './sun.ts'

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
  /** Its luminance falls off from straight ahead with the cosine, to the power of `focus`; 0 is diffuse. */
  | ({
      readonly kind: 'rectangle'
      readonly layer: number
      readonly luminance: number
      readonly focus: number
    } & Rectangle)
  /** Sky and ground outside a part of the window. The ground is lit by each sun too, in that sun's layer. */
  | ({
      readonly kind: 'window'
      readonly layer: number
      readonly sunlit: readonly { readonly layer: number; readonly share: number }[]
    } & Rectangle)
  /** The sun itself, through a part of the window. Those of one `hour` are sampled alike, so that they add up to a whole. */
  | ({
      readonly kind: 'sun'
      readonly layer: number
      readonly hour: number
      readonly towards: Place
    } & Rectangle)

/** `u` and `v` reach from the middle to two edges; it faces `normal`, of length 1. */
export interface Rectangle {
  readonly centre: Place
  readonly u: Place
  readonly v: Place
  readonly normal: Place
  readonly area: number
}

type WithoutMean<L> = L extends unknown ? Omit<L, 'mean' | 'onCloth'> : never
/** What a layer is lit by. */
export type LayerSource = WithoutMean<BakedLayer>

/** A closed blind: the fixture, and how far before the window's opening it hangs, metres. */
export interface ClosedBlind {
  readonly fixture: string
  readonly before: number
}

/** The window is baked in this many parts, one above the other, so that a blind can cover some of them. */
const windowParts = 2

/** The layers of a room and the sources that light them. Lamps of one fixture share a layer. */
export function lightSources(
  emitters: readonly Emitter[],
  window: Opening | null,
  blind: ClosedBlind | null = null,
): { layers: LayerSource[]; sources: LightSource[] } {
  const fixtures = [...new Set(emitters.map((emitter) => emitter.fixture))].sort()
  const layers: LayerSource[] = fixtures.map((fixture) => ({ kind: 'lamp', fixture }))
  const sources = emitters.map((emitter) => lampSource(emitter, fixtures.indexOf(emitter.fixture)))
  const add = (layer: LayerSource) => layers.push(layer) - 1
  if (!window) return { layers, sources }
  const suns = sunPositions(window)
  for (const { from, to } of partsOfWindow()) {
    const part = partOf(window, from, to)
    const sky = add({ kind: 'sky', from, to })
    const sunlit = suns.map((sun) => ({
      layer: add({ kind: 'sun', from, to, ...sun }),
      share: sun.towards[1],
    }))
    sources.push({ kind: 'window', layer: sky, sunlit, ...part })
    for (const [i, sun] of suns.entries()) sources.push(sunSource(sun, i, sunlit[i]?.layer ?? sky, part))
  }
  if (blind)
    for (const { from, to } of partsOfWindow()) {
      const cloth = clothPart(window, blind, from, to)
      const layer = add({ kind: 'cloth', fixture: blind.fixture, from, to })
      sources.push({ kind: 'rectangle', layer, ...cloth, luminance: 1000 / Math.PI, focus: 0 })
    }
  return { layers, sources }
}

/** A part of a closed blind's cloth; it faces the room. */
export function clothPart(window: Opening, { before }: ClosedBlind, from: number, to: number): Rectangle {
  const part = partOf(window, from, to)
  const along = (axis: 0 | 1 | 2) => part.centre[axis] + part.normal[axis] * before
  return { ...part, centre: [along(0), along(1), along(2)] }
}

/** The opening as one rectangle that faces the room. */
export function wholeWindow(window: Opening): Rectangle {
  return partOf(window, 0, 1)
}

function partsOfWindow(): { from: number; to: number }[] {
  return Array.from({ length: windowParts }, (_, part) => ({
    from: part / windowParts,
    to: (part + 1) / windowParts,
  }))
}

function sunSource({ towards }: SunPosition, hour: number, layer: number, part: Rectangle): LightSource {
  return { kind: 'sun', layer, hour, towards, ...part }
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
      const focus = focusOf(emitter.beam)
      // Flux is luminance times area times the integral of cosine^(focus + 1) over the half sphere.
      const luminance = (flux * (focus + 2)) / (2 * Math.PI * plane.area)
      return { kind: 'rectangle', layer, ...plane, luminance, focus }
    }
  }
}

/** The power of the cosine that halves intensity at half the beam's angle from its middle. */
function focusOf(beam: number | undefined): number {
  return beam === undefined ? 0 : Math.max(0, Math.log(0.5) / Math.log(Math.cos((beam * Math.PI) / 360)) - 1)
}

/** A part of an opening, between two heights: 0 is its bottom, 1 its top. */
export function partOf({ centre, u, v }: Opening, from: number, to: number): Rectangle {
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
