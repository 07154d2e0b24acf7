import { expect, it } from 'vitest'
import { dayOf, daysIn, partsOrder, withPart } from './date-parts.ts'

it('a date’s parts stand as each language writes them', () => {
  expect(partsOrder('de')).toEqual(['day', 'month', 'year'])
  expect(partsOrder('en')).toEqual(['month', 'day', 'year'])
  expect(partsOrder('ja')).toEqual(['year', 'month', 'day'])
  expect(partsOrder('ar')).toEqual(['day', 'month', 'year'])
})

it('a date stays one, whatever part of it changes', () => {
  expect(withPart('2026-12-25', 'day', 1)).toBe('2026-12-01')
  expect(withPart('2026-12-31', 'month', 2)).toBe('2026-02-28')
  expect(withPart('2028-02-29', 'year', 2027)).toBe('2027-02-28')
  expect([daysIn('2028-02-01'), daysIn('2026-11-30')]).toEqual([29, 30])
})

it('today is the day that the wall clock shows', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})
