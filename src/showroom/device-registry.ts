import type { DeviceDescription, DeviceId } from './device.ts'

/** What is known of the hardware: what each device can do, and when it was heard last. */
export class DeviceRegistry {
  private readonly descriptions = new Map<DeviceId, DeviceDescription>()
  private readonly heardAt = new Map<DeviceId, number>()

  describe(description: DeviceDescription): void {
    this.descriptions.set(description.id, description)
  }

  forget(device: DeviceId): void {
    this.descriptions.delete(device)
    this.heardAt.delete(device)
  }

  /** It said something, or took a frame: it is there. */
  heard(device: DeviceId, nowMs: number): void {
    this.heardAt.set(device, nowMs)
  }

  /** On the showroom's clock; minus infinity while it was never heard. */
  heardAtMs(device: DeviceId): number {
    return this.heardAt.get(device) ?? Number.NEGATIVE_INFINITY
  }

  description(device: DeviceId): DeviceDescription | null {
    return this.descriptions.get(device) ?? null
  }

  /** Battery devices sleep: that they do not answer says nothing about them. */
  sleeps(device: DeviceId): boolean {
    return this.descriptions.get(device)?.power === 'battery'
  }

  all(): DeviceDescription[] {
    return [...this.descriptions.values()]
  }
}
