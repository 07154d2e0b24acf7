import { systemClock } from '../platform/system-clock.ts'
import type { Clock } from '../showroom/clock.ts'

export interface Time {
  readonly clock: Clock
  /** What the machine says that it is, in milliseconds since 1970. */
  readonly nowMs: () => number
}
export const machineTime: Time = { clock: systemClock, nowMs: Date.now }
