import { expect, test } from 'vitest'
import { BackOff } from './back-off.ts'

test('the first restart is at once, the next ones wait longer, up to half a minute', () => {
  const backOff = new BackOff()
  const waits = Array.from({ length: 9 }, () => backOff.nextWaitMs(100))
  expect(waits).toEqual([0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
})

test('what ran for a minute is started again at once', () => {
  const backOff = new BackOff()
  for (let i = 0; i < 5; i++) backOff.nextWaitMs(100)
  expect(backOff.nextWaitMs(60_000)).toBe(0)
  expect(backOff.nextWaitMs(100)).toBe(1000)
})
