import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { Snapshot } from '../../src/contract/showroom-state.ts'

/**
 * What screens show while a restarted showroom has not read all its lamps yet: of those that it has not, and of the
 * scene in their room, what was shown before. A restart changes no lamp, and the reading takes a second or so.
 */
export function keepUnread(told: Snapshot, before: Snapshot | null): Snapshot {
  const rooms = new Set(told.fixtures.filter(isUnread).map(({ room }) => room))
  if (before === null || rooms.size === 0) return told
  return {
    ...told,
    fixtures: told.fixtures.map((fixture) => (isUnread(fixture) ? asItWas(fixture, before) : fixture)),
    rooms: told.rooms.map((room) => {
      const old = rooms.has(room.id) ? before.rooms.find(({ id }) => id === room.id) : undefined
      return old === undefined ? room : { ...room, activeScene: old.activeScene, arrival: old.arrival }
    }),
  }
}

/** Nobody has heard of it since the showroom started, nor told it anything: what it says of it means nothing. */
export function isUnread(fixture: FixtureState): boolean {
  if (fixture.reach !== 'unknown') return false
  if (fixture.kind === 'plug') return true
  return (fixture.kind === 'light' || fixture.kind === 'blind') && fixture.fade === null
}

/** Its fade, if it was in one, has been on another clock. */
function asItWas(fixture: FixtureState, before: Snapshot): FixtureState {
  const old = before.fixtures.find(({ room, id }) => room === fixture.room && id === fixture.id)
  if (old === undefined || old.kind !== fixture.kind) return fixture
  return old.kind === 'light' || old.kind === 'blind' ? { ...old, fade: null } : old
}
