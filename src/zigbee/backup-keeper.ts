import type { Clock } from '../showroom/clock.ts'
import type { Log } from '../showroom/log.ts'

const dayMs = 86_400_000
/** Devices join one after the other: the backup waits until none has for so long. */
const afterJoinMs = 10_000
/** It reads some hundred items from the stick, one by one: not while a shopper waits, */
const quietMs = 5000
/** but it does not put itself off for ever either. */
const patienceMs = 600_000
const retryMs = 600_000

export interface BackupKeeperParts {
  readonly clock: Clock
  readonly log: Log
  /** Takes a backup and stores it; rejects when that fails. */
  readonly take: () => Promise<void>
}

/** Decides when the stick's memory is backed up: daily, and after devices have joined. */
export class BackupKeeper {
  private readonly parts: BackupKeeperParts
  private callOff: (() => void) | null = null
  private due = { atMs: Number.POSITIVE_INFINITY, latestMs: Number.POSITIVE_INFINITY }
  private stopped = false
  private shopperAtMs = Number.NEGATIVE_INFINITY

  constructor(parts: BackupKeeperParts) {
    this.parts = parts
  }

  /** `ageMs` is that of the newest backup. */
  start(ageMs: number): void {
    this.planAt(this.parts.clock.now() + Math.max(0, dayMs - ageMs))
  }

  deviceJoined(): void {
    this.planAt(this.parts.clock.now() + afterJoinMs)
  }

  shopperWaits(): void {
    this.shopperAtMs = this.parts.clock.now()
  }

  stop(): void {
    this.stopped = true
    this.callOff?.()
    this.callOff = null
  }

  private planAt(atMs: number): void {
    if (this.stopped) return
    this.due = { atMs, latestMs: Math.min(this.due.latestMs, atMs + patienceMs) }
    this.wait()
  }

  private wait(): void {
    this.callOff?.()
    const now = this.parts.clock.now()
    const wanted = Math.max(this.due.atMs, this.shopperAtMs + quietMs)
    const delayMs = Math.max(0, Math.min(wanted, this.due.latestMs) - now)
    this.callOff = this.parts.clock.after(delayMs, () => this.reached())
  }

  private reached(): void {
    const now = this.parts.clock.now()
    if (now < this.due.latestMs && now < this.shopperAtMs + quietMs) {
      this.wait()
      return
    }
    this.callOff = null
    this.due = { atMs: Number.POSITIVE_INFINITY, latestMs: Number.POSITIVE_INFINITY }
    void this.back()
  }

  private async back(): Promise<void> {
    let nextMs = dayMs
    try {
      await this.parts.take()
    } catch (error) {
      this.parts.log('warning', `The Zigbee network could not be backed up: ${String(error)}`)
      nextMs = retryMs
    }
    // Meanwhile a device may have joined, or the dongle may be gone.
    if (this.callOff === null && !this.stopped) this.planAt(this.parts.clock.now() + nextMs)
  }
}
