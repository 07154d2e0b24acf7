import { expect, test } from 'vitest'
import { fixtureId, roomId } from '../../src/contract/ids.ts'
import type { StaffDevice } from '../../src/contract/staff/staff-device.ts'
import { type DeviceFilter, filtered, fits, listed } from './device-list.ts'

const den = roomId.parse('den')
const bulb: StaffDevice = {
  id: '0x01',
  vendor: 'IKEA',
  model: 'Bulb E27',
  name: '',
  kind: 'light',
  abilities: ['light', 'white'],
  power: 'mains',
  place: { room: den, fixture: fixtureId.parse('pendant') },
  health: 'answers',
  battery: null,
}
const names = [
  bulb,
  { ...bulb, id: '0x02', name: 'Zebra', health: 'silent' as const },
  { ...bulb, id: '0x03', place: null },
  { ...bulb, id: '0x04', name: 'Remote', abilities: ['remote' as const], battery: 0.1 },
]
const list = listed(
  names,
  () => 'Pendant',
  () => 'Den, Pendant',
  'en',
)
const all: DeviceFilter = { search: '', room: null, health: 'all' }
const ids = (filter: Partial<DeviceFilter>) =>
  filtered(list, { ...all, ...filter }).map(({ device }) => device.id)

test('those that need care stand first, then those that lie about', () => {
  expect(list.map(({ title }) => title)).toEqual(['Remote', 'Zebra', 'Bulb E27', 'Pendant'])
})

test('a search finds names, places, models and addresses; every word counts', () => {
  expect(ids({ search: 'zebra' })).toEqual(['0x02'])
  expect(ids({ search: 'ikea 0x01' })).toEqual(['0x01'])
  expect(ids({ search: 'den e27' })).toEqual(['0x04', '0x02', '0x01'])
  expect(ids({ search: 'cellar' })).toEqual([])
})

test('it can be narrowed to a room, to what needs care and to what lies about', () => {
  expect(ids({ health: 'care' })).toEqual(['0x04', '0x02'])
  expect(ids({ health: 'unplaced' })).toEqual(['0x03'])
  expect(ids({ room: den })).toHaveLength(3)
  expect(ids({ room: roomId.parse('hall') })).toEqual([])
})

test('a lamp fits where a lamp belongs', () => {
  expect([fits(bulb, 'light'), fits(bulb, 'plug')]).toEqual([true, false])
})
