import { describe, expect, it } from 'vitest'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import { roomTone } from './room-tone.ts'

const place = {
  id: fixtureId.parse('one'),
  room: roomId.parse('den'),
  name: { en: 'One', sv: 'En' },
  reach: 'reachable' as const,
}
const lamp = (brightness: number): FixtureState => ({
  ...place,
  kind: 'light',
  ability: { kelvin: null, colour: false },
  on: brightness > 0,
  brightness,
  colour: { mode: 'kelvin', kelvin: 2700 },
  fade: null,
})
const blind = (openness: number): FixtureState => ({ ...place, kind: 'blind', openness, fade: null })

describe('the dock', () => {
  it('is dark with a dark room, at night or behind a closed blind', () => {
    expect(roomTone([lamp(0.2), lamp(0), blind(1)], 22, 'light')).toBe('dark')
    expect(roomTone([lamp(0.2), lamp(0), blind(0)], 12, 'light')).toBe('dark')
  })

  it('is light by day, and by lamplight', () => {
    expect(roomTone([lamp(0), blind(1)], 12, 'dark')).toBe('light')
    expect(roomTone([lamp(0.8), lamp(0.6), blind(0)], 22, 'dark')).toBe('light')
  })

  it('does not go to and fro where one becomes the other', () => {
    const between = [lamp(Math.sqrt(0.2)), blind(0)]
    expect(roomTone(between, 22, 'light')).toBe('light')
    expect(roomTone(between, 22, 'dark')).toBe('dark')
  })
})
