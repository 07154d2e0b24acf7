import { expect, it } from 'vitest'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import { touchIntent } from './touch-intent.ts'

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
