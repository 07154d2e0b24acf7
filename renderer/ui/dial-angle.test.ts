import { expect, it } from 'vitest'
import { angleOfShare, shareAtAngle } from './dial-angle.ts'

it('a touch on the ring is a share of its arc, and one in the gap the nearer end', () => {
  expect(shareAtAngle(0, -10, 270)).toBeCloseTo(0.5)
  expect(shareAtAngle(-10, 10, 270)).toBeCloseTo(0)
  expect(shareAtAngle(10, 10, 270)).toBeCloseTo(1)
  expect(shareAtAngle(-1, 10, 270)).toBe(0)
  expect(shareAtAngle(1, 10, 270)).toBe(1)
})

it('a closed ring has no ends', () => {
  expect(shareAtAngle(-10, 0, 360)).toBeCloseTo(0.25)
  expect(shareAtAngle(10, 0, 360)).toBeCloseTo(0.75)
  expect(angleOfShare(0.75, 360)).toBe(90)
})
