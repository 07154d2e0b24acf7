import type { FixtureState } from '../contract/fixture-state.ts'
import { showDuration } from '../showroom/duration.ts'
import { FixtureBoard } from '../showroom/fixture-board.ts'
import { pictureAtRest, pictureOfWish } from '../showroom/picture.ts'
import type { RoomDescription } from '../showroom/room.ts'
import type { Scene, SceneTarget } from '../showroom/scene.ts'
import { planTargets } from '../showroom/scene-engine.ts'
import { duskHour, type Look } from './looks.ts'

/** A room in a scene: as it sets out, and after each of its moments; one look for a scene without. */
export function looksOfScene(room: RoomDescription, scene: Scene): Look[] {
  const board = new FixtureBoard([room], () => {})
  for (const state of board.all()) board.put(asBefore(state))
  const looks: Look[] = []
  const add = (name: string, targets: Readonly<Record<string, SceneTarget>>) => {
    for (const { place, wish } of planTargets(room.id, targets, scene.transition, board.all())) {
      const state = board.get(place)
      if (state !== null) board.put(pictureAtRest(pictureOfWish(state, wish, 0)))
    }
    const hour = scene.hour === undefined ? duskHour : scene.hour / 60
    looks.push({ name, hour, fixtures: board.all() })
  }
  add('at once', scene.fixtures)
  for (const { at, fixtures } of scene.moments) add(`after ${showDuration(at)}`, fixtures)
  return looks
}

/** What a scene leaves alone is off, and the window open. */
function asBefore(state: FixtureState): FixtureState {
  switch (state.kind) {
    case 'light':
    case 'plug':
      return { ...state, reach: 'reachable', on: false }
    case 'blind':
      return { ...state, reach: 'reachable', openness: 1 }
    default:
      return { ...state, reach: 'reachable' }
  }
}
