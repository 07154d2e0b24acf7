import { expect, test } from 'vitest'
import { offer } from '../playlist/testing/offers.ts'
import { forecast, storeList } from './forecast.ts'

const offers = [
  offer('base', 'class: base'),
  offer('evening', 'hours: [{ from: "18:00", until: "02:00" }]\nstores: { tags: [city] }'),
]
const store = (tags: string[], timeZone: string) => ({
  id: 'se-1',
  country: 'se',
  tags,
  timeZone,
  hardware: [],
})
const at = (text: string) => Date.parse(text)

test('a store is told what it shows from when on, in its own time', () => {
  const from = at('2026-11-21T12:00+01:00')
  expect(forecast(store(['city'], 'Europe/Stockholm'), '0.1.0', offers, from, 1)).toEqual([
    { atMs: from, plays: 'se/base 1' },
    { atMs: at('2026-11-21T18:00+01:00'), plays: 'se/evening 1' },
    { atMs: at('2026-11-22T02:00+01:00'), plays: 'se/base 1' },
  ])
  const [, evening] = forecast(store(['city'], 'America/New_York'), '0.1.0', offers, from, 1)
  expect(evening?.atMs).toBe(at('2026-11-21T18:00-05:00'))
  expect(forecast(store([], 'Europe/Stockholm'), '0.1.0', offers, from, 1)).toHaveLength(1)
})

test('a country that nothing was published for shows what is built in', () => {
  const norway = { ...store([], 'Europe/Oslo'), country: 'no' }
  expect(forecast(norway, '0.1.0', offers, 0, 1)).toEqual([{ atMs: 0, plays: null }])
})

test('a list of stores says what is wrong with it', () => {
  const one = { id: 'se-1', country: 'se', timeZone: 'Europe/Stockholm' }
  expect(storeList.safeParse({ version: 1, stores: [one] }).success).toBe(true)
  expect(storeList.safeParse({ version: 1, stores: [{ ...one, timeZone: 'Sweden' }] }).success).toBe(false)
  expect(storeList.safeParse({ version: 1, stores: [{ ...one, country: 'Sweden' }] }).success).toBe(false)
})
