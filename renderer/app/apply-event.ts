import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { factsKept, factsKeptMs } from '../../src/contract/offer.ts'
import type { Change, ShowroomEvent, Snapshot } from '../../src/contract/showroom-state.ts'

/** The snapshot after an event; a change that comes before any snapshot has nothing to change. */
export function applyEvent(before: Snapshot | null, event: ShowroomEvent): Snapshot | null {
  if (event.kind === 'snapshot') return event.snapshot
  return before === null ? null : applyChange(before, event.change)
}

/** The snapshot without the facts that are too old to be known, on the showroom's clock; itself when there are none. */
export function withoutOldFacts(snapshot: Snapshot, nowMs: number): Snapshot {
  const facts = snapshot.facts.filter(({ atMs }) => atMs > nowMs - factsKeptMs)
  return facts.length === snapshot.facts.length ? snapshot : { ...snapshot, facts }
}

/** How long until the next fact is too old, in milliseconds; null when there is none. */
export function untilNextForgotten({ facts }: Snapshot, nowMs: number): number | null {
  const [oldest] = facts
  return oldest === undefined ? null : Math.max(0, oldest.atMs + factsKeptMs - nowMs)
}

function applyChange(before: Snapshot, change: Change): Snapshot {
  switch (change.kind) {
    case 'fixture':
      return { ...before, fixtures: replaced(before.fixtures, change.fixture, sameFixture) }
    case 'room':
      return { ...before, rooms: replaced(before.rooms, change.room, (a, b) => a.id === b.id) }
    case 'offer':
      return { ...before, scenes: change.scenes, rules: change.rules }
    case 'fact':
      return { ...before, facts: [...before.facts.slice(-(factsKept - 1)), change.fact] }
    case 'journey':
      return { ...before, journey: change.journey }
    case 'shop':
      return { ...before, shop: change.shop }
    case 'presence':
      return { ...before, presence: change.presence }
    case 'forgotten':
      return { ...before, facts: [] }
    case 'dongle':
      return { ...before, dongle: change.dongle }
    case 'dongle-facts':
      return { ...before, dongleFacts: change.dongleFacts }
    case 'notices':
      return { ...before, notices: change.notices }
  }
}

function sameFixture(a: FixtureState, b: FixtureState): boolean {
  return a.room === b.room && a.id === b.id
}

/** The list with `record` in its predecessor's place, or at the end when it has none. */
function replaced<T>(list: readonly T[], record: T, same: (a: T, b: T) => boolean): T[] {
  const known = list.some((candidate) => same(candidate, record))
  return known ? list.map((candidate) => (same(candidate, record) ? record : candidate)) : [...list, record]
}
