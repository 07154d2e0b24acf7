import type { DeviceDescription, DeviceId } from './device.ts'

/** What is known of the hardware: what each device can do, and which of them do not answer. */
export class DeviceRegistry {
  private readonly descriptions = new Map<DeviceId, DeviceDescription>()
  private readonly silent = new Set<DeviceId>()

  describe(description: DeviceDescription): void {
    this.descriptions.set(description.id, description)
  }

  forget(device: DeviceId): void {
    this.descriptions.delete(device)
    this.silent.delete(device)
  }

  /** It said something, or took a frame: it is there. */
  heard(device: DeviceId): void {
    this.silent.delete(device)
  }

  didNotAnswer(device: DeviceId): void {
    this.silent.add(device)
  }

  description(device: DeviceId): DeviceDescription | null {
    return this.descriptions.get(device) ?? null
  }

  all(): DeviceDescription[] {
    return [...this.descriptions.values()]
  }

  silentDevices(): DeviceId[] {
    return [...this.silent]
  }
}
