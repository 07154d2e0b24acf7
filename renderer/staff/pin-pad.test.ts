import { expect, test } from 'vitest'
import { randomBits, shuffledDigits } from './pin-pad.ts'

test('every digit stands in every place about equally often', () => {
  const counts = new Map<string, number>()
  for (let round = 0; round < 5000; round++) {
    const digits = shuffledDigits(randomBits)
    expect([...digits].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (const [place, digit] of digits.entries()) {
      counts.set(`${place}${digit}`, (counts.get(`${place}${digit}`) ?? 0) + 1)
    }
  }
  // 500 each; seven times the standard deviation of 21 to either side.
  expect(Math.min(...counts.values())).toBeGreaterThan(350)
  expect(Math.max(...counts.values())).toBeLessThan(650)
})
