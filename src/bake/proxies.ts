import type { BakedFixture } from '../light/baked-room.ts'
import type { Fixture } from '../showroom/room.ts'
import type { LaidPart } from './layout.ts'

/** Radius of a fixture that has no part of its own to measure, metres. */
const usualRadius = 0.12

/**
 * The ball that a finger aims at: around the fixture's own parts, the lit ones of a lamp. A lamp is aimed at
 * where its light is.
 */
export function fixtureProxy(fixture: Fixture, parts: readonly LaidPart[]): BakedFixture {
  const own = parts.filter((laid) => laid.part.fixture === fixture.id && laid.part.role !== 'indicator')
  const low = [1e9, 1e9, 1e9]
  const high = [-1e9, -1e9, -1e9]
  for (const { position } of own)
    position.forEach((value, i) => {
      low[i % 3] = Math.min(low[i % 3] ?? 0, value)
      high[i % 3] = Math.max(high[i % 3] ?? 0, value)
    })
  const middle = (axis: 0 | 1 | 2) => ((low[axis] ?? 0) + (high[axis] ?? 0)) / 2
  const extent = Math.hypot(...high.map((value, axis) => value - (low[axis] ?? 0))) / 2
  return {
    id: fixture.id,
    kind: fixture.kind,
    centre: own.length ? [middle(0), middle(1), middle(2)] : fixture.at,
    radius: own.length ? extent : usualRadius,
    lumens: fixture.kind === 'light' ? fixture.lumens : 0,
  }
}
