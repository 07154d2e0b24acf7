import { describe, expect, it } from 'vitest'
import { hexToChromaticity } from '../../src/light/hex-colour.ts'
import { lampColour } from './lamp-colour.ts'

const ability = { kelvin: { min: 1800, max: 6500 }, colour: true }
const channels = (css: string) => css.match(/\d+/g)?.map(Number) ?? []
const white = (kelvin: number) => channels(lampColour({ colour: { mode: 'kelvin', kelvin }, ability }))

describe("a lamp's colour on the screen", () => {
  it('is warmer at 2200 K than at 6500 K', () => {
    const [, , warmBlue = 0] = white(2200)
    const [, , coolBlue = 0] = white(6500)
    expect(white(2200)[0]).toBe(255)
    expect(warmBlue).toBeLessThan(140)
    expect(coolBlue).toBeGreaterThan(240)
  })

  it('is blue when the lamp is blue', () => {
    const colour = { mode: 'xy' as const, ...(hexToChromaticity('#5468ff') ?? { x: 0.3, y: 0.3 }) }
    const [red = 0, , blue = 0] = channels(lampColour({ colour, ability }))
    expect(blue).toBe(255)
    expect(red).toBeLessThan(110)
  })
})
