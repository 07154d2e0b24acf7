import { expect, test } from 'vitest'
import type { Rgb } from '../../src/light/linear-colour.ts'
import { PhotographedLight } from './photographed-light.ts'

const dark: Rgb = [0.1, 0.1, 0.1]
const lit: Rgb = [1, 0.9, 0.8]
const bright: Rgb = [3, 3, 3]

test('a scene that ends was in the light before the touches that ended it', () => {
  const light = new PhotographedLight()
  light.heard('night', lit, 0)
  light.heard('night', dark, 400)
  for (const [step, part] of [0.5, 1, 2, 3].entries())
    light.heard('night', [part, part, part], 20_000 + 100 * step)
  expect(light.last?.scene).toBe('night')
  light.heard(null, bright, 21_900)
  expect(light.last).toEqual({ scene: 'night', light: dark })
  light.heard(null, lit, 60_000)
  expect(light.last).toEqual({ scene: 'night', light: dark })
})

test('also one that was touched as soon as it stood', () => {
  const light = new PhotographedLight()
  light.heard('night', lit, 0)
  light.heard('night', dark, 100)
  light.heard('night', bright, 1500)
  light.heard(null, bright, 2200)
  expect(light.last?.light).toEqual(dark)
})

test('a scene whose light wanders is as it was last, and another room knows nothing of it', () => {
  const light = new PhotographedLight()
  for (let step = 0; step < 200; step++) light.heard('party', [1 + step / 100, 1, 1], step * 500)
  light.heard(null, dark, 100_000)
  expect(light.last?.light[0]).toBeCloseTo(2.94, 1)
  light.forget()
  expect(light.last).toBeNull()
})
