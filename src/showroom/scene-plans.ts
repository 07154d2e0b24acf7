import type { FixtureState } from '../contract/fixture-state.ts'
import type { Bindings } from './bindings.ts'
import { commandFor } from './device-command.ts'
import type { CommandPlan } from './driver.ts'
import type { Scene } from './scene.ts'
import { planScene } from './scene-engine.ts'

/** What each scene tells the devices that are bound now: what lamps may store ahead of time. */
export function plansOf(
  scenes: readonly Scene[],
  fixtures: readonly FixtureState[],
  bindings: Bindings,
): CommandPlan[] {
  return scenes.map((scene) => ({
    name: `${scene.room}/${scene.id}`,
    commands: planScene(scene, fixtures).flatMap(({ place, wish }) => {
      const device = bindings.deviceAt(place.room, place.fixture)
      return device === null ? [] : [commandFor(device, wish)]
    }),
  }))
}
