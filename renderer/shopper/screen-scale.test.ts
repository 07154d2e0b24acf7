import { expect, it } from 'vitest'
import { fingerRadiusPx, pxPerMm } from './screen-scale.ts'

it('a full-HD screen of 21.5 inches has a little more than four pixels a millimetre, a larger one fewer', () => {
  const screen = { width: 1080, height: 1920 }
  expect(pxPerMm(screen, 21.5)).toBeCloseTo(4.03, 1)
  expect(pxPerMm(screen, 43)).toBeCloseTo(2.02, 1)
  expect(fingerRadiusPx(screen, 21.5) * 2).toBeCloseTo(80.7, 0)
})
