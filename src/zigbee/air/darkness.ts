import type { Clock } from '../../showroom/clock.ts'
import type { DeviceId, DeviceReport } from '../../showroom/device.ts'

/** Longer than a lamp needs to be at rest after it went out. */
const settleMs = 500
/** On a full air what a lamp says by itself may be of so long ago. */
const lateMs = 10_000

/**
 * Lamps that are off, and the level they would start from. A stored scene that lights a lamp starts at the level
 * the lamp went out at, which may be full: a flash. So a lamp that is off is set to its lowest level while nobody
 * sees it. What level it has then says nothing of how bright it was: it is not reported.
 */
export class Darkness {
  private readonly clock: Clock
  private readonly lower: (device: DeviceId) => Promise<boolean>
  private readonly dark = new Set<DeviceId>()
  /** Dark, and at the lowest level. */
  private readonly low = new Set<DeviceId>()
  /** On their way out: they fade to the lowest level and are switched off there. */
  private readonly sinking = new Set<DeviceId>()
  /** Off by their own word, which cannot be an old one. */
  private readonly surelyOff = new Set<DeviceId>()
  private readonly toldAtMs = new Map<DeviceId, number>()
  private readonly timers = new Map<DeviceId, () => void>()

  /** `lower` sets a dark lamp to its lowest level; false when it did not take that. */
  constructor(clock: Clock, lower: (device: DeviceId) => Promise<boolean>) {
    this.clock = clock
    this.lower = lower
  }

  /** A lamp was told to be lit. */
  toldToBeLit(device: DeviceId): void {
    this.toldAtMs.set(device, this.clock.now())
    this.lit(device)
  }

  /** A lamp is lit. */
  lit(device: DeviceId): void {
    this.surelyOff.delete(device)
    this.dark.delete(device)
    this.low.delete(device)
    this.sinking.delete(device)
    this.timers.get(device)?.()
  }

  /** A lamp fades out and will be dark `afterMs` from now. */
  goesOut(device: DeviceId, afterMs: number): void {
    this.dark.add(device)
    this.lowerSoon(device, afterMs + settleMs)
  }

  /** A lamp sinks to its lowest level, to be switched off there. */
  sinks(device: DeviceId): void {
    this.toldAtMs.set(device, this.clock.now())
    this.surelyOff.delete(device)
    this.sinking.add(device)
    this.low.add(device)
    this.dark.add(device)
    this.timers.get(device)?.()
  }

  /** It has confirmed that it is off. */
  isOff(device: DeviceId): void {
    this.sinking.delete(device)
    this.surelyOff.add(device)
  }

  isSurelyOff(device: DeviceId): boolean {
    return this.surelyOff.has(device)
  }

  /** It has its power back: nobody knows what it is. */
  unknown(device: DeviceId): void {
    this.lit(device)
  }

  /** Dark, and would start too bright. */
  startsBright(device: DeviceId): boolean {
    return this.dark.has(device) && !this.low.has(device)
  }

  isLow(device: DeviceId): boolean {
    return this.low.has(device)
  }

  /**
   * What a report says, less what says nothing: how bright a lamp is that is off or sinking. What a lamp says by itself
   * soon after it was told something may be old, and is not acted on: a lit lamp that was taken to be dark would be set low.
   */
  heard(device: DeviceId, report: DeviceReport, asked: boolean): DeviceReport {
    if (report.on === true && !this.sinking.has(device)) this.lit(device)
    const told = this.toldAtMs.get(device) ?? Number.NEGATIVE_INFINITY
    if (report.on === false && (asked || this.clock.now() - told >= lateMs)) {
      this.surelyOff.add(device)
      this.sinking.delete(device)
      if (!this.dark.has(device)) this.goesOut(device, 0)
      this.dark.add(device)
    }
    if (report.brightness === undefined || !this.dark.has(device)) return report
    const { brightness: _ofNoUse, ...rest } = report
    return rest
  }

  stop(): void {
    for (const callOff of this.timers.values()) callOff()
  }

  private lowerSoon(device: DeviceId, delayMs: number): void {
    this.timers.get(device)?.()
    const callOff = this.clock.after(delayMs, () => {
      this.timers.delete(device)
      if (!this.dark.has(device) || this.low.has(device)) return
      void this.lower(device).then((done) => {
        if (done && this.dark.has(device)) this.low.add(device)
      })
    })
    this.timers.set(device, () => {
      callOff()
      this.timers.delete(device)
    })
  }
}
