import { describe, expect, test } from 'vitest'
import type { BlindState, LightState, MotionState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import type { BakedRoom } from '../../src/light/baked-room.ts'
import { luminance, type Rgb } from '../../src/light/linear-colour.ts'
import { lookAt, meanLight } from './eye.ts'
import { composedLook } from './gaze.ts'
import { ShownLamp } from './shown-lamp.ts'
import { ShownRoom, throughCloth } from './shown-room.ts'
import { turnLimit, viewPoint } from './view-point.ts'

const none = { at: 0, count: 0 }
const camera = { from: [0, 1.4, 4], to: [0, 1, -1], fov: 42, turn: 20 } as const
const room: BakedRoom = {
  format: 3,
  id: 'tiny',
  fingerprint: '',
  size: 4,
  cameras: { landscape: camera, portrait: { ...camera, fov: 65 } },
  materials: {},
  meshes: [
    {
      role: 'indicator',
      material: 'lens',
      fixture: 'player',
      index: none,
      position: none,
      normal: none,
      uv: none,
    },
  ],
  fixtures: [
    { id: 'lamp', kind: 'light', centre: [0, 1, 0], radius: 0.2, lumens: 800 },
    { id: 'blind', kind: 'blind', centre: [0, 1, -1], radius: 0.5, lumens: 0 },
    { id: 'rack', kind: 'blind', centre: [1, 2, 0], radius: 0.5, lumens: 0 },
  ],
  emitters: [],
  layers: [
    { kind: 'lamp', fixture: 'lamp', mean: [90, 85, 80] },
    { kind: 'sky', from: 0, to: 0.5, onCloth: [300, 310, 330], mean: [8, 8, 9] },
    { kind: 'sky', from: 0.5, to: 1, onCloth: [280, 290, 320], mean: [6, 6, 7] },
    { kind: 'cloth', fixture: 'blind', from: 0, to: 0.5, mean: [9, 9, 9] },
    { kind: 'cloth', fixture: 'blind', from: 0.5, to: 1, mean: [8, 8, 8] },
  ],
}
const place = { room: roomId.parse('tiny'), name: { en: 'x', sv: 'x' }, reach: 'reachable' } as const
const lamp = (change: Partial<LightState> = {}): LightState => ({
  ...place,
  id: fixtureId.parse('lamp'),
  kind: 'light',
  ability: { kelvin: { min: 2200, max: 6500 }, colour: true },
  on: true,
  brightness: 1,
  colour: { mode: 'kelvin', kelvin: 2700 },
  fade: null,
  ...change,
})
const blind = (openness: number): BlindState => ({
  ...place,
  id: fixtureId.parse('blind'),
  kind: 'blind',
  openness,
  fade: null,
})

describe('a lamp in the picture', () => {
  test('brightens all the way of a fade from dark, in its new colour from the start', () => {
    const shown = new ShownLamp(800)
    shown.apply(
      lamp({ colour: { mode: 'kelvin', kelvin: 6500 }, fade: { startedAtMs: 0, durationMs: 1000 } }),
      0,
    )
    const lumens = [0, 250, 500, 750, 1000].map((ms) => shown.at(ms).lumens)
    expect(lumens[0]).toBe(0)
    for (let i = 1; i < lumens.length; i++) expect(lumens[i]).toBeGreaterThan(lumens[i - 1] ?? 1e9)
    expect(lumens[4]).toBeCloseTo(800)
    expect(shown.at(1).rgb).toEqual(shown.at(1000).rgb)
  })

  test('is dark when it is off, whatever brightness it keeps', () => {
    const shown = new ShownLamp(800)
    shown.apply(lamp({ on: false }), 0)
    expect(shown.at(0).lumens).toBe(0)
  })

  test('dimmed to the lowest, still gives light', () => {
    const shown = new ShownLamp(800)
    shown.apply(lamp({ brightness: 0 }), 0)
    expect(shown.at(0).lumens).toBeGreaterThan(0)
  })
})

describe('layer weights', () => {
  const shown = new ShownRoom(room)

  test('a lamp of 800 lm at full weighs its layer of 1000 lm by 0.8', () => {
    shown.apply([lamp()], 0)
    expect(luminance(shown.layerWeights(0)[0] ?? [0, 0, 0])).toBeCloseTo(0.8)
  })

  test('a blind covers the upper part of the window first', () => {
    shown.hour = 12.5
    shown.apply([blind(1)], 0)
    const open = shown.layerWeights(0).slice(1).map(luminance)
    shown.apply([blind(0.5)], 0)
    const half = shown.layerWeights(10_000).slice(1).map(luminance)
    shown.apply([blind(0)], 10_000)
    const shut = shown.layerWeights(20_000).slice(1).map(luminance)
    expect(half[0]).toBe(open[0])
    expect(half[1]).toBeLessThan((open[1] ?? 0) / 1000)
    expect(shut[0]).toBe(half[1])
    // Of a closed blind's room something is still to be seen.
    expect(shut[0]).toBeGreaterThan(0)
  })

  test('a blind that says once a second where it is glides in between', () => {
    const gliding = new ShownRoom(room)
    gliding.apply([blind(1)], 0)
    expect(gliding.moving(0)).toBe(false)
    const words = [0.9, 0.8, 0.7, 0.6, 0.5]
    const seen: number[] = []
    for (const [second, openness] of words.entries())
      for (let ms = second * 1000; ms < (second + 1) * 1000; ms += 50) {
        // Whatever else changes in the room says the same of the blind again.
        gliding.apply([blind(openness)], ms)
        expect(gliding.moving(ms)).toBe(true)
        seen.push(gliding.opennessOf('blind', ms))
      }
    const steps = seen.slice(1).map((openness, i) => (seen[i] ?? 0) - openness)
    expect(Math.max(...steps)).toBeLessThan(0.01)
    expect(Math.min(...steps)).toBeGreaterThan(0)
    expect(gliding.opennessOf('blind', 6000)).toBe(0.5)
    expect(gliding.moving(6000)).toBe(false)
  })

  test('what hangs elsewhere comes down by itself and covers no window', () => {
    const wardrobe = new ShownRoom(room)
    wardrobe.hour = 12.5
    wardrobe.apply([blind(1)], 0)
    const open = wardrobe.layerWeights(0)
    wardrobe.apply([{ ...blind(0.25), id: fixtureId.parse('rack') }], 0)
    expect(wardrobe.layerWeights(0)).toEqual(open)
    expect(wardrobe.opennessOf('rack', 0)).toBe(0.25)
    expect(wardrobe.blindOpenness(0)).toBe(1)
  })

  test('what a blind covers shines through its cloth, and nothing else does', () => {
    shown.hour = 12.5
    const cloth = (openness: number) => {
      const closed = new ShownRoom(room)
      closed.hour = 12.5
      closed.apply([blind(openness)], 0)
      return closed.layerWeights(0).slice(3).map(luminance)
    }
    expect(cloth(1)).toEqual([0, 0])
    expect(cloth(0.5)[0]).toBe(0)
    expect(cloth(0)[1]).toBe(cloth(0.5)[1])
    // 9000 lux outside, of which 309 of a thousand reach the cloth.
    expect((cloth(0)[0] ?? 0) * 1000).toBeCloseTo(9000 * 0.309 * throughCloth, 0)
  })

  test('mean light is linear in the lamps', () => {
    const a: Rgb[] = [
      [0.2, 0.3, 0.1],
      [0, 0, 0],
      [1, 1, 1],
    ]
    const b: Rgb[] = [
      [1, 0, 0],
      [2, 2, 2],
      [0, 0, 0],
    ]
    const both = a.map(
      (rgb, i): Rgb => [rgb[0] + (b[i]?.[0] ?? 0), rgb[1] + (b[i]?.[1] ?? 0), rgb[2] + (b[i]?.[2] ?? 0)],
    )
    const [meanA, meanB, meanBoth] = [a, b, both].map((weights) => meanLight(room, weights))
    for (const c of [0, 1, 2] as const)
      expect(meanBoth?.[c]).toBeCloseTo((meanA?.[c] ?? 0) + (meanB?.[c] ?? 0))
  })
})

describe('small lights', () => {
  const motion = (occupied: boolean): MotionState => ({
    ...place,
    id: fixtureId.parse('sensor'),
    kind: 'motion',
    occupied,
  })

  test('a sensor that sees somebody breathes for a moment, then stands, and is dark when they leave', () => {
    const shown = new ShownRoom(room)
    shown.apply([motion(true)], 1000)
    const levels = [1000, 1600, 2200].map((ms) => shown.indicator('sensor', ms))
    expect(levels[0]).toBe(1)
    expect(levels[1]).toBeLessThan(0.5)
    expect(levels[2]).toBeCloseTo(1)
    expect(shown.alive(3000)).toBe(true)
    expect(shown.alive(5000)).toBe(false)
    expect(shown.indicator('sensor', 5000)).toBe(1)
    // Told again that somebody is there, it does not start anew.
    shown.apply([motion(true)], 6000)
    expect(shown.alive(6001)).toBe(false)
    shown.apply([motion(false)], 7000)
    expect(shown.indicator('sensor', 7000)).toBe(0)
  })
})

describe('the eye', () => {
  const eyeAt = (brightness: number) => {
    const shown = new ShownRoom(room)
    shown.apply([lamp({ brightness })], 0)
    const weights = shown.layerWeights(0)
    return { ...lookAt(room, weights), lux: luminance(meanLight(room, weights)) }
  }

  test('opens for less light, but never so far that dimming is not seen', () => {
    const [dim, bright] = [eyeAt(0.3), eyeAt(1)]
    expect(dim.exposure).toBeGreaterThan(bright.exposure)
    expect(dim.exposure * dim.lux).toBeLessThan(bright.exposure * bright.lux)
  })

  test('is the same for a dark room every time', () => {
    expect(Number.isFinite(lookAt(room, []).exposure)).toBe(true)
    expect(lookAt(room, [])).toEqual(lookAt(room, []))
  })
})

describe('the view', () => {
  test('changes its preset with the screen, and widens for one that is narrower than planned', () => {
    expect(viewPoint(room, 16 / 9, composedLook).fov).toBeCloseTo(42)
    expect(viewPoint(room, 9 / 16, composedLook).fov).toBeCloseTo(65)
    expect(viewPoint(room, 4 / 3, composedLook).fov).toBeGreaterThan(42)
    expect(viewPoint(room, 21 / 9, composedLook).fov).toBeCloseTo(42)
  })

  test('turns around what it looks at', () => {
    const { from, to } = viewPoint(room, 16 / 9, { ...composedLook, azimuth: turnLimit(room, 16 / 9) })
    expect(Math.hypot(from[0] - to[0], from[2] - to[2])).toBeCloseTo(5)
    expect(from[0]).toBeGreaterThan(1)
    expect(from[1]).toBeCloseTo(1.4)
  })

  test('comes closer without turning, and rises without coming closer', () => {
    const away = ({ from, to }: ReturnType<typeof viewPoint>) =>
      Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2])
    const home = viewPoint(room, 1, composedLook)
    expect(away(viewPoint(room, 1, { ...composedLook, closer: 1.25 }))).toBeCloseTo(away(home) * 0.8)
    const above = viewPoint(room, 1, { ...composedLook, tilt: 0.3 })
    expect(away(above)).toBeCloseTo(away(home))
    expect(above.from[1]).toBeGreaterThan(home.from[1])
  })
})
