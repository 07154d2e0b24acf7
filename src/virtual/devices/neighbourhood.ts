import type { Clock } from '../../showroom/clock.ts'
import type { Ieee } from '../bytes.ts'
import type { Radio } from '../radio.ts'
import type { SimulatedDevice } from './device.ts'

/** What a device has been told when it joined. */
export interface Membership {
  readonly nwk: number
  readonly networkId: string
  readonly channel: number
}

/** The world around a device, as far as it can reach it. */
export interface Neighbourhood {
  readonly clock: Clock
  readonly radio: Radio
  /** Short address of another node in its network, or null. */
  addressOf(ieee: Ieee): number | null
  coordinatorIeee(): Ieee
  extendedPanId(): Ieee
  /** It has left by itself, or because it was told to. */
  left(device: SimulatedDevice, rejoin: boolean): void
  /** It hears nobody of its network: it looks for it on all channels, if need be. */
  lookFor(device: SimulatedDevice): void
  /** Something to remember over a restart may have changed. */
  touched(): void
}
