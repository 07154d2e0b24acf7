import { expect, it } from 'vitest'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import { gripOf, levelIntent, touchIntent } from './touch-intent.ts'

const room = roomId.parse('den')
const id = fixtureId.parse('thing')
const place = { id, room, name: { en: 'Thing', sv: 'Sak' }, reach: 'reachable' as const }

it('a tap asks for the other state, and for nothing where nothing can be told', () => {
  expect(touchIntent({ ...place, kind: 'plug', on: true })).toEqual({
    kind: 'switch',
    room,
    fixture: id,
    on: false,
  })
  expect(touchIntent({ ...place, kind: 'blind', openness: 0.2, fade: null })).toMatchObject({ openness: 1 })
  expect(touchIntent({ ...place, kind: 'blind', openness: 0.9, fade: null })).toMatchObject({ openness: 0 })
  expect(touchIntent({ ...place, kind: 'motion', occupied: true })).toBeNull()
})

const light = {
  ...place,
  kind: 'light' as const,
  ability: { kelvin: { min: 2200, max: 4000 }, colour: false },
  on: true,
  brightness: 0.6,
  colour: { mode: 'kelvin' as const, kelvin: 2700 },
  fade: null,
}

it('a finger holds a lamp by its level, a plug by nothing but its switch, and a sensor not at all', () => {
  expect(gripOf(light)).toEqual({ fixture: id, level: 0.6, lowest: 0.01, dial: true })
  expect(gripOf({ ...light, on: false })?.level).toBe(0)
  expect(gripOf({ ...place, kind: 'plug', on: true })?.level).toBeNull()
  expect(gripOf({ ...place, kind: 'motion', occupied: false })).toBeNull()
})

it('a drag dims a lamp all along, and tells a blind where to go only at its end', () => {
  const blind = { ...place, kind: 'blind' as const, openness: 1, fade: null }
  expect(levelIntent(light, 0.3, true)).toMatchObject({ kind: 'dim', brightness: 0.3, steady: true })
  expect(levelIntent(blind, 0.3, true)).toBeNull()
  expect(levelIntent(blind, 0.3, false)).toMatchObject({ kind: 'move-blind', openness: 0.3 })
})
