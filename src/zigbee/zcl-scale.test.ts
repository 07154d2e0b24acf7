import { describe, expect, it } from 'vitest'
import { brightnessOf, chromaticityOf, colourOf, kelvinOf, levelOf, miredOf, tenthsOf } from './zcl-scale.ts'

describe('Zigbee scales', () => {
  it('map brightness to levels and back', () => {
    expect([levelOf(0), levelOf(1), levelOf(-1), levelOf(2)]).toEqual([1, 254, 1, 254])
    for (let level = 1; level <= 254; level++) expect(levelOf(brightnessOf(level))).toBe(level)
    expect(brightnessOf(0)).toBe(0)
  })

  it('map kelvin to mired and back', () => {
    expect([miredOf(4000), kelvinOf(250), miredOf(2203)]).toEqual([250, 4000, 454])
  })

  it('never round a fade away', () => {
    expect([tenthsOf(0), tenthsOf(1), tenthsOf(125), tenthsOf(1200)]).toEqual([0, 1, 1, 12])
  })

  it('read colour as the lamp says it is set', () => {
    expect(colourOf({ colorMode: 2, colorTemperature: 250, currentX: 1, currentY: 1 })).toEqual({
      mode: 'kelvin',
      kelvin: 4000,
    })
    const xy = { currentX: chromaticityOf(0.2), currentY: chromaticityOf(0.1) }
    expect(colourOf({ colorMode: 1, colorTemperature: 250, ...xy })).toMatchObject({ mode: 'xy' })
    expect(colourOf({ colorTemperature: 370 })).toEqual({ mode: 'kelvin', kelvin: 2703 })
    expect(colourOf({ colorMode: 1 })).toBeNull()
    expect(colourOf({})).toBeNull()
  })
})
