import { beforeEach, expect, test } from 'vitest'
import { ManualClock } from '../showroom/manual-clock.ts'
import { PageTrial } from './page-trial.ts'

let clock: ManualClock
let failures: number
let trial: PageTrial

beforeEach(() => {
  clock = new ManualClock()
  failures = 0
  trial = new PageTrial(clock, () => {
    failures += 1
  })
})

async function come(times: number, everyMs: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    trial.came()
    await clock.advance(everyMs)
  }
}

test.each([
  ['dies at once, and is loaded again ever later', 3_000],
  ['hangs, is ended half a minute later and loaded again', 42_000],
])('a page that %s fails: the fifth time it comes', async (_how, everyMs) => {
  trial.begin()
  await come(4, everyMs)
  expect(failures).toBe(0)
  await come(3, everyMs)
  expect(failures).toBe(1)
})

test('a page that stands for three minutes does not fail, however often it comes later', async () => {
  trial.begin()
  await come(2, 90_001)
  await come(9, 1_000)
  expect(failures).toBe(0)
})

test('what is shown next is on trial anew; while nothing is, nothing fails', async () => {
  await come(9, 1_000)
  trial.begin()
  await come(4, 1_000)
  trial.begin()
  await come(4, 1_000)
  trial.end()
  await come(9, 1_000)
  expect(failures).toBe(0)
})
