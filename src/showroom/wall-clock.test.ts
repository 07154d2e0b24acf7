import { expect, test } from 'vitest'
import { WallClock } from './wall-clock.ts'

/** Around the changes of the clock, half an hour, and a whole day that never was. */
const spans = [
  ['Europe/Stockholm', '2026-03-27', '2026-03-31'],
  ['Europe/Stockholm', '2026-10-23', '2026-10-27'],
  ['America/New_York', '2026-10-30', '2026-11-03'],
  ['Australia/Lord_Howe', '2026-04-03', '2026-04-07'],
  ['Australia/Lord_Howe', '2026-10-02', '2026-10-06'],
  ['Asia/Kathmandu', '2028-02-27', '2028-03-02'],
  ['Pacific/Apia', '2011-12-28', '2012-01-01'],
] as const

test.each(spans)('in %s from %s to %s every minute is first shown when it is', (zone, from, to) => {
  const wall = new WallClock(zone)
  const seen = new Set<string>()
  for (let instant = Date.parse(from); instant < Date.parse(to); instant += 10 * 60_000) {
    const { date, minute } = wall.at(instant)
    const shown = `${date} ${minute}`
    if (seen.has(shown)) continue
    seen.add(shown)
    const first = new Date(wall.firstInstant(date, minute)).toISOString()
    expect([shown, first]).toEqual([shown, new Date(instant).toISOString()])
  }
})

test.each([
  ['Europe/Stockholm', '2026-03-29', 150, '2026-03-29T01:00:00.000Z'],
  ['Europe/Stockholm', '2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
  ['America/New_York', '2026-03-08', 121, '2026-03-08T07:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04', 135, '2026-10-03T15:30:00.000Z'],
] as const)(
  'in %s, %s at minute %i is %s: skipped hours leap, doubled ones count once',
  (zone, date, minute, at) => {
    expect(new Date(new WallClock(zone).firstInstant(date, minute)).toISOString()).toBe(at)
  },
)
