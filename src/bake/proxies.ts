import type { BakedFixture } from '../light/baked-room.ts'
import type { Fixture } from '../showroom/room.ts'
import type { LaidPart } from './layout.ts'

/**
 * The ball that a finger aims at: around the fixture's body, or around the lit parts of a lamp.
 */
export function fixtureProxy(fixture: Fixture, all: readonly LaidPart[]): BakedFixture {
  const body = all.filter((laid) => laid.part.fixture === fixture.id)
  const lit = body.filter((laid) => laid.part.role === 'glow')
  const own = lit.length > 0 ? lit : body
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
    centre: [middle(0), middle(1), middle(2)],
    radius: extent,
    lumens: fixture.kind === 'light' ? fixture.lumens : 0,
  }
}
