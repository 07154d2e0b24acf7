import type { Opening } from '../../scenes/furniture/piece.ts'
import type { Rgb } from '../light/linear-colour.ts'
import { addDirectLight, type LitPoint } from './direct-light.ts'
import type { LaidPart } from './layout.ts'
import {
  type ClosedBlind,
  clothPart,
  type LayerSource,
  type LightSource,
  wholeWindow,
} from './light-sources.ts'
import { TriangleTree } from './triangle-tree.ts'
import type { TreeArrays } from './triangle-tree-build.ts'

/** The blind of a window, as it hangs when it is closed; null when the window has none. */
export function closedBlind(parts: readonly LaidPart[], window: Opening): ClosedBlind | null {
  const { centre, normal } = wholeWindow(window)
  const cloth = parts.filter((laid) => laid.part.role === 'blind' && laid.part.fixture !== undefined)
  const largest = cloth.reduce<LaidPart | null>((a, b) => (a && area(a) >= area(b) ? a : b), null)
  if (largest?.part.fixture === undefined) return null
  const { position } = largest
  let before = 0
  for (let i = 0; i < position.length; i++)
    before += ((position[i] as number) - centre[(i % 3) as 0 | 1 | 2]) * normal[(i % 3) as 0 | 1 | 2]
  return { fixture: largest.part.fixture, before: before / (position.length / 3) }
}

/** Height times width of what encloses a part: the cloth's is larger than its hem's. */
function area({ position }: LaidPart): number {
  const spans = [0, 1, 2].map((axis) => {
    const values = position.filter((_, i) => i % 3 === axis)
    return Math.max(...values) - Math.min(...values)
  })
  return spans
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((a, b) => a * b, 1)
}

/** Points a side of the grid that a cloth's light is measured on. */
const grid = 12
const rays = 16

/**
 * Mean light, lux, that each layer of sky and sun throws on its part of the closed blind from outside, through
 * the whole window. Other layers have none.
 */
export function lightOnCloth(
  treeArrays: TreeArrays,
  sources: readonly LightSource[],
  layers: readonly LayerSource[],
  window: Opening,
  blind: ClosedBlind,
): Rgb[] {
  const tree = new TriangleTree(treeArrays)
  const outside = sources.filter(({ kind }) => kind === 'window' || kind === 'sun')
  const onPart = (from: number, to: number): Float32Array => {
    const { centre, u, v, normal } = clothPart(window, blind, from, to)
    const sum = new Float32Array(layers.length * 3)
    for (let i = 0; i < grid * grid; i++) {
      const across = ((i % grid) + 0.5) / (grid / 2) - 1
      const up = (Math.floor(i / grid) + 0.5) / (grid / 2) - 1
      const at = (axis: 0 | 1 | 2) => centre[axis] + u[axis] * across + v[axis] * up
      const point: LitPoint = { x: at(0), y: at(1), z: at(2), nx: -normal[0], ny: -normal[1], nz: -normal[2] }
      for (const source of outside)
        addDirectLight(tree, source, point, () => {}, rays, 0.5, i / (grid * grid), 1 / grid ** 2, sum, 0)
    }
    return sum
  }
  return layers.map((layer): Rgb => {
    if (layer.kind !== 'sky' && layer.kind !== 'sun') return [0, 0, 0]
    const sum = onPart(layer.from, layer.to)
    // Light of the same sky or sun, whichever part of the window it came through.
    const total = (channel: number) =>
      layers.reduce(
        (light, other, i) => light + (sameSource(layer, other) ? (sum[i * 3 + channel] ?? 0) : 0),
        0,
      )
    return [total(0), total(1), total(2)]
  })
}

function sameSource(a: LayerSource, b: LayerSource): boolean {
  return a.kind === 'sun' && b.kind === 'sun' ? a.hour === b.hour : a.kind === 'sky' && b.kind === 'sky'
}
