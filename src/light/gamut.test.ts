import { expect, test } from 'vitest'
import { withinGamut } from './gamut.ts'

test('a colour lamp shows what it can mix as asked', () => {
  for (const colour of [
    { x: 0.31, y: 0.33 },
    { x: 0.64, y: 0.33 },
    { x: 0.2, y: 0.6 },
  ])
    expect(withinGamut(colour)).toEqual(colour)
})

test('and the nearest of what it can mix to anything beyond', () => {
  expect(withinGamut({ x: 0.74, y: 0.26 })).toEqual({ x: 0.6915, y: 0.3083 })
  const green = withinGamut({ x: 0.08, y: 0.83 })
  expect(green).toEqual({ x: 0.17, y: 0.7 })
  const cyan = withinGamut({ x: 0.05, y: 0.4 })
  expect(cyan.x).toBeGreaterThan(0.15)
  expect(withinGamut(cyan).x).toBeCloseTo(cyan.x, 6)
})
