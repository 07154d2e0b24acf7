import { describe, expect, it } from 'vitest'
import { fixtureId, roomId, ruleId, sceneId } from '../../src/contract/ids.ts'
import { factsKeptMs, type UsedFact } from '../../src/contract/offer.ts'
import type { Change, Snapshot } from '../../src/contract/showroom-state.ts'
import { applyEvent, untilNextForgotten, withoutOldFacts } from './apply-event.ts'

const den = roomId.parse('den')
const attic = roomId.parse('attic')
const radio = (room: typeof den, on: boolean) => ({
  kind: 'plug' as const,
  id: fixtureId.parse('radio'),
  room,
  name: { en: 'Radio', sv: 'Radio' },
  reach: 'reachable' as const,
  on,
})
const card = { id: den, name: { en: 'Den', sv: 'Krypin' }, activeScene: null, arrival: null }
const snapshot: Snapshot = {
  rooms: [card],
  scenes: [],
  rules: [],
  facts: [],
  journey: null,
  shop: { store: null, takeHomeUrl: '', products: [], lists: [] },
  fixtures: [radio(den, false), radio(attic, false)],
  presence: { phase: 'visit' },
  dongle: { phase: 'starting', simulated: false },
  dongleFacts: null,
  notices: [],
}
const outcome = (change: Change) => applyEvent(snapshot, { kind: 'change', nowMs: 1, change })

describe('an event', () => {
  it('replaces everything when it is a snapshot', () => {
    expect(applyEvent(null, { kind: 'snapshot', nowMs: 1, snapshot })).toBe(snapshot)
  })

  it('changes nothing before the first snapshot', () => {
    const change: Change = { kind: 'notices', notices: [] }
    expect(applyEvent(null, { kind: 'change', nowMs: 1, change })).toBeNull()
  })

  it('replaces one fixture of one room and leaves its namesake elsewhere', () => {
    const fixtures = outcome({ kind: 'fixture', fixture: radio(den, true) })?.fixtures
    expect(fixtures).toEqual([radio(den, true), radio(attic, false)])
    expect(fixtures?.[1]).toBe(snapshot.fixtures[1])
  })

  it('adds a fixture that was not there', () => {
    const fixture = { ...radio(den, true), id: fixtureId.parse('lamp') }
    expect(outcome({ kind: 'fixture', fixture })?.fixtures).toHaveLength(3)
  })

  it('tells whether anybody is here, and forgets the facts of a visit that is over', () => {
    const fact = {
      number: 1,
      atMs: 1,
      room: den,
      fixture: fixtureId.parse('door'),
      fact: 'occupied',
      rule: ruleId.parse('hello'),
      why: 'started' as const,
    }
    expect(outcome({ kind: 'presence', presence: { phase: 'attract' } })?.presence.phase).toBe('attract')
    const change: Change = { kind: 'forgotten' }
    const told = applyEvent({ ...snapshot, facts: [fact] }, { kind: 'change', nowMs: 1, change })
    expect(told?.facts).toEqual([])
  })

  it('tells which scene runs, where the dongle stands and what staff should know', () => {
    const room = { ...card, activeScene: sceneId.parse('evening') }
    expect(outcome({ kind: 'room', room })?.rooms).toEqual([room])
    const dongle = { phase: 'ready' as const, simulated: true }
    expect(outcome({ kind: 'dongle', dongle })?.dongle).toEqual(dongle)
    const dongleFacts = {
      firmware: 'ZStack3x0 20240710',
      channel: 15,
      panId: 0x1a62,
      lastBackup: null,
      skippedBytes: 0,
      repeatedRequests: 0,
      joining: false,
    }
    expect(outcome({ kind: 'dongle-facts', dongleFacts })?.dongleFacts).toEqual(dongleFacts)
    const notices = [{ code: 'a', severity: 'info' as const, sentence: 'b', values: {} }]
    expect(outcome({ kind: 'notices', notices })?.notices).toEqual(notices)
  })
})

describe('facts', () => {
  const fact = (number: number, atMs: number): UsedFact => ({
    number,
    atMs,
    room: den,
    fixture: fixtureId.parse('sensor'),
    fact: 'occupied',
    rule: ruleId.parse('hello'),
    why: 'started',
  })

  it('are forgotten by the page when the showroom forgets them', () => {
    const known = { ...snapshot, facts: [fact(1, 1000), fact(2, 5000)] }
    expect(withoutOldFacts(known, factsKeptMs + 999)).toBe(known)
    expect(untilNextForgotten(known, factsKeptMs)).toBe(1000)
    const later = withoutOldFacts(known, factsKeptMs + 1000)
    expect(later.facts).toEqual([fact(2, 5000)])
    const empty = withoutOldFacts(later, factsKeptMs + 5000)
    expect([empty.facts, untilNextForgotten(empty, 0)]).toEqual([[], null])
  })
})
