import { expect, test } from 'vitest'
import type { LightState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import { type SketchedRoom, sketchOf } from './room-sketch.ts'

const lamp = (id: string, change: Partial<LightState> = {}): LightState => ({
  kind: 'light',
  id: fixtureId.parse(id),
  room: roomId.parse('living-room'),
  name: { en: id },
  reach: 'reachable',
  ability: { kelvin: { min: 2200, max: 6500 }, colour: true },
  on: true,
  brightness: 0.8,
  colour: { mode: 'kelvin', kelvin: 2700 },
  fade: null,
  ...change,
})
const look = { albedo: [0.7, 0.67, 0.6], roughness: 1, metalness: 0 } as const
const camera = { from: [0.4, 1.4, 3.6], to: [0, 1, -1.4], fov: 45, turn: 20 } as const
const places = {
  pendant: [-0.25, 2, -0.3],
  'floor-lamp': [0.9, 1.5, -2.2],
  'bench-strip': [-1.2, 0.3, -2],
} as const
const baked: SketchedRoom = {
  cameras: { landscape: camera, portrait: { ...camera, fov: 60 } },
  materials: { wall: look, floor: { ...look, albedo: [0.4, 0.3, 0.2] } },
  fixtures: Object.entries(places).map(([id, centre]) => ({
    id,
    kind: 'light',
    centre,
    radius: 0.1,
    lumens: 800,
  })),
  layers: Object.keys(places).map((fixture) => ({ kind: 'lamp', fixture, mean: [14, 12, 10] })),
}
const ids = Object.keys(places)
const all = (change: Partial<LightState> = {}) => ids.map((id) => lamp(id, change))
const lightness = (css: string) => (css.match(/\d+/g) ?? []).map(Number).reduce((sum, part) => sum + part, 0)

test.each([16 / 9, 1268 / 1080, 1080 / 1366])(
  'every lamp of a baked room has its pool in a picture of %f',
  (aspect) => {
    const { pools, horizon } = sketchOf(baked, all(), 0, aspect)
    expect(pools.map(({ id }) => id)).toEqual(ids)
    for (const { x, y } of pools) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(1)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(1)
    }
    const [pendant, strip] = ['pendant', 'bench-strip'].map((id) => pools.find((pool) => pool.id === id))
    expect(pendant?.y).toBeLessThan(strip?.y ?? 0)
    expect(horizon).toBeGreaterThan(0.4)
  },
)

test('the wall follows the lamps: darker as they are dimmed and put out, warmer with warm light', () => {
  for (const room of [baked, null]) {
    const walls = [all(), all({ brightness: 0.4 }), all({ brightness: 0.05 }), all({ on: false })].map(
      (lamps) => lightness(sketchOf(room, lamps, 0, 1).wall),
    )
    expect(walls).toEqual(walls.toSorted((a, b) => b - a))
    expect(new Set(walls).size).toBe(4)
    const [r = 0, , b = 0] = (
      sketchOf(room, all({ colour: { mode: 'kelvin', kelvin: 2200 } }), 0, 1).wall.match(/\d+/g) ?? []
    ).map(Number)
    expect(r).toBeGreaterThan(b + 20)
  }
})

test('by day a room without lamps is no dark one', () => {
  const [byNight, byDay] = [0, 1].map((daylight) =>
    lightness(sketchOf(baked, all({ on: false }), daylight, 1).wall),
  )
  expect(byDay).toBeGreaterThan((byNight ?? 0) * 1.5)
})

test('a lamp that is off has no light, and without a bake lamps stand apart', () => {
  const { pools } = sketchOf(null, [lamp('a'), lamp('b', { on: false }), lamp('c')], 0, 1)
  expect(pools.map(({ strength }) => strength > 0)).toEqual([true, false, true])
  expect(new Set(pools.map(({ x }) => x)).size).toBe(3)
})
