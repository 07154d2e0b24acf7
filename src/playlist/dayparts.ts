import { isWithin, type LocalTime, weekdays } from '../showroom/local-time.ts'
import { dayBefore } from '../showroom/wall-clock.ts'
import type { Playlist } from './playlist.ts'

interface Hours {
  readonly from: number
  readonly until: number
}

/** Whether a playlist's hours hold at this time. What reaches past midnight belongs to the day on which it began. */
export function isInHours(of: Pick<Playlist, 'hours' | 'except'>, now: LocalTime): boolean {
  const today = hoursOn(of, now.date)
  if (today === 'all-day') return true
  if (today.some((hours) => isWithin(now.minute, hours.from, hours.until) && now.minute >= hours.from))
    return true
  const yesterday = hoursOn(of, dayBefore(now.date))
  if (yesterday === 'all-day') return false
  return yesterday.some(({ from, until }) => from > until && now.minute < until)
}

/** Whether an exception names this day. */
export function isException(of: Pick<Playlist, 'except'>, date: string): boolean {
  return of.except.some(({ on }) => on === date)
}

function hoursOn(of: Pick<Playlist, 'hours' | 'except'>, date: string): readonly Hours[] | 'all-day' {
  const exceptions = of.except.filter(({ on }) => on === date)
  if (exceptions.length > 0) return exceptions.flatMap(({ hours }) => hours ?? [])
  if (of.hours === undefined) return 'all-day'
  const weekday = weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]
  return of.hours.filter(({ days }) => days === undefined || days.some((day) => day === weekday))
}
