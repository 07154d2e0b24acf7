import { describe, expect, test } from 'vitest'
import type { LightState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import { lightAtRest, lightIn, lightOnPhotograph } from './photograph-light.ts'

const lamp = (change: Partial<LightState> = {}): LightState => ({
  kind: 'light',
  id: fixtureId.parse('table-lamp'),
  room: roomId.parse('living-room'),
  name: { en: 'Table lamp', sv: 'Bordslampa' },
  reach: 'reachable',
  ability: { kelvin: { min: 2200, max: 6500 }, colour: true },
  on: true,
  brightness: 0.6,
  colour: { mode: 'kelvin', kelvin: 2700 },
  fade: null,
  ...change,
})

const channels = (tint: string) => (tint.match(/\d+/g) ?? []).map(Number)

describe('light on a photograph', () => {
  const taken = lightIn([lamp(), lamp()])

  test('is as it was taken while the lamps are', () => {
    expect(lightOnPhotograph(taken, lightIn([lamp(), lamp()]))).toEqual({
      brightness: 1,
      tint: 'rgb(255 255 255)',
      tooMuch: false,
    })
  })

  test('falls as lamps are dimmed and switched off, and never to black', () => {
    const looks = [lamp({ brightness: 0.3 }), lamp({ brightness: 0.01 }), lamp({ on: false })].map(
      (other) => lightOnPhotograph(taken, lightIn([other, other])).brightness,
    )
    expect([1, ...looks]).toEqual([1, ...looks].sort((a, b) => b - a))
    expect(new Set(looks).size).toBe(3)
    expect(looks.at(-1)).toBeGreaterThan(0.1)
  })

  test('turns warm and cool with the lamps, and blue with a blue one', () => {
    const [, , cool] = channels(
      lightOnPhotograph(taken, lightIn([lamp({ colour: { mode: 'kelvin', kelvin: 6500 } })])).tint,
    )
    expect(cool).toBe(255)
    const [red = 255, , blue] = channels(
      lightOnPhotograph(taken, lightIn([lamp({ colour: { mode: 'xy', x: 0.15, y: 0.08 } })])).tint,
    )
    expect(blue).toBe(255)
    expect(red).toBeLessThan(120)
  })

  test('follows a scene that begins in the dark, up to the photograph of its end', () => {
    const [early, late] = [
      lamp({ brightness: 0.02 }),
      lamp({ brightness: 0.8, colour: { mode: 'kelvin', kelvin: 3300 } }),
    ]
    const other = lamp({ id: fixtureId.parse('pendant'), on: false })
    const setting = { fixture: late.id, name: late.name, brightness: 0.8, kelvin: 3300 }
    const rest = lightAtRest([setting], [early, lamp({ id: other.id })])
    expect(lightOnPhotograph(rest, lightIn([late, other]))).toMatchObject({
      brightness: 1,
      tint: 'rgb(255 255 255)',
    })
    const dark = lightOnPhotograph(rest, lightIn([early, other]))
    expect(dark.brightness).toBeLessThan(0.5)
    expect(dark.tooMuch).toBe(false)
    const red = lightAtRest([{ ...setting, colour: '#ff2d10' }], [late])
    expect(red[0]).toBeGreaterThan(red[2] * 3)
  })

  test('is too much for a dark photograph of a room that is bright now, and for a red one of a white room', () => {
    const dark = lightIn([lamp({ brightness: 0.1 }), lamp({ on: false })])
    const red = lightIn([lamp({ colour: { mode: 'xy', x: 0.66, y: 0.32 } })])
    expect(lightOnPhotograph(dark, taken).tooMuch).toBe(true)
    expect(lightOnPhotograph(red, lightIn([lamp()])).tooMuch).toBe(true)
    expect(lightOnPhotograph(taken, dark).tooMuch).toBe(false)
    expect(lightOnPhotograph(taken, lightIn([lamp({ brightness: 0.7 }), lamp()])).tooMuch).toBe(false)
  })
})
