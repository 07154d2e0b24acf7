import { describe, expect, test } from 'vitest'
import { luminance } from '../../src/light/linear-colour.ts'
import { daylightAt } from './daylight.ts'

const hours = Array.from({ length: 97 }, (_, i) => i / 4)
const sunlight = (hour: number) =>
  Object.values(daylightAt(hour).suns).reduce((sum, sun) => sum + luminance(sun), 0)

describe('daylight', () => {
  test('is brightest at noon, and never quite nothing at night', () => {
    const sky = hours.map((hour) => luminance(daylightAt(hour).sky))
    expect(hours[sky.indexOf(Math.max(...sky))]).toBeCloseTo(12.5, 0)
    expect(Math.min(...sky)).toBeGreaterThan(1)
    expect(Math.min(...sky)).toBeLessThan(10)
  })

  test('has no leaps: a quarter of an hour is never more than three times as bright as the one before', () => {
    for (const hour of hours.slice(1)) {
      const [before, here] = [luminance(daylightAt(hour - 0.25).sky), luminance(daylightAt(hour).sky)]
      expect(Math.max(before / here, here / before), `${hour} h`).toBeLessThan(3)
    }
  })

  test('has a sun from morning to evening, redder at both ends, and none at night', () => {
    for (const hour of [0, 4, 21, 24]) expect(sunlight(hour)).toBe(0)
    for (const hour of [8, 12, 16, 18]) expect(sunlight(hour)).toBeGreaterThan(4000)
    const [red, , blue] = daylightAt(18).suns.evening
    const [noonRed, , noonBlue] = daylightAt(12.5).suns.noon
    expect(red / blue).toBeGreaterThan((2 * noonRed) / noonBlue)
  })

  test('shares the sun between at most two of its places, all of it', () => {
    for (const hour of hours) {
      const places = Object.values(daylightAt(hour).suns).filter((sun) => luminance(sun) > 0)
      expect(places.length).toBeLessThanOrEqual(2)
    }
    expect(luminance(daylightAt(12.5).suns.noon)).toBeCloseTo(10_000, -1)
  })

  test('is bluer at dusk than at noon, and lights the windows across the street', () => {
    const [red, , blue] = daylightAt(20.25).sky
    expect(blue / red).toBeGreaterThan(2)
    expect(daylightAt(20.25).view.lit).toBe(1)
    expect(daylightAt(12.5).view.lit).toBe(0)
  })
})
