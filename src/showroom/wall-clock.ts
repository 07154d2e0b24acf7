import { type LocalTime, weekdays } from './local-time.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** What the clock on a store's wall shows at any instant, summer time included. */
export class WallClock {
  private format: Intl.DateTimeFormat

  /** IANA name, such as "Europe/Stockholm"; null for the machine's own. */
  constructor(timeZone: string | null) {
    this.format = formatIn(timeZone)
  }

  /** It hangs in another place now. */
  setTimeZone(timeZone: string | null): void {
    this.format = formatIn(timeZone)
  }

  /** `instantMs` counts from 1970, UTC. */
  at(instantMs: number): LocalTime {
    const part: Record<string, string> = {}
    for (const { type, value } of this.format.formatToParts(instantMs)) part[type] = value
    const weekday = part.weekday?.toLowerCase()
    return {
      date: `${part.year}-${part.month}-${part.day}`,
      minute: Number(part.hour) * 60 + Number(part.minute),
      weekday: weekdays.find((day) => day === weekday) ?? 'mon',
    }
  }

  /**
   * The instant at which the wall first shows this minute of this date. Of an hour that exists twice the first; of
   * one that is skipped the moment at which the clock leaps over it.
   */
  firstInstant(date: string, minute: number): number {
    const shown = Date.parse(`${date}T00:00:00Z`) + minute * minuteMs
    // Clocks change by hours, and no two changes lie within two days of each other.
    const before = this.ahead(shown - dayMs)
    const after = this.ahead(shown + dayMs)
    if (this.ahead(shown - before) === before) return shown - before
    if (this.ahead(shown - after) === after) return shown - after
    let low = shown - Math.max(before, after)
    let high = shown - Math.min(before, after)
    while (high - low > minuteMs) {
      const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs
      if (this.ahead(middle) === before) low = middle
      else high = middle
    }
    return high
  }

  /** How far the wall is ahead of UTC, in milliseconds. */
  private ahead(instantMs: number): number {
    const { date, minute } = this.at(instantMs)
    const whole = Math.floor(instantMs / minuteMs) * minuteMs
    return Date.parse(`${date}T00:00:00Z`) + minute * minuteMs - whole
  }
}

function formatIn(timeZone: string | null): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    ...(timeZone === null ? {} : { timeZone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

/** Days since 1970 of "2026-11-21". */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs)
}

/** The day before "2026-11-21" is "2026-11-20". */
export function dayBefore(date: string): string {
  return new Date((dayNumber(date) - 1) * dayMs).toISOString().slice(0, 10)
}

/** The day after "2026-02-28" is "2026-03-01". */
export function dayAfter(date: string): string {
  return new Date((dayNumber(date) + 1) * dayMs).toISOString().slice(0, 10)
}
