import type { DongleStatus, Notice } from '../contract/showroom-state.ts'
import type { DeviceCommand, DeviceDescription, DeviceId, DeviceReport } from './device.ts'

/** What became of a command: expected outcomes are values, so `send` never rejects. */
export type CommandOutcome =
  /** The dongle confirmed that the device took the frame. */
  | { readonly kind: 'confirmed' }
  /** The device did not answer, or answered no, or the dongle is not there. `detail` is for the log. */
  | {
      readonly kind: 'failed'
      readonly reason: 'unreachable' | 'refused' | 'dongle-lost'
      readonly detail: string
    }

export type DriverEvent =
  | { readonly kind: 'status'; readonly status: DongleStatus; readonly notice: Notice | null }
  | { readonly kind: 'device'; readonly device: DeviceDescription }
  | { readonly kind: 'device-left'; readonly device: DeviceId }
  | { readonly kind: 'report'; readonly device: DeviceId; readonly report: DeviceReport }

/**
 * The one door between the showroom and hardware. `memory-driver.ts` is the fake beside it,
 * `src/zigbee` the real one.
 */
export interface DeviceDriver {
  /** Starts looking for the dongle and goes on by itself, whatever happens to it; never rejects for hardware. */
  start(): Promise<void>
  /** Leaves devices as they are. */
  stop(): Promise<void>
  send(command: DeviceCommand): Promise<CommandOutcome>
  /** Asks a device what it is. The answer also arrives as a report; null means that it did not answer. */
  read(device: DeviceId): Promise<DeviceReport | null>
  /** Lets devices join for `seconds` (at most 254, Zigbee's limit); 0 ends it. */
  openForJoining(seconds: number): Promise<void>
  listen(listener: (event: DriverEvent) => void): () => void
}
