import type { FixtureId } from '../contract/ids.ts'
import type { Weights } from './flash-forecast.ts'
import type { RoomDescription } from './room.ts'

/**
 * Each fixture's share in the light of its room, looked at in two ways: by its lumens, as the room as a whole sees
 * it, and by number, since the lamp nearest to somebody's eyes may be the smallest. A plug may carry a lamp: it
 * counts as an average one. What gives no light is not in the list.
 */
export function lightShares(room: RoomDescription): Map<FixtureId, Weights> {
  const lumens = room.fixtures.flatMap((fixture) => (fixture.kind === 'light' ? [fixture.lumens] : []))
  const average = lumens.length === 0 ? 1 : lumens.reduce((a, b) => a + b) / lumens.length
  const sources = room.fixtures.flatMap((fixture) => {
    if (fixture.kind === 'light') return [{ id: fixture.id, lumens: fixture.lumens }]
    return fixture.kind === 'plug' ? [{ id: fixture.id, lumens: average }] : []
  })
  const total = sources.reduce((sum, source) => sum + source.lumens, 0)
  return new Map(sources.map((source) => [source.id, [source.lumens / total, 1 / sources.length]]))
}
