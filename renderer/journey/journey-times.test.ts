import { expect, test } from 'vitest'
import { type Journey, journey } from '../../src/contract/journey.ts'
import { formatMs, lampTimes, passages } from './journey-times.ts'

const stop = (fixture: string, leftAtMs: number, takenAtMs: number | null, toldAtMs: number | null) => ({
  ...{ room: 'den', fixture, cast: 'alone', leftAtMs, takenAtMs, toldAtMs },
})
const touch: Journey = journey.parse({
  number: 3,
  askedAtMs: 1000,
  stops: [stop('slow', 1004, 1050, null), stop('lost', 1006, null, null), stop('quick', 1002, 1012, 1900)],
})
const times = (touchedAtMs: number | null) => passages(touch, touchedAtMs).map(({ atMs }) => atMs)

test('times count from the touch, to the first frame, the last answer and the last word', () => {
  expect(times(998)).toEqual([0, 2, 4, 52, 902])
})

test('without the screen’s own moment, or with another touch’s, they count from when the kiosk heard of it', () => {
  for (const other of [null, 1001, 1000 - 6000]) expect(times(other)).toEqual([0, 0, 2, 50, 900])
})

test('what has not come so far has no time', () => {
  const waiting = { ...touch, stops: [] }
  expect(passages(waiting, null).map(({ atMs }) => atMs)).toEqual([0, 0, null, null, null])
})

test('lamps are listed with the quickest first and the silent last', () => {
  expect(lampTimes(touch, 998).map(({ stop: { fixture }, takenMs }) => [fixture, takenMs])).toEqual([
    ['quick', 14],
    ['slow', 52],
    ['lost', null],
  ])
})

test('milliseconds are as exact as they are worth', () => {
  const plain = (ms: number, language: string) => formatMs(ms, language).replaceAll(/\s/g, ' ')
  expect(plain(0.42, 'en')).toBe('0.4 ms')
  expect(plain(38.4, 'sv')).toBe('38 ms')
  expect(plain(1240, 'sv')).toBe('1,2 s')
})
