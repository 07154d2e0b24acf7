import type { OtherDay } from '../contract/staff/store-habits.ts'
import type { StoreSettings } from '../contract/staff/store-settings.ts'
import { isWithin, type LocalTime, timeOfDay, type Weekday, weekdays } from './local-time.ts'

/** When the store is open: for each weekday from and until when, in minutes since midnight. */
export type OpeningHours = ReadonlyMap<Weekday, { readonly from: number; readonly until: number }>

const part = /^([a-z]{3})(?:-([a-z]{3}))? (\d\d:\d\d)-(\d\d:\d\d)$/i

/** Reads "mon-fri 10:00-20:00, sat 10:00-18:00"; days that are not named are closed. Null for what is no such text. */
export function readOpeningHours(text: string): OpeningHours | null {
  const hours = new Map<Weekday, { from: number; until: number }>()
  for (const one of text.split(',')) {
    const [, first, last, from, until] = part.exec(one.trim()) ?? []
    const days = daysBetween(first, last ?? first)
    const opens = timeOfDay.safeParse(from)
    const closes = timeOfDay.safeParse(until === '24:00' ? '00:00' : until)
    if (days === null || !opens.success || !closes.success) return null
    for (const day of days) hours.set(day, { from: opens.data, until: closes.data })
  }
  return hours
}

/** What staff have said, read; null for always. */
export function openingHoursOf(hours: StoreSettings['hours']): OpeningHours | null {
  if (hours === null) return null
  return new Map(
    weekdays.flatMap((day) => {
      const open = hours[day]
      return open === null ? [] : [[day, { from: minuteOf(open.from), until: minuteOf(open.until) }] as const]
    }),
  )
}

/** The same, as staff read and change it. */
export function weekOf(hours: OpeningHours | null): StoreSettings['hours'] {
  if (hours === null) return null
  const on = (day: Weekday) => {
    const open = hours.get(day)
    return open === undefined ? null : { from: clockOf(open.from), until: clockOf(open.until) }
  }
  return {
    ...{ mon: on('mon'), tue: on('tue'), wed: on('wed'), thu: on('thu') },
    ...{ fri: on('fri'), sat: on('sat'), sun: on('sun') },
  }
}

/** "24:00" is the midnight with which the next day begins. */
function minuteOf(clock: string): number {
  return (Number(clock.slice(0, 2)) % 24) * 60 + Number(clock.slice(3))
}

function clockOf(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

type Window = { readonly from: number; readonly until: number }
const allDay: Window = { from: 0, until: 24 * 60 }

/** Whether the store is open; without hours it always is, but on days that have others. */
export function isOpen(
  hours: OpeningHours | null,
  now: LocalTime,
  others: readonly OtherDay[] = [],
): boolean {
  const on = (date: string, weekday: Weekday): Window | undefined => {
    const other = others.find((day) => day.date === date)
    if (other === undefined) return hours === null ? allDay : hours.get(weekday)
    if (other.hours === null) return undefined
    return { from: minuteOf(other.hours.from), until: minuteOf(other.hours.until) }
  }
  const today = on(now.date, now.weekday)
  const before = weekdays[(weekdays.indexOf(now.weekday) + 6) % 7] ?? now.weekday
  const yesterday = on(dayBefore(now.date), before)
  const reachesOver =
    yesterday !== undefined && yesterday.until <= yesterday.from && now.minute < yesterday.until
  if (reachesOver) return true
  if (today === undefined) return false
  // Hours that reach past midnight belong to the day on which they begin.
  return today.from < today.until ? isWithin(now.minute, today.from, today.until) : now.minute >= today.from
}

/** Of a date such as "2026-11-21", whatever the time zone. */
function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

function daysBetween(first: string | undefined, last: string | undefined): Weekday[] | null {
  const names: readonly string[] = weekdays
  const from = names.indexOf(first?.toLowerCase() ?? '')
  const until = names.indexOf(last?.toLowerCase() ?? '')
  if (from === -1 || until === -1) return null
  const count = ((until - from + 7) % 7) + 1
  return Array.from({ length: count }, (_, i) => weekdays[(from + i) % 7] ?? 'mon')
}
