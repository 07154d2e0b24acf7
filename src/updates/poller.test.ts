import { beforeEach, expect, test } from 'vitest'
import { ManualClock } from '../showroom/manual-clock.ts'
import { seeded } from '../showroom/testing/seeded.ts'
import type { PollResult } from './poll-result.ts'
import { Poller } from './poller.ts'

const minute = 60_000
const times = { everyMs: 15 * minute, retryMs: minute, firstMs: 20_000 }
const well: PollResult = { kind: 'unchanged', source: 'here' }
const refused: PollResult = { kind: 'refused', source: 'there', reason: 'unreachable', why: 'gone' }

let clock: ManualClock
let looks: number[]
let answer: () => Promise<readonly PollResult[]>

beforeEach(() => {
  clock = new ManualClock()
  looks = []
  answer = async () => [well]
})

function poller(random: () => number): Poller {
  const next = new Poller(
    clock,
    times,
    () => {
      looks.push(clock.now())
      return answer()
    },
    random,
  )
  next.start()
  return next
}

const waits = () => looks.slice(1).map((at, index) => at - (looks[index] ?? 0))

test('stores that start together do not come together: each looks a little off, by up to half', async () => {
  const random = seeded(3)
  const first: number[] = []
  for (let store = 0; store < 200; store++) {
    looks = []
    const one = poller(random)
    const began = clock.now()
    await clock.advance(60 * minute)
    first.push((looks[0] ?? 0) - began)
    for (const wait of waits()) {
      expect(wait).toBeGreaterThanOrEqual(times.everyMs)
      expect(wait).toBeLessThanOrEqual(times.everyMs * 1.5)
    }
    expect(looks.length).toBeGreaterThanOrEqual(3)
    await one.stop()
  }
  // No two seconds of the first twenty are left out by all.
  for (let second = 0; second < 20; second += 2) {
    expect(first.some((at) => at >= second * 1000 && at < (second + 2) * 1000)).toBe(true)
  }
})

test('after a failure it looks again soon, then ever more seldom, and as usual once it works', async () => {
  answer = async () => [refused]
  poller(() => 0)
  await clock.advance(50 * minute)
  expect(waits().map((wait) => wait / minute)).toEqual([1, 2, 4, 8, 15, 15])
  answer = async () => [well]
  await clock.advance(15 * minute)
  looks = looks.slice(-1)
  await clock.advance(45 * minute)
  expect(waits().map((wait) => wait / minute)).toEqual([15, 15, 15])
})

test('what is not all there is asked for again as soon as after a failure', async () => {
  answer = async () => [
    { kind: 'incomplete', source: 'here', isNew: true, isLate: false, why: 'a file is missing' },
    refused,
  ]
  poller(() => 0)
  await clock.advance(8 * minute)
  expect(waits().map((wait) => wait / minute)).toEqual([1, 2, 4])
})

test('one source that answers is enough', async () => {
  answer = async () => [refused, well]
  poller(() => 0)
  await clock.advance(40 * minute)
  expect(waits().map((wait) => wait / minute)).toEqual([15, 15])
})

test('it never looks twice at once, and stopping waits for the look that is under way', async () => {
  let finish: (results: readonly PollResult[]) => void = () => {}
  answer = () =>
    new Promise((resolve) => {
      finish = resolve
    })
  const one = poller(() => 0)
  await clock.advance(120 * minute)
  expect(looks).toHaveLength(1)
  let stopped = false
  const stopping = one.stop().then(() => {
    stopped = true
  })
  await clock.advance(minute)
  expect(stopped).toBe(false)
  finish([well])
  await stopping
  await clock.advance(120 * minute)
  expect(looks).toHaveLength(1)
})
