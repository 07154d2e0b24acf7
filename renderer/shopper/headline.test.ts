import { describe, expect, it } from 'vitest'
import { roomId, ruleId, sceneId } from '../../src/contract/ids.ts'
import type { RuleCard, SceneCard } from '../../src/contract/offer.ts'
import { headlineFor } from './headline.ts'

const den = roomId.parse('den')
const evening: SceneCard = {
  id: sceneId.parse('evening'),
  room: den,
  title: { en: 'Evening', sv: 'Kväll' },
  story: { en: 'Calm.', sv: 'Lugnt.' },
  icon: 'moon',
  fit: 'complete',
  missing: [],
  sets: [],
  hour: null,
}
const room = { id: den, name: { en: 'Den', sv: 'Krypin' }, activeScene: null, arrival: null }
const snapshot = {
  rooms: [room],
  scenes: [evening],
  rules: [],
  facts: [],
  journey: null,
  shop: { store: null, takeHomeUrl: '', products: [], lists: [] },
  fixtures: [],
  presence: { phase: 'visit' as const },
  dongle: { phase: 'ready' as const, simulated: true },
  dongleFacts: null,
  notices: [],
}

const walk = { running: true, when: [], until: [], facts: {} }

describe('the headline', () => {
  it('tells the running scene and its story', () => {
    const running = { ...room, activeScene: evening.id }
    expect(headlineFor(snapshot, running, [evening])).toMatchObject({ kind: 'scene', title: evening.title })
  })

  it('tells the rule that a sensor has started before the scene that it covers', () => {
    const walkIn: RuleCard = { ...evening, id: ruleId.parse('walk-in'), ...walk }
    const running = { ...room, activeScene: evening.id }
    const told = headlineFor({ ...snapshot, rules: [walkIn] }, running, [evening])
    expect(told).toMatchObject({ kind: 'rule', rule: { id: 'walk-in' } })
    const over = { ...walkIn, running: false }
    expect(headlineFor({ ...snapshot, rules: [over] }, running, [evening]).kind).toBe('scene')
  })

  it('invites to a scene when none runs, and to a lamp when there is none', () => {
    expect(headlineFor(snapshot, room, [evening]).title).toBe('invite.title')
    expect(headlineFor(snapshot, room, []).title).toBe('invite.lamp')
  })

  it('promises real lamps only where there are some', () => {
    const real = { ...snapshot, dongle: { phase: 'ready' as const, simulated: false } }
    expect(headlineFor(real, room, [evening]).story).toBe('invite.story')
    expect(headlineFor(snapshot, room, [evening]).story).toBe('invite.screenStory')
    const lost = { ...snapshot, dongle: { phase: 'lost' as const, simulated: false } }
    expect(headlineFor(lost, room, [evening]).story).toBe('invite.screenStory')
  })

  it('is calm before the showroom has spoken and where no room is set up', () => {
    expect(headlineFor(null, null, []).title).toBe('waking.title')
    expect(headlineFor(snapshot, null, []).title).toBe('room.none')
  })
})
