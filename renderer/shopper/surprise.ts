import type { Colour } from '../../src/contract/colour.ts'
import type { FixtureState, LightState } from '../../src/contract/fixture-state.ts'
import type { FixtureAim } from '../../src/contract/intent.ts'
import { hueAt } from './dial-colour.ts'

/** Where evening light lies, kelvin, and how far lamps of one room may be apart and still look meant. */
const warmest = 2200
const coolest = 3300
const kelvinSpread = 250
/** Hues that are good to be in, 0..1 around the circle, and how far two of them may be apart. */
const goodHues = [0.04, 0.09, 0.55, 0.62, 0.78, 0.9] as const
const hueSpread = 0.05
/** Every so often a room gets colour. */
const colourShare = 0.4

/**
 * Another light for a room, tasteful and never twice the same: a few lamps lead, some follow, the rest rest. All whites
 * keep together, and colours, if any, are neighbours and only where they lead. The same seed gives the same light.
 */
export function surprise(seed: number, fixtures: readonly FixtureState[]): FixtureAim[] {
  const chance = chanceOf(seed)
  const between = (low: number, high: number) => low + (high - low) * chance()
  const lamps = shuffled(
    fixtures.filter((state): state is LightState => state.kind === 'light'),
    chance,
  )
  const white = between(warmest + kelvinSpread, coolest - kelvinSpread)
  const hue = goodHues[Math.floor(chance() * goodHues.length)] ?? goodHues[0]
  const isColourful = chance() < colourShare
  const leading = Math.max(1, Math.round(lamps.length * 0.3))
  const following = Math.max(1, Math.round(lamps.length * 0.4))

  return lamps.map((lamp, index): FixtureAim => {
    const leads = index < leading
    const follows = !leads && index < leading + following
    const coloured = isColourful && leads && lamp.ability.colour
    const colour: Colour = coloured
      ? hueAt((hue + between(0, hueSpread)) % 1)
      : { mode: 'kelvin', kelvin: Math.round(white + between(-kelvinSpread, kelvinSpread)) }
    const brightness = leads ? between(0.6, 0.85) : follows ? between(0.2, 0.4) : between(0.1, 0.15)
    return { kind: 'light', fixture: lamp.id, on: leads || follows, brightness, colour }
  })
}

function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  return list
    .map((value) => ({ value, rank: chance() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value)
}

/** Numbers 0..1 in an order that the seed decides: mulberry32, by Tommy Ettinger, in the public domain. */
function chanceOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
