import { expect, test } from 'vitest'
import { fixtureId, roomId, ruleId } from '../../contract/ids.ts'
import { factsKept, factsKeptMs } from '../../contract/offer.ts'
import { Ledger } from './ledger.ts'

const fact = (atMs: number) => ({
  room: roomId.parse('wardrobe'),
  fixture: fixtureId.parse('sensor'),
  atMs,
  fact: 'occupied',
  rule: ruleId.parse('closet'),
  why: 'started' as const,
})

test('facts are forgotten after a while, and when newer ones need the place', () => {
  const ledger = new Ledger()
  for (let second = 0; second < factsKept + 5; second++) ledger.note(fact(second * 1000))
  const now = (factsKept + 4) * 1000
  expect(ledger.at(now).length).toBe(factsKept)
  expect(ledger.at(now)[0]?.number).toBe(6)
  expect(ledger.at(now + factsKeptMs - 1000).length).toBe(1)
  expect(ledger.at(now + factsKeptMs).length).toBe(0)
})
