import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { fixtureId, roomId, ruleId } from '../../src/contract/ids.ts'
import { factsKeptMs } from '../../src/contract/offer.ts'
import type { Snapshot } from '../../src/contract/showroom-state.ts'
import { useShowroom } from './showroom-store.ts'

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
})
afterEach(() => vi.useRealTimers())

const den = roomId.parse('den')
const fact = {
  number: 1,
  atMs: 70_000,
  room: den,
  fixture: fixtureId.parse('sensor'),
  fact: 'occupied',
  rule: ruleId.parse('hello'),
  why: 'started' as const,
}
const snapshot: Snapshot = {
  rooms: [],
  scenes: [],
  rules: [],
  facts: [],
  journey: null,
  shop: { store: null, takeHomeUrl: '', products: [], lists: [] },
  fixtures: [],
  presence: { phase: 'visit' },
  dongle: { phase: 'ready', simulated: true },
  dongleFacts: null,
  notices: [],
}

it('forgets a fact ten minutes after it was used, though nothing more is heard of the showroom', () => {
  const showroom = useShowroom()
  showroom.take({ kind: 'snapshot', nowMs: 60_000, snapshot })
  vi.advanceTimersByTime(10_000)
  showroom.take({ kind: 'change', nowMs: 70_000, change: { kind: 'fact', fact } })
  vi.advanceTimersByTime(factsKeptMs - 1)
  expect(showroom.snapshot?.facts).toEqual([fact])
  vi.advanceTimersByTime(2)
  expect(showroom.snapshot?.facts).toEqual([])
})
