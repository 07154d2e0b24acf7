import { expect, test } from 'vitest'
import { targetsAtRest } from './scene.ts'
import { sceneOf } from './testing/wardrobe.ts'

test('once all moments are over, a lamp has what it was told last, and one colour', () => {
  const dawn = sceneOf('dawn', {
    fixtures: {
      light: { brightness: 0.1, colour: '#ff8a4c', otherwise: 'nearest-white' },
      glow: { brightness: 0.2, kelvin: 2200 },
      mirror: { brightness: 0.4 },
      fan: { on: true },
    },
    moments: [
      { at: '1s', fixtures: { light: { brightness: 0.5, kelvin: 3000 }, glow: { colour: '#ff8a4c' } } },
      { at: '2s', fixtures: { light: { brightness: 0.8 }, mirror: { on: false } } },
    ],
  })
  expect(targetsAtRest(dawn)).toEqual({
    light: { on: true, brightness: 0.8, kelvin: 3000 },
    glow: { on: true, brightness: 0.2, colour: '#ff8a4c' },
    mirror: { on: false },
    fan: { on: true },
  })
})
