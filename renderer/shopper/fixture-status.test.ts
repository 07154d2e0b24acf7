import { describe, expect, it } from 'vitest'
import type { ButtonWord } from '../../src/contract/button.ts'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import { fixtureStatus } from './fixture-status.ts'

const place = {
  id: fixtureId.parse('thing'),
  room: roomId.parse('den'),
  name: { en: 'Thing', sv: 'Sak' },
  reach: 'reachable' as const,
}
const lamp: FixtureState = {
  ...place,
  kind: 'light',
  ability: { kelvin: null, colour: false },
  on: true,
  brightness: 0.4,
  colour: { mode: 'kelvin', kelvin: 2700 },
  fade: null,
}
const blind = (openness: number): FixtureState => ({ ...place, kind: 'blind', openness, fade: null })

describe('the words under a name', () => {
  it('say how bright a lamp is, ahead of it while a finger moves', () => {
    expect(fixtureStatus(lamp)).toEqual({ message: 'percent', share: 0.4 })
    expect(fixtureStatus(lamp, 0.9)).toEqual({ message: 'percent', share: 0.9 })
    expect(fixtureStatus({ ...lamp, on: false }, 0.9)).toEqual({ message: 'state.off' })
  })

  it('never speak of an error', () => {
    expect(fixtureStatus({ ...lamp, reach: 'unreachable' })).toEqual({ message: 'state.resting' })
  })

  it('claim nothing of a lamp that nobody has heard of yet', () => {
    expect(fixtureStatus({ ...lamp, reach: 'unknown' })).toEqual({ message: 'state.unread' })
  })

  it('call a blind open or closed only when it is', () => {
    expect(fixtureStatus(blind(1)).message).toBe('state.open')
    expect(fixtureStatus(blind(0)).message).toBe('state.closed')
    expect(fixtureStatus(blind(0.02)).message).toBe('state.partlyOpen')
  })

  it('call what goes up and comes down so', () => {
    const rack = (openness: number) =>
      fixtureStatus({ ...place, kind: 'blind', openness, lowers: true, fade: null })
    expect([rack(1), rack(0), rack(0.4)]).toEqual([
      { message: 'state.up' },
      { message: 'state.down' },
      { message: 'state.partlyUp', share: 0.4 },
    ])
  })

  it('invite to the remote until it is used, and name the buttons that are known', () => {
    const remote = (button: ButtonWord | null): FixtureState => ({
      ...place,
      kind: 'remote',
      lastPress: button === null ? null : { button, atMs: 1 },
    })
    expect(fixtureStatus(remote(null)).message).toBe('state.tryRemote')
    expect(fixtureStatus(remote('hold-up')).message).toBe('buttons.brighter')
    expect(fixtureStatus(remote('button-2')).message).toBe('state.pressed')
  })
})
