import type { Journey, JourneyStop } from '../../src/contract/journey.ts'

/** The places that a touch passes, in order. */
export const stations = ['screen', 'kiosk', 'stick', 'lamps', 'words'] as const
export type Station = (typeof stations)[number]

export interface Passage {
  readonly station: Station
  /** Milliseconds since the touch; null while it has not come so far. */
  readonly atMs: number | null
}

/** What one lamp's part took, in milliseconds since the touch. */
export interface LampTimes {
  readonly stop: JourneyStop
  readonly leftMs: number
  readonly takenMs: number | null
  readonly toldMs: number | null
}

/** A touch and what is known of it belong together only this closely, in milliseconds. */
const longestAskMs = 5000

/**
 * When a touch passed each station. `touchedAtMs` is the screen's own moment on the showroom's clock, or null when it is
 * not known: then times count from when the showroom heard of it.
 */
export function passages(journey: Journey, touchedAtMs: number | null): readonly Passage[] {
  const start = startOf(journey, touchedAtMs)
  const { askedAtMs, stops } = journey
  const since = (at: number | null) => (at === null ? null : at - start)
  return [
    { station: 'screen', atMs: 0 },
    { station: 'kiosk', atMs: askedAtMs - start },
    { station: 'stick', atMs: since(least(stops.map(({ leftAtMs }) => leftAtMs))) },
    { station: 'lamps', atMs: since(most(stops.map(({ takenAtMs }) => takenAtMs))) },
    { station: 'words', atMs: since(most(stops.map(({ toldAtMs }) => toldAtMs))) },
  ]
}

/** Each lamp's times, the quickest first. */
export function lampTimes(journey: Journey, touchedAtMs: number | null): readonly LampTimes[] {
  const start = startOf(journey, touchedAtMs)
  return journey.stops
    .map((stop) => ({
      stop,
      leftMs: stop.leftAtMs - start,
      takenMs: stop.takenAtMs === null ? null : stop.takenAtMs - start,
      toldMs: stop.toldAtMs === null ? null : stop.toldAtMs - start,
    }))
    .toSorted((a, b) => (a.takenMs ?? Number.POSITIVE_INFINITY) - (b.takenMs ?? Number.POSITIVE_INFINITY))
}

function startOf({ askedAtMs }: Journey, touchedAtMs: number | null): number {
  if (touchedAtMs === null || touchedAtMs > askedAtMs || askedAtMs - touchedAtMs > longestAskMs)
    return askedAtMs
  return touchedAtMs
}

function least(moments: readonly number[]): number | null {
  return moments.length === 0 ? null : Math.min(...moments)
}

/** The last of them, as soon as there is one. */
function most(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((moment) => moment !== null)
  return known.length === 0 ? null : Math.max(...known)
}

/** "0.4 ms", "38 ms", "1.2 s", as a language writes it. */
export function formatMs(ms: number, language: string): string {
  const inSeconds = ms >= 1000
  const value = inSeconds ? ms / 1000 : ms
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: inSeconds ? 'second' : 'millisecond',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
