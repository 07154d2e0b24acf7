import type { DeviceId } from './device.ts'
import type { NearbyDevice } from './driver.ts'

/** Devices in memory that lie beside the dongle, of whatever network. */
export class MemoryNearby {
  /** Null while the stick cannot look for any. */
  devices: readonly NearbyDevice[] | null = []
  /** Those that have blinked, in order. */
  readonly blinked: DeviceId[] = []
  /** Those that were reset, in order. */
  readonly wereReset: DeviceId[] = []

  blink(device: DeviceId): boolean {
    return this.touch(device, this.blinked)
  }

  reset(device: DeviceId): boolean {
    return this.touch(device, this.wereReset)
  }

  private touch(device: DeviceId, done: DeviceId[]): boolean {
    const isThere = this.devices?.some((each) => each.device === device) ?? false
    if (isThere) done.push(device)
    return isThere
  }
}
