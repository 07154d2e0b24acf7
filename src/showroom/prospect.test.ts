import { expect, test } from 'vitest'
import type { FixtureState } from '../contract/fixture-state.ts'
import { fixtureId } from '../contract/ids.ts'
import { FixtureBoard } from './fixture-board.ts'
import { FlashGuard } from './flash-guard.ts'
import { ManualClock } from './manual-clock.ts'
import { Prospect } from './prospect.ts'
import { wardrobe } from './testing/wardrobe.ts'
import { WishKeeper } from './wish-keeper.ts'

test('what a rack is to be while it moves is where it was told to go, until it is there', () => {
  const clock = new ManualClock()
  const place = { room: wardrobe.id, fixture: fixtureId.parse('rack') }
  const board = new FixtureBoard([wardrobe], () => {})
  const guard = new FlashGuard(clock, [wardrobe], () => [])
  const keeper = new WishKeeper({ clock, ask: () => {}, isOnItsWay: () => false, otherHand: () => {} })
  const prospect = new Prospect({ board, guard, clock, wishOf: (of) => keeper.wishOf(of) })
  const tells = (openness: number) => {
    const state = { ...board.get(place), reach: 'reachable', openness } as FixtureState
    board.put(state)
    keeper.told(state, 'itself')
  }
  tells(1)
  keeper.wished([{ place, wish: { kind: 'blind', openness: 0.2 } }])
  tells(0.78)
  expect(prospect.wish(place)).toEqual({ kind: 'blind', openness: 0.2 })
  tells(0.2)
  // From here on a hand may move it, and what it says is so.
  tells(0.6)
  expect(prospect.wish(place)).toEqual({ kind: 'blind', openness: 0.6 })
})
