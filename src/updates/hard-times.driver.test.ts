import { afterEach, beforeEach, expect, test } from 'vitest'
import { nodeDisk } from './disk.ts'
import { dayMs, Siege } from './testing/siege.ts'
import { TestKiosk } from './testing/test-kiosk.ts'

// What nobody meant: full disks, wrong clocks, no network for half a year.

let siege: Siege
beforeEach(async () => {
  siege = await Siege.open()
})
afterEach(() => siege.close())

test('a disk that would be more than nine tenths full', async () => {
  await siege.office.publish('se', 'winter', { level: 0.7, bake: 'x'.repeat(5000) })
  const small = { ...nodeDisk, space: async () => ({ free: 14_000, total: 100_000 }) }
  await siege.kiosk.restart(siege.server.address, small)
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'disk-full' })
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
  await siege.kiosk.restart(siege.server.address, {
    ...nodeDisk,
    space: async () => ({ free: 17_000, total: 100_000 }),
  })
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'installed' })
})

test('a disk that is full in the middle of a write', async () => {
  await siege.office.publish('se', 'winter', { level: 0.7 })
  const full = { ...nodeDisk, append: () => Promise.reject(new Error('ENOSPC: no space left on device')) }
  await siege.kiosk.restart(siege.server.address, full)
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'disk-full' })
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
  await siege.kiosk.restart(siege.server.address, nodeDisk)
  await siege.recovers()
})

test('a clock twenty years ahead: refused, told, and what plays plays on', async () => {
  await siege.office.publish('se', 'winter')
  siege.kioskMs = () => siege.nowMs + 20 * 365 * dayMs
  await siege.refused('expired')
  expect(siege.kiosk.clock.state()).toBe('right')
  // Node's server tells the true time: today's, whatever this test makes of it.
  siege.kiosk.clock.hint(siege.nowMs)
  expect(siege.kiosk.clock.state()).toBe('ahead')
  siege.kioskMs = () => siege.nowMs
  await siege.recovers()
})

test('a clock twenty years behind: known by what was signed since, and time goes on from there', async () => {
  await siege.office.publish('se', 'winter', { yaml: 'from: 2026-11-20' })
  siege.kioskMs = () => siege.nowMs - 20 * 365 * dayMs
  await siege.kiosk.restart(siege.server.address)
  expect(siege.kiosk.clock.state()).toBe('behind')
  expect(siege.kiosk.clock.nowMs()).toBe(siege.nowMs)
  await siege.recovers()
  siege.nowMs += 20 * dayMs
  expect(siege.kiosk.clock.nowMs()).toBe(siege.nowMs)
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'expired' })
})

test('a clock twenty years behind from the first day on: the first lists that come say how late it is', async () => {
  await siege.office.publish('se', 'winter', { yaml: 'from: 2026-11-20' })
  const kioskMs = () => siege.nowMs - 20 * 365 * dayMs
  const first = await TestKiosk.open(await siege.office.root, siege.server.address, kioskMs)
  expect(first.clock.state()).toBe('right')
  expect(await first.poll()).toMatchObject({ kind: 'installed' })
  expect(first.clock.nowMs()).toBe(siege.nowMs)
  expect(await first.plays()).toBe('se/winter 2')
  await first.close()
})

test('180 days without a network: what head office signed last plays on', async () => {
  await siege.office.publish('se', 'advent', { yaml: 'until: 2026-12-24' })
  await siege.office.publish('se', 'always', { yaml: 'class: base' })
  await siege.office.rollOut('se', 'winter', { stop: true }, 'all')
  await siege.kiosk.poll()
  await siege.server.stop()
  for (let day = 0; day < 180; day++) {
    expect(await siege.kiosk.plays()).toBe(
      siege.nowMs < Date.parse('2026-12-24T23:00Z') ? 'se/advent 1' : 'se/always 1',
    )
    if (day % 20 === 0) {
      expect((await siege.kiosk.poll()).kind).toBe('refused')
      await siege.kiosk.restart('http://127.0.0.1:1/')
    }
    siege.nowMs += dayMs
  }
  await siege.server.start()
})

test('a stop in lists that are too old is refused with them, and counts once head office says that they are the newest', async () => {
  await siege.office.rollOut('se', 'winter', { stop: true }, 'all')
  siege.nowMs += 15 * dayMs
  await siege.refused('expired')
  await siege.office.release()
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'unchanged' })
  expect(await siege.kiosk.plays()).toBeNull()
})

test('a stop that was heard holds, however old its list becomes', async () => {
  await siege.office.rollOut('se', 'winter', { stop: true }, 'all')
  await siege.kiosk.poll()
  expect(await siege.kiosk.plays()).toBeNull()
  siege.nowMs += 400 * dayMs
  await siege.refused('expired', null)
})
