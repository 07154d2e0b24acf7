import { z } from 'zod'
import { type Weekday, weekdays } from '../contract/staff/store-settings.ts'

export { type Weekday, weekdays }

/** A moment as the clock on the store's wall shows it. */
export interface LocalTime {
  /** "2026-11-21" */
  readonly date: string
  /** Minutes since midnight, 0..1439. */
  readonly minute: number
  readonly weekday: Weekday
}

/**
 * The store's calendar, apart from the showroom's `Clock`, which only runs forward: this one is set by people,
 * by the network and by summer time, so it may jump either way.
 */
export interface Calendar {
  now(): LocalTime
  /** Minutes since midnight of sunrise and sunset today at the store; null where the place is not known. */
  sun(): { readonly rise: number; readonly set: number } | null
}

/** A wall clock that stands at noon: for tests, and wherever the hour does not matter. */
export const noonCalendar: Calendar = {
  now: () => ({ date: '2026-11-21', minute: 12 * 60, weekday: 'sat' }),
  sun: () => null,
}

/** "07:30" in a file, read into minutes since midnight. */
export const timeOfDay = z
  .string('write a time of day as "07:30"')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time of day as "07:30"')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))

/** Whether `minute` lies in a window that may reach past midnight; `until` itself is outside. */
export function isWithin(minute: number, from: number, until: number): boolean {
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until
}
