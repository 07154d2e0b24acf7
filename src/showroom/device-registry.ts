import type { DeviceDescription, DeviceId, DeviceReport } from './device.ts'

interface DeviceRecord {
  description: DeviceDescription | null
  /** Everything it ever reported, newer over older. */
  known: DeviceReport
  reportedAtMs: number | null
  silent: boolean
}

/** What is known of the hardware: what each device can do, what it said last, whether it answers. */
export class DeviceRegistry {
  private readonly records = new Map<DeviceId, DeviceRecord>()

  describe(description: DeviceDescription): void {
    this.record(description.id).description = description
  }

  forget(device: DeviceId): void {
    this.records.delete(device)
  }

  heard(device: DeviceId, report: DeviceReport, nowMs: number): void {
    const record = this.record(device)
    record.known = { ...record.known, ...report }
    record.reportedAtMs = nowMs
    record.silent = false
  }

  /** The device took a frame: it is there, though it said nothing of its state. */
  answered(device: DeviceId): void {
    this.record(device).silent = false
  }

  didNotAnswer(device: DeviceId): void {
    this.record(device).silent = true
  }

  description(device: DeviceId): DeviceDescription | null {
    return this.records.get(device)?.description ?? null
  }

  known(device: DeviceId): DeviceReport {
    return this.records.get(device)?.known ?? {}
  }

  /** When it last spoke of its state, on the showroom's clock; null if it never did. */
  reportedAtMs(device: DeviceId): number | null {
    return this.records.get(device)?.reportedAtMs ?? null
  }

  isSilent(device: DeviceId): boolean {
    return this.records.get(device)?.silent ?? false
  }

  all(): DeviceDescription[] {
    return [...this.records.values()].flatMap(({ description }) => description ?? [])
  }

  silentDevices(): DeviceId[] {
    return [...this.records].filter(([, record]) => record.silent).map(([id]) => id)
  }

  private record(device: DeviceId): DeviceRecord {
    const existing = this.records.get(device)
    if (existing !== undefined) return existing
    const fresh: DeviceRecord = { description: null, known: {}, reportedAtMs: null, silent: false }
    this.records.set(device, fresh)
    return fresh
  }
}
