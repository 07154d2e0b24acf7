import { expect, test } from 'vitest'
import type { FixtureState } from '../contract/fixture-state.ts'
import { fixtureId, roomId } from '../contract/ids.ts'
import { ManualClock } from './manual-clock.ts'
import type { PlannedWish } from './wish.ts'
import { WishKeeper } from './wish-keeper.ts'

const place = { room: roomId.parse('den'), fixture: fixtureId.parse('shade') }
const at = (openness: number): FixtureState => ({
  id: place.fixture,
  room: place.room,
  name: { en: 'Shade', sv: 'Gardin' },
  kind: 'blind',
  reach: 'reachable',
  openness,
  fade: null,
})

test('a blind that was away when it should have moved is told again, and one that got there is left alone', () => {
  const asked: PlannedWish[] = []
  const keeper = new WishKeeper({
    clock: new ManualClock(),
    ask: (wishes) => asked.push(...wishes),
    isOnItsWay: () => false,
    otherHand: () => {},
  })
  const planned = { place, wish: { kind: 'blind', openness: 0 } } as const
  keeper.wished([planned])
  keeper.told(at(0.6), 'itself')
  keeper.told(at(0.5), 'asked')
  expect(asked).toEqual([])
  keeper.told(at(0.5), 'back')
  expect(asked).toEqual([planned])
  keeper.told(at(0.01), 'itself')
  keeper.told(at(0.8), 'itself')
  keeper.told(at(0.8), 'back')
  expect(asked).toEqual([planned])
})
