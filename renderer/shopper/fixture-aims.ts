import type { Colour } from '../../src/contract/colour.ts'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { RoomId, SceneId } from '../../src/contract/ids.ts'
import type { FixtureAim } from '../../src/contract/intent.ts'
import { isUnread } from '../app/keep-unread.ts'

/** What a room's fixtures were, or shall be, as a whole, and the scene that ran, if it still did. */
export interface Arrangement {
  readonly room: RoomId
  readonly aims: readonly FixtureAim[]
  readonly scene: SceneId | null
}

/** Less than this nobody sees: levels 0..1, mireds, CIE xy. */
const sameLevel = 0.02
const sameMired = 5
const sameChromaticity = 0.02

/** What makes fixtures what they are now; what only speaks has no aim, nor has what nobody has read yet. */
export function aimsOf(fixtures: readonly FixtureState[]): FixtureAim[] {
  return fixtures
    .filter((fixture) => !isUnread(fixture))
    .map(aimOf)
    .filter((aim) => aim !== null)
}

function aimOf(state: FixtureState): FixtureAim | null {
  const fixture = state.id
  switch (state.kind) {
    case 'light':
      return { kind: 'light', fixture, on: state.on, brightness: state.brightness, colour: state.colour }
    case 'plug':
      return { kind: 'plug', fixture, on: state.on }
    case 'blind':
      return { kind: 'blind', fixture, openness: state.openness }
    case 'motion':
    case 'contact':
    case 'remote':
      return null
  }
}

/** The aims that are not fulfilled by what `now` says. */
export function differing(aims: readonly FixtureAim[], now: readonly FixtureAim[]): FixtureAim[] {
  return aims.filter((aim) => {
    const other = now.find(({ fixture }) => fixture === aim.fixture)
    return other === undefined || !isSame(aim, other)
  })
}

function isSame(a: FixtureAim, b: FixtureAim): boolean {
  if (a.kind === 'plug') return b.kind === 'plug' && a.on === b.on
  if (a.kind === 'blind') return b.kind === 'blind' && Math.abs(a.openness - b.openness) < sameLevel
  if (b.kind !== 'light' || a.on !== b.on) return false
  return !a.on || (Math.abs(a.brightness - b.brightness) < sameLevel && isSameColour(a.colour, b.colour))
}

function isSameColour(a: Colour, b: Colour): boolean {
  if (a.mode === 'kelvin' && b.mode === 'kelvin') return Math.abs(1e6 / a.kelvin - 1e6 / b.kelvin) < sameMired
  return a.mode === 'xy' && b.mode === 'xy' && Math.hypot(a.x - b.x, a.y - b.y) < sameChromaticity
}
