import { expect, test } from 'vitest'
import { usualHabits } from '../contract/staff/store-habits.ts'
import { usualStore } from '../contract/staff/store-settings.ts'
import { storeCalendar } from '../platform/store-calendar.ts'
import { silentLog } from '../showroom/log.ts'
import { MemoryStorage } from '../showroom/memory-storage.ts'
import { readOpeningHours } from '../showroom/opening-hours.ts'
import { OwnStore } from './own-store.ts'

const variables = {
  openingHours: readOpeningHours('sat-sun 18:00-02:00'),
  storeId: 'malmo',
  place: { timeZone: 'Europe/Stockholm', position: null },
}

test('the kiosk’s variables hold until staff have said something else, and after a restart what staff said', async () => {
  const storage = new MemoryStorage()
  const own = await OwnStore.open(variables, storage, silentLog)
  expect(own.store).toMatchObject({
    store: 'malmo',
    timeZone: 'Europe/Stockholm',
    hours: { fri: null, sat: { from: '18:00', until: '02:00' } },
  })
  expect(own.openingHours).toEqual(variables.openingHours)
  expect(own.wall.at(0)).toMatchObject({ minute: 60 })

  const hours = { ...own.store.hours, fri: { from: '09:00', until: '24:00' } } as typeof own.store.hours
  await own.record.save({ ...own.store, hours, store: 'hamburg', timeZone: 'Asia/Tokyo' })
  own.saved()
  expect(own.openingHours?.get('fri')).toEqual({ from: 540, until: 0 })
  expect(own.wall.at(0)).toMatchObject({ minute: 9 * 60 })

  const again = await OwnStore.open(variables, storage, silentLog)
  expect(again.store).toMatchObject({ store: 'hamburg', timeZone: 'Asia/Tokyo', hours })
  expect(again.wall.at(0)).toMatchObject({ minute: 9 * 60 })
})

test('a record of the first version, which knew neither store nor time zone, is kept', async () => {
  const storage = new MemoryStorage()
  const first = {
    name: 'Kurva 2',
    language: 'sv',
    screen: { inches: 32, lowerEdgeCm: 80 },
    hours: null,
  }
  await storage.write('store.json', JSON.stringify({ version: 1, store: first }))
  const own = await OwnStore.open(variables, storage, silentLog)
  const usual = { store: 'malmo', timeZone: 'Europe/Stockholm', position: null, habits: usualHabits }
  expect(own.store).toEqual({ ...first, ...usual })
  expect(own.openingHours).toBeNull()
})

test('a record of the second version, which knew no position, is kept', async () => {
  const storage = new MemoryStorage()
  const { position: _, habits, ...second } = { ...usualStore, name: 'Kurva', timeZone: 'Asia/Tokyo' }
  await storage.write('store.json', JSON.stringify({ version: 2, store: second }))
  const malmo = { latitude: 55.61, longitude: 13 }
  const own = await OwnStore.open(
    { ...variables, place: { timeZone: null, position: malmo } },
    storage,
    silentLog,
  )
  expect(own.store).toEqual({ ...second, position: malmo, habits })
})

test('a record of the third version, which knew no habits, is kept', async () => {
  const storage = new MemoryStorage()
  const { habits, ...third } = { ...usualStore, name: 'Kurva', position: { latitude: 55.61, longitude: 13 } }
  await storage.write('store.json', JSON.stringify({ version: 3, store: third }))
  const own = await OwnStore.open(variables, storage, silentLog)
  expect(own.store).toEqual({ ...third, habits })
})

test('the sun is the store’s as staff say, or the variables, or that of its time zone’s main city', async () => {
  const storage = new MemoryStorage()
  const own = await OwnStore.open(variables, storage, silentLog)
  expect(own.position).toEqual({ latitude: 59.33, longitude: 18.05 })
  const calendar = storeCalendar(
    () => own.position,
    own.wall,
    () => new Date('2026-06-21T12:00:00Z'),
  )
  const inStockholm = calendar.sun()
  await own.record.save({ ...own.store, timeZone: 'Asia/Calcutta' })
  expect(own.position).toEqual({ latitude: 22.53, longitude: 88.37 })
  await own.record.save({
    ...own.store,
    timeZone: 'Europe/Stockholm',
    position: { latitude: 55.61, longitude: 13 },
  })
  own.saved()
  expect(own.position).toEqual({ latitude: 55.61, longitude: 13 })
  expect(calendar.sun()?.rise).toBeGreaterThan((inStockholm?.rise ?? 0) + 30)
  await own.record.save({ ...own.store, timeZone: 'UTC', position: null })
  expect(own.position).toBeNull()
})
