import { type LocalTime, weekdays } from '../local-time.ts'

const minutesPerDay = 24 * 60
/** Summer time and small corrections stay below; whoever sets the clock further starts a new reckoning. */
const jumpMinutes = 3 * 60

/**
 * The minutes that pass on the store's wall clock, each once: a clock that jumps forward a little (summer time)
 * passes all between, one that is put back waits until it is where it was, and one that is set anew starts anew.
 */
export class MinuteWalk {
  private last: number | null = null

  /** The minutes that have passed since the last call, this one included. */
  passed(now: LocalTime): LocalTime[] {
    const minute = absoluteMinute(now)
    const ahead = this.last === null ? Number.POSITIVE_INFINITY : minute - this.last
    if (ahead <= 0 && ahead > -jumpMinutes) return []
    const first = ahead <= jumpMinutes && this.last !== null && ahead > 0 ? this.last + 1 : minute
    this.last = minute
    return Array.from({ length: minute - first + 1 }, (_, index) => localTimeOf(first + index))
  }
}

function absoluteMinute({ date, minute }: LocalTime): number {
  return Date.parse(`${date}T00:00:00Z`) / 60_000 + minute
}

function localTimeOf(absolute: number): LocalTime {
  const day = new Date(Math.floor(absolute / minutesPerDay) * minutesPerDay * 60_000)
  return {
    date: day.toISOString().slice(0, 10),
    minute: absolute % minutesPerDay,
    weekday: weekdays[(day.getUTCDay() + 6) % 7] ?? 'mon',
  }
}
