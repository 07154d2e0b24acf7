import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { Intent } from '../../src/contract/intent.ts'
import { hasDial } from './dial-colour.ts'
import { lowestLampPercent, shareOf } from './level.ts'
import type { Grip } from './picture-touch.ts'

/** What a tap on a fixture asks for: the other state. Sensors and remotes cannot be told anything. */
export function touchIntent(fixture: FixtureState): Intent | null {
  const target = { room: fixture.room, fixture: fixture.id }
  switch (fixture.kind) {
    case 'light':
    case 'plug':
      return { kind: 'switch', ...target, on: !fixture.on }
    case 'blind':
      return { kind: 'move-blind', ...target, openness: fixture.openness > 0.5 ? 0 : 1 }
    case 'motion':
    case 'contact':
    case 'remote':
      return null
  }
}

/** What a finger that comes down on a fixture has hold of; null where nothing can be told. */
export function gripOf(fixture: FixtureState): Grip | null {
  switch (fixture.kind) {
    case 'light': {
      const level = fixture.on ? fixture.brightness : 0
      return { fixture: fixture.id, level, lowest: shareOf(lowestLampPercent), dial: hasDial(fixture) }
    }
    case 'blind':
      return { fixture: fixture.id, level: fixture.openness, lowest: 0, dial: false }
    case 'plug':
      return { fixture: fixture.id, level: null, lowest: 0, dial: false }
    case 'motion':
    case 'contact':
    case 'remote':
      return null
  }
}

/**
 * What a drag to `level` 0..1 asks of a fixture. A blind has no "steady": it is told where to go once the
 * finger has let go.
 */
export function levelIntent(fixture: FixtureState, level: number, steady: boolean): Intent | null {
  const target = { room: fixture.room, fixture: fixture.id }
  switch (fixture.kind) {
    case 'light':
      return { kind: 'dim', ...target, brightness: level, steady }
    case 'blind':
      return steady ? null : { kind: 'move-blind', ...target, openness: level }
    case 'plug':
    case 'motion':
    case 'contact':
    case 'remote':
      return null
  }
}
