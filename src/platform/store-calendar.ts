import { getTimes } from 'suncalc'
import { type Calendar, type LocalTime, weekdays } from '../showroom/local-time.ts'

/** Where the store stands. Without a place the sun's hours are not known. */
export interface StorePlace {
  /** IANA name, such as "Europe/Stockholm"; null for the machine's own. */
  readonly timeZone: string | null
  /** Degrees; north and east are positive. */
  readonly position: { readonly latitude: number; readonly longitude: number } | null
}

/** The store's wall clock and sun, by the machine's time; `date` stands in for it in tests. */
export function storeCalendar(place: StorePlace, date: () => Date = () => new Date()): Calendar {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...(place.timeZone === null ? {} : { timeZone: place.timeZone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const local = (moment: Date): LocalTime => {
    const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]))
    const weekday = part.weekday?.toLowerCase()
    return {
      date: `${part.year}-${part.month}-${part.day}`,
      minute: Number(part.hour) * 60 + Number(part.minute),
      weekday: weekdays.find((day) => day === weekday) ?? 'mon',
    }
  }
  return {
    now: () => local(date()),
    sun: () => {
      if (place.position === null) return null
      const { sunrise, sunset } = getTimes(date(), place.position.latitude, place.position.longitude)
      // In polar night and polar day there is no rise and no set.
      return sunrise === null || sunset === null
        ? null
        : { rise: local(sunrise).minute, set: local(sunset).minute }
    },
  }
}
