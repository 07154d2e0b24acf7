import { describe, expect, it } from 'vitest'
import type { LightState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import { surprise } from './surprise.ts'

const lamps: LightState[] = Array.from({ length: 12 }, (_, i) => ({
  kind: 'light',
  id: fixtureId.parse(`lamp-${i}`),
  room: roomId.parse('den'),
  name: { en: 'Lamp', sv: 'Lampa' },
  reach: 'reachable',
  ability: { kelvin: { min: 2200, max: 4000 }, colour: i % 2 === 0 },
  on: false,
  brightness: 1,
  colour: { mode: 'kelvin', kelvin: 2700 },
  fade: null,
}))
const seeds = Array.from({ length: 300 }, (_, seed) => seed)
const lights = (seed: number) => surprise(seed, lamps).filter((aim) => aim.kind === 'light')

describe('a surprise', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(surprise(7, lamps)).toEqual(surprise(7, lamps))
    expect(new Set(seeds.map((seed) => JSON.stringify(surprise(seed, lamps)))).size).toBe(seeds.length)
  })

  it('leaves no room dark and none glaring', () => {
    for (const seed of seeds) {
      const lit = lights(seed).filter(({ on }) => on)
      const sum = lit.reduce((total, { brightness }) => total + brightness, 0)
      expect(lit.length).toBeGreaterThanOrEqual(6)
      expect(sum / lamps.length).toBeGreaterThan(0.2)
      expect(sum / lamps.length).toBeLessThan(0.5)
      for (const { brightness } of lit) expect(brightness).toBeGreaterThanOrEqual(0.2)
    }
  })

  it('keeps whites together and gives colour only to lamps that have it', () => {
    for (const seed of seeds) {
      const whites = lights(seed).flatMap(({ colour }) => (colour.mode === 'kelvin' ? [colour.kelvin] : []))
      expect(Math.max(...whites) - Math.min(...whites)).toBeLessThanOrEqual(500)
      expect(Math.min(...whites)).toBeGreaterThanOrEqual(2200)
      for (const { fixture, colour } of lights(seed)) {
        if (colour.mode === 'xy') expect(Number(fixture.slice(5)) % 2).toBe(0)
      }
    }
    const coloured = seeds.filter((seed) => lights(seed).some(({ colour }) => colour.mode === 'xy'))
    expect(coloured.length).toBeGreaterThan(60)
    expect(coloured.length).toBeLessThan(200)
  })
})
