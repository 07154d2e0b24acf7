import { expect, it } from 'vitest'
import { guessDelayMs } from './guess-delay.ts'

it('two slips cost nothing, then the wait doubles up to a quarter of an hour', () => {
  const seconds = Array.from({ length: 14 }, (_, failures) => guessDelayMs(failures) / 1000)
  expect(seconds).toEqual([0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900])
})
