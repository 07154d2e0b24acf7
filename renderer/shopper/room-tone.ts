import type { FixtureState } from '../../src/contract/fixture-state.ts'

/** Whether a room is so dark that a light dock beside it would glare. */
export type RoomTone = 'light' | 'dark'

/** Below the first a room is dark, above the second it is light; between them it stays what it was. */
const darkBelow = 0.17
const lightAbove = 0.23

/** The tone of a room whose lamps and blinds are so, at an hour outside its window. */
export function roomTone(fixtures: readonly FixtureState[], hour: number, before: RoomTone): RoomTone {
  const lamps = fixtures.filter((fixture) => fixture.kind === 'light')
  if (lamps.length === 0) return 'light'
  // Levels are perceptual: squared they are nearly light.
  const lamplight =
    lamps.reduce((sum, { on, brightness }) => sum + (on ? brightness ** 2 : 0), 0) / lamps.length
  const lightness = lamplight + daylightIn(fixtures, hour)
  if (lightness < darkBelow) return 'dark'
  return lightness > lightAbove ? 'light' : before
}

/** What comes in through the window: 1 by day with the blinds open, 0 at night or behind closed ones. */
export function daylightIn(fixtures: readonly FixtureState[], hour: number): number {
  return daylightAt(hour) * openness(fixtures)
}

function openness(fixtures: readonly FixtureState[]): number {
  const blinds = fixtures.filter((fixture) => fixture.kind === 'blind')
  if (blinds.length === 0) return 1
  return blinds.reduce((sum, blind) => sum + blind.openness, 0) / blinds.length
}

/** How light the window is, roughly: 1 by day, 0 at night, and between them for two hours. */
function daylightAt(hour: number): number {
  return Math.max(0, Math.min(1, (hour - 5.5) / 2, (20 - hour) / 2))
}
