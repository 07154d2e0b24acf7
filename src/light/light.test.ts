import { describe, expect, test } from 'vitest'
import type { LightAbility } from '../contract/fixture-state.ts'
import { dimmerToOutput, lowestOutput, outputToDimmer } from './dimmer.ts'
import { chromaticityToHex, hexToChromaticity } from './hex-colour.ts'
import { colourYield, lampLight } from './lamp-light.ts'
import {
  adaptationTo,
  apply,
  chromaticityToLinear,
  linearToChromaticity,
  luminance,
} from './linear-colour.ts'
import { kelvinToMired, miredToKelvin } from './mired.ts'
import { chromaticityToKelvin, kelvinToChromaticity } from './planckian-locus.ts'
import { packRgb9e5, unpackRgb9e5 } from './rgb9e5.ts'

const colourBulb: LightAbility = { kelvin: { min: 1780, max: 6500 }, colour: true }
const whiteBulb: LightAbility = { kelvin: { min: 2203, max: 4000 }, colour: false }

describe('colour temperature', () => {
  test.each([
    [2700, 0.4599, 0.4106],
    [4000, 0.3805, 0.3768],
    [6500, 0.3135, 0.3237],
  ])('%i K lies on the Planckian locus', (kelvin, x, y) => {
    const found = kelvinToChromaticity(kelvin)
    expect(found.x).toBeCloseTo(x, 2.7)
    expect(found.y).toBeCloseTo(y, 2.7)
  })

  test('2200 K is redder and less blue than 6500 K', () => {
    const [warmRed, , warmBlue] = chromaticityToLinear(kelvinToChromaticity(2200))
    const [coolRed, , coolBlue] = chromaticityToLinear(kelvinToChromaticity(6500))
    expect(warmRed).toBeGreaterThan(coolRed)
    expect(warmBlue).toBeLessThan(coolBlue)
  })

  test('a white is found again from its chromaticity', () => {
    for (const kelvin of [2700, 3500, 5000, 6500])
      expect(chromaticityToKelvin(kelvinToChromaticity(kelvin)) / kelvin).toBeCloseTo(1, 1.5)
  })

  test('mired and kelvin undo each other', () => {
    expect(kelvinToMired(2000)).toBe(500)
    expect(miredToKelvin(kelvinToMired(4321))).toBeCloseTo(4321)
  })
})

describe('linear colour', () => {
  test('every colour has luminance 1, inside the gamut or not', () => {
    for (const [x, y] of [
      [0.7, 0.29],
      [0.15, 0.06],
      [0.17, 0.75],
      [0.31, 0.33],
    ] as const) {
      const rgb = chromaticityToLinear({ x, y })
      expect(luminance(rgb)).toBeCloseTo(1, 6)
      expect(Math.min(...rgb)).toBeGreaterThanOrEqual(0)
    }
  })

  test('a chromaticity inside the gamut is found again', () => {
    const found = linearToChromaticity(chromaticityToLinear({ x: 0.4, y: 0.38 }))
    expect(found.x).toBeCloseTo(0.4, 4)
    expect(found.y).toBeCloseTo(0.38, 4)
  })

  test('adapted to its own colour, warm light looks white', () => {
    const warm = kelvinToChromaticity(2700)
    const [r, g, b] = apply(adaptationTo(warm), chromaticityToLinear(warm))
    expect(r).toBeCloseTo(1, 2)
    expect(g).toBeCloseTo(1, 2)
    expect(b).toBeCloseTo(1, 2)
  })
})

describe('dimmer', () => {
  test('turning it up never gives less light', () => {
    const outputs = Array.from({ length: 101 }, (_, i) => dimmerToOutput(i / 100))
    for (let i = 1; i < outputs.length; i++) expect(outputs[i]).toBeGreaterThan(outputs[i - 1] ?? 1)
    expect(outputs[0]).toBe(lowestOutput)
    expect(outputs[100]).toBe(1)
  })

  test('its place is found again from the light', () => {
    for (const brightness of [0, 0.1, 0.5, 1])
      expect(outputToDimmer(dimmerToOutput(brightness))).toBeCloseTo(brightness)
  })
})

describe('lamp light', () => {
  test('a lamp that is off gives none, whatever it is set to', () => {
    const light = lampLight(
      { on: false, brightness: 1, colour: { mode: 'kelvin', kelvin: 2700 } },
      whiteBulb,
      800,
    )
    expect(light.lumens).toBe(0)
  })

  test('full white gives what the box says; blue of the same bulb about a tenth', () => {
    const setting = { on: true, brightness: 1 }
    const white = lampLight({ ...setting, colour: { mode: 'kelvin', kelvin: 4000 } }, colourBulb, 806)
    const blue = lampLight({ ...setting, colour: { mode: 'xy', x: 0.15, y: 0.06 } }, colourBulb, 806)
    expect(white.lumens).toBe(806)
    expect(blue.lumens / 806).toBeCloseTo(0.1, 1)
    expect(colourYield([1, 1, 1])).toBe(1)
  })

  test('a white bulb asked for a white beyond its range gives its nearest', () => {
    const asked = (kelvin: number) =>
      lampLight({ on: true, brightness: 1, colour: { mode: 'kelvin', kelvin } }, whiteBulb, 1)
    expect(asked(6500).rgb).toEqual(asked(4000).rgb)
    expect(asked(1500).rgb).toEqual(asked(2203).rgb)
  })
})

describe('shared-exponent texels', () => {
  test('hold colours to a 512th of their strongest channel, over nine decades', () => {
    for (let decade = -4; decade < 4; decade++)
      for (const rgb of [
        [1, 0.5, 0.25],
        [0.03, 0.9997, 0],
        [0.2, 0.2, 0.2],
      ] as const) {
        const scaled = rgb.map((v) => v * 10 ** decade)
        const [r, g, b] = scaled as [number, number, number]
        unpackRgb9e5(packRgb9e5(r, g, b)).forEach((v, i) => {
          expect(Math.abs(v - (scaled[i] ?? 0))).toBeLessThanOrEqual(Math.max(...scaled) / 500)
        })
      }
  })

  test('clip what they cannot hold', () => {
    expect(packRgb9e5(-1, 0, Number.NaN)).toBe(0)
    expect(unpackRgb9e5(packRgb9e5(1e9, 0, 0))[0]).toBe(65408)
  })
})

describe('the sRGB colour of a chromaticity', () => {
  test.each(['#ff8a3c', '#2040ff', '#00ff00', '#ffffff', '#ff0000'])('%s comes back', (hex) => {
    const chromaticity = hexToChromaticity(hex)
    expect(chromaticity && chromaticityToHex(chromaticity)).toBe(hex)
  })

  test('is the nearest there is of its hue where sRGB ends', () => {
    expect(chromaticityToHex({ x: 0.69, y: 0.305 })).toMatch(/^#ff0[0-9a-f]0[0-9a-f]$/)
  })
})
