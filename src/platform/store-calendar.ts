import { getTimes } from 'suncalc'
import type { Calendar, LocalTime } from '../showroom/local-time.ts'
import type { WallClock } from '../showroom/wall-clock.ts'
import type { Position } from './zone-cities.ts'

/** Where the store stands, as the kiosk's variables say. */
export interface StorePlace {
  /** IANA name, such as "Europe/Stockholm"; null for the machine's own. */
  readonly timeZone: string | null
  readonly position: Position | null
}

/**
 * The store's wall clock and sun, by the machine's time; `date` stands in for it in tests. `positionOf` is asked whenever it
 * matters, since staff may move the store; without a position the sun's hours are not known.
 */
export function storeCalendar(
  positionOf: () => Position | null,
  wall: WallClock,
  date: () => Date = () => new Date(),
): Calendar {
  const local = (moment: Date): LocalTime => wall.at(moment.getTime())
  return {
    now: () => local(date()),
    sun: () => {
      const position = positionOf()
      if (position === null) return null
      const { sunrise, sunset } = getTimes(date(), position.latitude, position.longitude)
      // In polar night and polar day there is no rise and no set.
      return sunrise === null || sunset === null
        ? null
        : { rise: local(sunrise).minute, set: local(sunset).minute }
    },
  }
}
