import { expect, test } from 'vitest'
import { fixtureId, roomId, ruleId } from '../../contract/ids.ts'
import { factsKept, factsKeptMs } from '../../contract/offer.ts'
import { ManualClock } from '../manual-clock.ts'
import { Ledger } from './ledger.ts'

function openLedger() {
  const clock = new ManualClock()
  const forgotten: number[] = []
  const ledger = new Ledger({ clock, noted: () => {}, forgotten: (number) => forgotten.push(number) })
  const note = () =>
    ledger.note({
      room: roomId.parse('wardrobe'),
      fixture: fixtureId.parse('sensor'),
      atMs: clock.now(),
      fact: 'occupied',
      rule: ruleId.parse('closet'),
      why: 'started',
    })
  const known = () => ledger.all().map(({ number }) => number)
  return { clock, ledger, note, known, forgotten }
}

test('a fact is forgotten to the millisecond, though nothing else happens', async () => {
  const { clock, note, known, forgotten } = openLedger()
  note()
  await clock.advance(1000)
  note()
  note()
  await clock.advance(factsKeptMs - 1001)
  expect(known()).toEqual([1, 2, 3])
  await clock.advance(1)
  expect(known()).toEqual([2, 3])
  await clock.advance(1000)
  expect([known(), forgotten]).toEqual([[], [1, 3]])
  note()
  await clock.advance(factsKeptMs)
  expect([known(), forgotten]).toEqual([[], [1, 3, 4]])
})

test('older facts make room for newer ones', () => {
  const { note, known, forgotten } = openLedger()
  for (let count = 0; count < factsKept + 5; count++) note()
  expect(known()).toHaveLength(factsKept)
  expect([known()[0], forgotten]).toEqual([6, [1, 2, 3, 4, 5]])
})

test('a stopped ledger leaves no timer behind', async () => {
  const { clock, ledger, note, forgotten } = openLedger()
  note()
  ledger.stop()
  await clock.advance(factsKeptMs)
  expect(forgotten).toEqual([])
})
