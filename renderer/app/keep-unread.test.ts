import { describe, expect, it } from 'vitest'
import type { LightState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId, sceneId } from '../../src/contract/ids.ts'
import type { Snapshot } from '../../src/contract/showroom-state.ts'
import { keepUnread } from './keep-unread.ts'

const [den, attic] = [roomId.parse('den'), roomId.parse('attic')]
const evening = sceneId.parse('evening')
const lamp = (id: string, part: Partial<LightState> = {}): LightState => ({
  kind: 'light',
  id: fixtureId.parse(id),
  room: den,
  name: { en: 'Lamp', sv: 'Lampa' },
  reach: 'reachable',
  ability: { kelvin: null, colour: false },
  on: true,
  brightness: 0.4,
  colour: { mode: 'kelvin', kelvin: 2200 },
  fade: null,
  ...part,
})
/** As a showroom that has just started says it. */
const unread = (id: string, part: Partial<LightState> = {}) =>
  lamp(id, {
    ...{ reach: 'unknown', on: false, brightness: 1, colour: { mode: 'kelvin', kelvin: 2700 } },
    ...part,
  })
const room = (id: typeof den, activeScene: typeof evening | null) => ({
  ...{ id, name: { en: 'Room', sv: 'Rum' }, activeScene },
  arrival: null,
})
const snapshot = (fixtures: LightState[], scene: typeof evening | null): Snapshot => ({
  rooms: [room(den, scene), room(attic, scene)],
  scenes: [],
  rules: [],
  facts: [],
  presence: { phase: 'visit' as const },
  journey: null,
  shop: { store: null, takeHomeUrl: '', products: [], lists: [] },
  fixtures,
  dongle: { phase: 'ready', simulated: false },
  dongleFacts: null,
  notices: [],
})
const before = snapshot([lamp('pendant'), lamp('strip')], evening)

describe('a lamp that a restarted showroom has not read yet', () => {
  it('stays on the screen as it was, and so does the scene of its room', () => {
    const shown = keepUnread(snapshot([unread('pendant'), lamp('strip', { on: false })], null), before)
    expect(shown.fixtures).toEqual([lamp('pendant'), lamp('strip', { on: false })])
    expect(shown.rooms.map(({ activeScene }) => activeScene)).toEqual([evening, null])
  })

  it('is shown as it is once it has been read, and so is the scene', () => {
    const told = snapshot([lamp('pendant', { on: false }), lamp('strip')], null)
    expect(keepUnread(told, before)).toBe(told)
  })

  it('moves when the showroom has told it something', () => {
    const fading = unread('pendant', { on: true, fade: { startedAtMs: 5, durationMs: 400 } })
    expect(keepUnread(snapshot([fading], null), before).fixtures).toEqual([fading])
  })

  it('does not go on with a fade of the clock before', () => {
    const was = snapshot([lamp('pendant', { fade: { startedAtMs: 9e6, durationMs: 9e6 } })], null)
    expect(keepUnread(snapshot([unread('pendant')], null), was).fixtures).toEqual([lamp('pendant')])
  })

  it('is left as the showroom says it where the screen has never seen it', () => {
    const told = snapshot([unread('floor')], null)
    expect(keepUnread(told, null)).toBe(told)
    expect(keepUnread(told, before).fixtures).toEqual([unread('floor')])
  })
})
