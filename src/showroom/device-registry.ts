import type { DeviceCommand, DeviceDescription, DeviceId, DeviceReport } from './device.ts'
import { DevicePast } from './device-past.ts'

/** What is known of the hardware: what each device can do, and when it was heard last. */
export class DeviceRegistry {
  private readonly descriptions = new Map<DeviceId, DeviceDescription>()
  private readonly heardAt = new Map<DeviceId, number>()
  private readonly words = new Map<DeviceId, DeviceReport>()
  private readonly spokeAt = new Map<DeviceId, number>()
  private readonly commandedAt = new Map<DeviceId, number>()
  private readonly pasts = new Map<DeviceId, DevicePast>()
  private readonly charge = new Map<DeviceId, number>()

  describe(description: DeviceDescription): void {
    this.descriptions.set(description.id, description)
  }

  forget(device: DeviceId): void {
    this.descriptions.delete(device)
    this.heardAt.delete(device)
    this.words.delete(device)
    this.spokeAt.delete(device)
    this.commandedAt.delete(device)
    this.pasts.delete(device)
    this.charge.delete(device)
  }

  /** It said what it is, or a part of it. */
  told(device: DeviceId, report: DeviceReport, nowMs: number): void {
    this.heard(device, nowMs)
    this.spokeAt.set(device, nowMs)
    this.words.set(device, { ...this.words.get(device), ...report })
    if (report.battery !== undefined) this.charge.set(device, report.battery)
  }

  /** It is about to change: what it said of what will be different does not stand any longer. */
  commanded(command: DeviceCommand, nowMs: number): void {
    this.commandedAt.set(command.device, nowMs)
    const { on, brightness, colour } = this.words.get(command.device) ?? {}
    if (command.kind === 'blind') return
    const past = this.pasts.get(command.device) ?? new DevicePast()
    this.pasts.set(command.device, past)
    past.commanded(command, on, nowMs)
    const stands: DeviceReport = {
      ...(on === command.on && on !== undefined ? { on } : {}),
      ...(command.kind === 'light' && brightness !== undefined && brightness === command.brightness
        ? { brightness }
        : {}),
      ...(colour !== undefined && command.kind === 'light' && command.colour === undefined ? { colour } : {}),
    }
    this.words.set(command.device, stands)
  }

  /** On the showroom's clock; minus infinity while it was never told anything. */
  commandedAtMs(device: DeviceId): number {
    return this.commandedAt.get(device) ?? Number.NEGATIVE_INFINITY
  }

  /** Whether its words may be of before it was told what it was told last, or of its way there. */
  mayBeLate(device: DeviceId, nowMs: number): boolean {
    return this.pasts.get(device)?.mayStillSpeak(nowMs) === true
  }

  /** Whether it was neither on nor off so shortly ago that its word of that may only arrive now. */
  isNews(device: DeviceId, on: boolean, nowMs: number): boolean {
    return this.pasts.get(device)?.knows(on, nowMs) !== true
  }

  /** All that it said and that still stands; null while it said nothing since it was commanded last. */
  wordsOf(device: DeviceId): DeviceReport | null {
    const spoke = this.spokeAt.get(device) ?? Number.NEGATIVE_INFINITY
    return spoke > this.commandedAtMs(device) ? (this.words.get(device) ?? null) : null
  }

  /** It said something, or took a frame: it is there. */
  heard(device: DeviceId, nowMs: number): void {
    this.heardAt.set(device, nowMs)
  }

  /** On the showroom's clock; minus infinity while it was never heard. */
  heardAtMs(device: DeviceId): number {
    return this.heardAt.get(device) ?? Number.NEGATIVE_INFINITY
  }

  /** 0..1, as it said last; null when it never did. */
  batteryOf(device: DeviceId): number | null {
    return this.charge.get(device) ?? null
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
