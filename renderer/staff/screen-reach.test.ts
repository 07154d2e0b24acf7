import { expect, test } from 'vitest'
import { reachOf } from './screen-reach.ts'

const page = { width: 1080, height: 1920 }
const targets = { top: 1100, bottom: 1880 }

test('a 43 inch screen 70 cm above the floor has its tiles between 72 and 111 cm', () => {
  const reach = reachOf({ inches: 43, lowerEdgeCm: 70, page, targets })
  expect(reach.fromCm).toBeCloseTo(72, 0)
  expect(reach.untilCm).toBeCloseTo(110.7, 0)
  expect(reach.verdict).toBe('good')
})

test('hung too high or stood on the floor, it says so', () => {
  expect(reachOf({ inches: 43, lowerEdgeCm: 90, page, targets }).verdict).toBe('high')
  expect(reachOf({ inches: 43, lowerEdgeCm: 5, page, targets }).verdict).toBe('low')
})
