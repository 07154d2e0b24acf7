import { getTimes } from 'suncalc'
import type { Calendar, LocalTime } from '../showroom/local-time.ts'
import type { WallClock } from '../showroom/wall-clock.ts'

/** Where the store stands. Without a place the sun's hours are not known. */
export interface StorePlace {
  /** IANA name, such as "Europe/Stockholm"; null for the machine's own. */
  readonly timeZone: string | null
  /** Degrees; north and east are positive. */
  readonly position: { readonly latitude: number; readonly longitude: number } | null
}

/** The store's wall clock and sun, by the machine's time; `date` stands in for it in tests. */
export function storeCalendar(
  { position }: Pick<StorePlace, 'position'>,
  wall: WallClock,
  date: () => Date = () => new Date(),
): Calendar {
  const local = (moment: Date): LocalTime => wall.at(moment.getTime())
  return {
    now: () => local(date()),
    sun: () => {
      if (position === null) return null
      const { sunrise, sunset } = getTimes(date(), position.latitude, position.longitude)
      // In polar night and polar day there is no rise and no set.
      return sunrise === null || sunset === null
        ? null
        : { rise: local(sunrise).minute, set: local(sunset).minute }
    },
  }
}
