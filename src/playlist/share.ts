import type { LocalTime } from '../showroom/local-time.ts'
import { dayNumber } from '../showroom/wall-clock.ts'

/**
 * The golden ratio's fraction: its multiples spread evenly however many of them are left out in a regular way, so
 * that a daypart of one hour a day gets its shares too.
 */
const golden = 0.618033988749895

/** Whose hour it is among equals, by their shares: the same on every kiosk, and known beforehand. */
export function whoseTurn<T extends { readonly share: number }>(
  equals: readonly [T, ...T[]],
  now: LocalTime,
): T {
  const total = equals.reduce((sum, { share }) => sum + share, 0)
  const hour = dayNumber(now.date) * 24 + Math.floor(now.minute / 60)
  let place = ((((hour * golden) % 1) + 1) % 1) * total
  for (const one of equals) {
    place -= one.share
    if (place < 0) return one
  }
  return equals[0]
}
