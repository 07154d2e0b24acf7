import type { Clock } from '../../showroom/clock.ts'

/** Frames to groups that a network takes within a sliding window. */
export interface BroadcastAllowance {
  readonly frames: number
  readonly windowMs: number
}

/**
 * Every router keeps each broadcast in a table until it is forgotten; a full table means BUFFER_FULL. Z-Stack 3
 * keeps 9 for 3 s: one is left for the network itself. Others are taken to have the specification's table of 8
 * for 9 s. Sources: zigpy/ziggurat #43, zigbee2mqtt #13243, #22386.
 */
export function allowanceOf(adapter: string | null): BroadcastAllowance {
  return adapter === 'zstack' ? { frames: 8, windowMs: 3000 } : { frames: 7, windowMs: 9000 }
}

/** Counts what went out to groups. */
export class BroadcastBudget {
  private readonly clock: Clock
  private readonly allowance: BroadcastAllowance
  private sentAtMs: number[] = []
  private closedUntilMs = Number.NEGATIVE_INFINITY

  constructor(clock: Clock, allowance: BroadcastAllowance) {
    this.clock = clock
    this.allowance = allowance
  }

  /** How long `frames` more have to wait, in milliseconds; 0 when they may go now. */
  waitMs(frames: number): number {
    const now = this.clock.now()
    this.sentAtMs = this.sentAtMs.filter((at) => at + this.allowance.windowMs > now)
    const excess = this.sentAtMs.length + frames - this.allowance.frames
    const last = excess > 0 ? this.sentAtMs[Math.min(excess, this.sentAtMs.length) - 1] : undefined
    const free = last === undefined ? now : last + this.allowance.windowMs
    return Math.max(0, free - now, this.closedUntilMs - now)
  }

  take(): void {
    this.sentAtMs.push(this.clock.now())
  }

  /** The dongle says that the table is full, so somebody else broadcasts too. */
  refused(): void {
    this.closedUntilMs = this.clock.now() + this.allowance.windowMs / this.allowance.frames
  }
}
