import type { Clock } from '../../showroom/clock.ts'

/** A quantity that glides to its next value in a straight line over the device's own time. */
export class Ramp {
  private readonly clock: Clock
  private from: number
  private to: number
  private startedMs = 0
  private durationMs = 0

  constructor(clock: Clock, value: number) {
    this.clock = clock
    this.from = value
    this.to = value
  }

  get target(): number {
    return this.to
  }

  get remainingMs(): number {
    return Math.max(0, this.startedMs + this.durationMs - this.clock.now())
  }

  get moving(): boolean {
    return this.remainingMs > 0
  }

  value(): number {
    const remaining = this.remainingMs
    if (remaining === 0) return this.to
    return this.to + (this.from - this.to) * (remaining / this.durationMs)
  }

  moveTo(target: number, durationMs: number): void {
    this.from = this.value()
    this.to = target
    this.startedMs = this.clock.now()
    this.durationMs = this.from === target ? 0 : Math.max(0, durationMs)
  }

  /** Stands where it is. */
  stop(): void {
    this.moveTo(this.value(), 0)
  }

  /** Calls `arrived` when it gets there, unless it was told otherwise by then. */
  whenArrived(arrived: () => void): void {
    const { startedMs, to } = this
    const remaining = this.remainingMs
    if (remaining === 0) {
      arrived()
      return
    }
    this.clock.after(remaining, () => {
      // A timer may be early by a fraction of a millisecond: then there is a little way left.
      if (this.startedMs === startedMs && this.to === to) this.whenArrived(arrived)
    })
  }
}
