import type { NearbyLamp } from '../../contract/staff/nearby-lamp.ts'
import type { DeviceId } from '../device.ts'
import type { DeviceDriver, NearbyDevice } from '../driver.ts'

export type NearbyProblem = 'busy' | 'gone' | 'unable'

export interface NearbyDeskParts {
  readonly driver: DeviceDriver
  readonly isOurs: (device: DeviceId) => boolean
  /** What kept staff's hands busy is over. */
  readonly handsFree: () => void
}

/** Lamps beside the stick, in whatever network: found, shown by blinking, and only then reset. */
export class NearbyDesk {
  private readonly parts: NearbyDeskParts
  private found: readonly NearbyDevice[] = []
  private blinked: DeviceId | null = null
  isBusy = false

  constructor(parts: NearbyDeskParts) {
    this.parts = parts
  }

  find(): Promise<NearbyLamp[] | NearbyProblem> {
    return this.alone(async () => {
      this.blinked = null
      this.found = []
      const found = await this.parts.driver.findNearby()
      if (found === null) return 'unable'
      this.found = found
      return this.found.map((each) => ({ ...each, isOurs: this.parts.isOurs(each.device) }))
    })
  }

  /** Null when it blinks now. */
  blink(device: DeviceId): Promise<NearbyProblem | null> {
    return this.alone(async () => {
      const lamp = this.known(device)
      this.blinked = null
      if (lamp === null || !(await this.parts.driver.blinkNearby(lamp))) return 'gone'
      this.blinked = device
      return null
    })
  }

  /** Only the one that blinked last, so that nobody resets a lamp that they have not seen; and none of our own. */
  reset(device: DeviceId): Promise<NearbyProblem | null> {
    return this.alone(async () => {
      const lamp = this.known(device)
      if (lamp === null || this.blinked !== device || this.parts.isOurs(device)) return 'gone'
      this.blinked = null
      return (await this.parts.driver.resetNearby(lamp)) ? null : 'gone'
    })
  }

  private known(device: DeviceId): NearbyDevice | null {
    return this.found.find((each) => each.device === device) ?? null
  }

  private async alone<T>(task: () => Promise<T>): Promise<T | NearbyProblem> {
    if (this.isBusy) return 'busy'
    this.isBusy = true
    try {
      return await task()
    } finally {
      this.isBusy = false
      this.parts.handsFree()
    }
  }
}
