import { expect, test } from 'vitest'
import { WallClock } from '../showroom/wall-clock.ts'
import { type StorePlace, storeCalendar } from './store-calendar.ts'

const stockholm = { timeZone: 'Europe/Stockholm', position: { latitude: 59.33, longitude: 18.07 } }

const calendarAt = (place: StorePlace, date: () => Date) =>
  storeCalendar(() => place.position, new WallClock(place.timeZone), date)

test('the wall clock is the store’s, not the machine’s', () => {
  const calendar = calendarAt(stockholm, () => new Date('2026-11-21T22:30:00Z'))
  expect(calendar.now()).toEqual({ date: '2026-11-21', minute: 23 * 60 + 30, weekday: 'sat' })
})

test('midnight is the first minute of a day', () => {
  const calendar = calendarAt(stockholm, () => new Date('2026-11-21T23:00:00Z'))
  expect(calendar.now()).toEqual({ date: '2026-11-22', minute: 0, weekday: 'sun' })
})

test('the sun rises and sets as the almanac has it, within a few minutes', () => {
  const calendar = calendarAt(stockholm, () => new Date('2026-11-21T11:00:00Z'))
  // Stockholm on 21 November: 08:00 and 15:05 (timeanddate.com).
  expect(calendar.sun()?.rise).toBeGreaterThan(7 * 60 + 50)
  expect(calendar.sun()?.rise).toBeLessThan(8 * 60 + 10)
  expect(calendar.sun()?.set).toBeGreaterThan(14 * 60 + 55)
  expect(calendar.sun()?.set).toBeLessThan(15 * 60 + 15)
})

test('where the sun does not rise, or the place is not known, there are no hours of it', () => {
  const winter = () => new Date('2026-12-21T11:00:00Z')
  const tromso = { timeZone: 'Europe/Oslo', position: { latitude: 69.65, longitude: 18.96 } }
  expect(calendarAt(tromso, winter).sun()).toBeNull()
  expect(calendarAt({ ...stockholm, position: null }, winter).sun()).toBeNull()
})
