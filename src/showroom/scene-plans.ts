import type { FixtureState } from '../contract/fixture-state.ts'
import type { Bindings } from './bindings.ts'
import type { Clock } from './clock.ts'
import { commandFor } from './device-command.ts'
import type { CommandPlan, DeviceDriver } from './driver.ts'
import type { Scene } from './scene.ts'
import { planScene } from './scene-engine.ts'

/** Devices seldom come alone: scenes are prepared when none has come for this long. */
const settleMs = 1000

export interface ScenePlansParts {
  readonly scenes: () => readonly Scene[]
  readonly fixtures: () => readonly FixtureState[]
  readonly bindings: Bindings
  readonly driver: DeviceDriver
  readonly clock: Clock
}

/** Tells the driver ahead of time what each scene will tell the devices that are bound: lamps may store that. */
export class ScenePlans {
  private readonly parts: ScenePlansParts
  private told = '[]'
  private callOff: (() => void) | null = null

  constructor(parts: ScenePlansParts) {
    this.parts = parts
  }

  /** Devices or bindings have changed. */
  tellSoon(): void {
    this.callOff?.()
    this.callOff = this.parts.clock.after(settleMs, () => {
      const plans = this.plans()
      const text = JSON.stringify(plans)
      if (text === this.told) return
      this.told = text
      this.parts.driver.prepare(plans)
    })
  }

  stop(): void {
    this.callOff?.()
  }

  private plans(): CommandPlan[] {
    const { scenes, bindings } = this.parts
    const fixtures = this.parts.fixtures()
    return scenes().map((scene) => ({
      name: `${scene.room}/${scene.id}`,
      commands: planScene(scene, fixtures).flatMap(({ place, wish }) => {
        const device = bindings.deviceAt(place.room, place.fixture)
        return device === null ? [] : [commandFor(device, wish)]
      }),
    }))
  }
}
