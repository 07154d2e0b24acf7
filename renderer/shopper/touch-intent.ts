import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { Intent } from '../../src/contract/intent.ts'

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
    case 'remote':
      return null
  }
}
