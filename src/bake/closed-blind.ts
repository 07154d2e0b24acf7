import { Box3, type BufferAttribute, Vector3 } from 'three'
import type { Opening, Part } from '../../scenes/furniture/piece.ts'
import type { Rgb } from '../light/linear-colour.ts'
import type { LitPoint } from './aim.ts'
import { addDirectLight } from './direct-light.ts'
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
export function closedBlind(parts: readonly Part[], window: Opening): ClosedBlind | null {
  const { centre, normal } = wholeWindow(window)
  let cloth: { fixture: string; area: number; before: number } | null = null
  for (const { role, fixture, geometry } of parts) {
    if (role !== 'blind' || fixture === undefined) continue
    const box = new Box3().setFromBufferAttribute(geometry.getAttribute('position') as BufferAttribute)
    const spans = box
      .getSize(new Vector3())
      .toArray()
      .sort((a, b) => b - a)
    const area = (spans[0] ?? 0) * (spans[1] ?? 0)
    const before = box
      .getCenter(new Vector3())
      .sub(new Vector3(...centre))
      .dot(new Vector3(...normal))
    // The cloth is larger than its hem.
    if (!cloth || area > cloth.area) cloth = { fixture, area, before }
  }
  return cloth && { fixture: cloth.fixture, before: cloth.before }
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
    const rounded = (channel: number) => Number(total(channel).toPrecision(4))
    return [rounded(0), rounded(1), rounded(2)]
  })
}

function sameSource(a: LayerSource, b: LayerSource): boolean {
  return a.kind === 'sun' && b.kind === 'sun' ? a.hour === b.hour : a.kind === 'sky' && b.kind === 'sky'
}
