import type { Clock } from '../../showroom/clock.ts'
import { Ramp } from './ramp.ts'

/** Time from fully open to fully closed. */
const travelMs = 12000

/** A motor with cloth on it. `closedPercent` is 0 open, 100 closed, as Zigbee's lift percentage counts. */
export class Blind {
  readonly position: Ramp
  private readonly clock: Clock
  private readonly listeners: (() => void)[] = []
  private watching = false

  constructor(clock: Clock) {
    this.clock = clock
    this.position = new Ramp(clock, 0)
  }

  get closedPercent(): number {
    return this.position.value()
  }

  get moving(): boolean {
    return this.position.moving
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener)
  }

  moveTo(closedPercent: number): void {
    const target = Math.min(100, Math.max(0, closedPercent))
    this.position.moveTo(target, (Math.abs(target - this.closedPercent) / 100) * travelMs)
    this.changed()
  }

  /** Somebody pulls it by hand: it is there at once. */
  placeAt(closedPercent: number): void {
    this.position.moveTo(Math.min(100, Math.max(0, closedPercent)), 0)
    this.changed()
  }

  stop(): void {
    this.position.stop()
    this.changed()
  }

  private changed(): void {
    for (const listener of this.listeners) listener()
    if (this.watching || !this.position.moving) return
    this.watching = true
    this.clock.after(Math.min(1000, this.position.remainingMs), () => {
      this.watching = false
      this.changed()
    })
  }
}
