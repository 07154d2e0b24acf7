import { describe, expect, it } from 'vitest'
import { hasDial, hueAt, hueHex, hueShare, whiteAt, whiteShare } from './dial-colour.ts'

const whites = { min: 2203, max: 4000 }

describe('the dial', () => {
  it('is there for lamps that have a white or a colour to choose', () => {
    expect(hasDial({ ability: { kelvin: whites, colour: false } })).toBe(true)
    expect(hasDial({ ability: { kelvin: null, colour: true } })).toBe(true)
    expect(hasDial({ ability: { kelvin: null, colour: false } })).toBe(false)
  })

  it('runs from the warmest to the coolest white in even mireds', () => {
    expect(whiteAt(0, whites)).toEqual({ mode: 'kelvin', kelvin: 2203 })
    expect(whiteAt(1, whites)).toEqual({ mode: 'kelvin', kelvin: 4000 })
    expect(whiteAt(0.5, whites)).toEqual({ mode: 'kelvin', kelvin: 2841 })
    expect(whiteShare(whiteAt(0.3, whites), whites)).toBeCloseTo(0.3, 2)
    expect(whiteShare({ mode: 'kelvin', kelvin: 6500 }, whites)).toBe(1)
  })

  it('goes around the circle of hues, and finds its way back', () => {
    expect([0, 1 / 3, 2 / 3].map(hueHex)).toEqual(['#ff0000', '#00ff00', '#0000ff'])
    for (const share of [0.02, 0.2, 0.45, 0.7, 0.95]) expect(hueShare(hueAt(share))).toBeCloseTo(share, 2)
  })
})
