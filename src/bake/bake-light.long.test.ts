import { describe, expect, test } from 'vitest'
import { materials } from '../../scenes/furniture/materials.ts'
import { ball, box, sheet, turnedOut } from '../../scenes/furniture/shapes.ts'
import { decodeLayers } from '../light/layer-codec.ts'
import { unpackRgb9e5 } from '../light/rgb9e5.ts'
import { type BakeModel, bakeLight } from './bake-light.ts'
import type { BakeSettings } from './settings.ts'

const quick: BakeSettings = { size: 48, directRays: 4, gatherRays: 48, lampRays: 8, bounces: 4, workers: 0 }

/** A ball-shaped lamp in the middle of a closed box of one material, seen from inside. */
const box2: BakeModel = {
  parts: [{ material: 'wall', geometry: turnedOut(box(2, 2, 2)) }],
  emitters: [{ fixture: 'lamp', share: 1, shape: 'sphere', centre: [0, 0, 0], radius: 0.05 }],
  window: null,
}

describe('a closed box around a lamp of 1000 lm', () => {
  test('holds as much light as the sum of all its reflections', async () => {
    const { layers } = await bakeLight(box2, { ...quick, size: 96, gatherRays: 24 })
    const mean = layers[0]?.mean ?? [0, 0, 0]
    // All light lands on 24 square metres; what is reflected lands again: E = flux / area / (1 - albedo).
    const { albedo } = materials.wall
    for (const channel of [0, 1, 2] as const) {
      const expected = 1000 / 24 / (1 - albedo[channel])
      expect(mean[channel] / expected).toBeGreaterThan(0.95)
      expect(mean[channel] / expected).toBeLessThan(1.05)
    }
  })

  test('is brighter in the middle of a wall than in its corners', async () => {
    const { texels, light } = await bakeLight(box2, quick)
    let [middle, corner] = [0, Number.POSITIVE_INFINITY]
    for (let texel = 0; texel < texels.count; texel++) {
      const value = light[texel * 3 + 1] ?? 0
      const away = Math.hypot(...texels.position.subarray(texel * 3, texel * 3 + 3))
      if (away < 1.05) middle = Math.max(middle, value)
      if (away > 1.65) corner = Math.min(corner, value)
    }
    expect(middle).toBeGreaterThan(corner * 1.3)
  })
})

test('a lid between lamp and floor keeps the direct light off it', async () => {
  const floor = { material: 'black', geometry: sheet(2, 2).rotateX(-Math.PI / 2) } as const
  const lid = { material: 'black', geometry: box(1, 0.05, 1).translate(0, 0.6, 0) } as const
  const bulb = {
    material: 'bulb',
    geometry: ball(0.05, 8).translate(0, 1, 0),
    detail: 0,
    blocks: false,
  } as const
  const emitters = [{ fixture: 'lamp', share: 1, shape: 'sphere', centre: [0, 1, 0], radius: 0.05 }] as const
  const open = await bakeLight({ parts: [floor, bulb], emitters, window: null }, quick)
  const shut = await bakeLight({ parts: [floor, lid, bulb], emitters, window: null }, quick)
  const under = ({ texels, light }: typeof open) => {
    let sum = 0
    let count = 0
    for (let texel = 0; texel < texels.count; texel++) {
      const [x = 0, y = 0, z = 0] = texels.position.subarray(texel * 3, texel * 3 + 3)
      if (y > 0.01 || Math.hypot(x, z) > 0.4) continue
      sum += light[texel * 3 + 1] ?? 0
      count++
    }
    return sum / count
  }
  // 1000 lm / 4 pi at one metre is 79.6 lux.
  expect(under(open)).toBeGreaterThan(60)
  expect(under(open)).toBeLessThan(85)
  expect(under(shut)).toBeLessThan(1)
})

test('daylight enters through each part of the window, and the floor sees a bluer sky than the ceiling does', async () => {
  const room: BakeModel = {
    parts: [{ material: 'wall', geometry: turnedOut(box(2, 2, 2)).translate(0, 1, 0) }],
    emitters: [],
    window: { centre: [-0.98, 1, 0], u: [0, 0, -0.4], v: [0, 0.4, 0] },
  }
  const { layers, texels, light } = await bakeLight(room, { ...quick, bounces: 1 })
  const blueness = (from: number, to: number) => {
    let [red, blue] = [0, 0]
    for (let texel = 0; texel < texels.count; texel++) {
      const y = texels.position[texel * 3 + 1] ?? 0
      if (y < from || y > to) continue
      red += light[texel * layers.length * 3] ?? 0
      blue += light[texel * layers.length * 3 + 2] ?? 0
    }
    return blue / red
  }
  expect(blueness(-1, 0.001)).toBeGreaterThan(blueness(1.999, 3) * 1.1)
  const half = ['sky', 'sun', 'sun', 'sun']
  expect(layers.map((layer) => layer.kind)).toEqual([...half, ...half])
  for (const { mean } of layers) expect(mean[1]).toBeGreaterThan(1)
})

test('the same room gives the same light, to the last bit, on any number of threads', async () => {
  const one = await bakeLight(box2, { ...quick, gatherRays: 8 })
  const two = await bakeLight(box2, { ...quick, gatherRays: 8, workers: 2 })
  expect(Buffer.from(one.encoded).equals(Buffer.from(two.encoded))).toBe(true)
  const packed = decodeLayers(one.encoded, 48, 1)
  expect(unpackRgb9e5(packed.find((texel) => texel !== 0) ?? 0)[1]).toBeGreaterThan(0)
})
