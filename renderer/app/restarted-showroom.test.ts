import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PlugState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId, sceneId } from '../../src/contract/ids.ts'
import type { Snapshot } from '../../src/contract/showroom-state.ts'
import { useShowroom } from './showroom-store.ts'

const den = roomId.parse('den')
const evening = sceneId.parse('evening')
const radio = (on: boolean, reach: PlugState['reach']): PlugState => ({
  ...{ kind: 'plug', id: fixtureId.parse('radio'), room: den, name: { en: 'Radio', sv: 'Radio' } },
  reach,
  on,
})
const snapshot = (fixture: PlugState, activeScene: typeof evening | null): Snapshot => ({
  rooms: [{ id: den, name: { en: 'Den', sv: 'Krypin' }, activeScene, arrival: null }],
  scenes: [],
  rules: [],
  facts: [],
  presence: { phase: 'visit' as const },
  journey: null,
  shop: { store: null, takeHomeUrl: '', products: [], lists: [] },
  fixtures: [fixture],
  dongle: { phase: 'ready', simulated: false },
  dongleFacts: null,
  notices: [],
})

describe('a page whose showroom has been restarted', () => {
  beforeEach(() => setActivePinia(createPinia()))

  it('shows what it showed until the lamps have said what they are, and then that', () => {
    const showroom = useShowroom()
    const take = (told: Snapshot) => showroom.take({ kind: 'snapshot', nowMs: 1, snapshot: told })
    const say = (fixture: PlugState) =>
      showroom.take({ kind: 'change', nowMs: 2, change: { kind: 'fixture', fixture } })
    take(snapshot(radio(true, 'reachable'), evening))
    take(snapshot(radio(false, 'unknown'), null))
    expect(showroom.fixtures).toEqual([radio(true, 'reachable')])
    expect(showroom.room?.activeScene).toBe(evening)
    // Once more, before anything was read.
    take(snapshot(radio(false, 'unknown'), null))
    expect(showroom.fixtures).toEqual([radio(true, 'reachable')])
    say(radio(false, 'reachable'))
    expect(showroom.fixtures).toEqual([radio(false, 'reachable')])
    expect(showroom.room?.activeScene).toBeNull()
  })
})
