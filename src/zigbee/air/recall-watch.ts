import type { Clock } from '../../showroom/clock.ts'
import type { DeviceId } from '../../showroom/device.ts'

/** A lamp that is told alone what a recall has just said is one that did not follow it. */
const correctionMs = 15_000
/** A lamp that misses so many recalls one after the other, though it stored the scene anew, is not trusted with them. */
const mostMisses = 3

/** Learns from corrections which lamps say that they store scenes, and then do not follow them. */
export class RecallWatch {
  private readonly clock: Clock
  private readonly recalls = new Map<DeviceId, { scene: string; atMs: number; corrected: boolean }>()
  private readonly misses = new Map<DeviceId, number>()

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** `device` was told by its group to show `scene`. */
  recalled(device: DeviceId, scene: string): void {
    const last = this.recalls.get(device)
    if (last !== undefined && !last.corrected) this.misses.delete(device)
    this.recalls.set(device, { scene, atMs: this.clock.now(), corrected: false })
  }

  /** The scene that a recall has just told a lamp to show, unless it was corrected since. */
  expected(device: DeviceId): string | null {
    const last = this.recalls.get(device)
    if (last === undefined || last.corrected || this.clock.now() - last.atMs > correctionMs) return null
    return last.scene
  }

  /** The lamp had to be told alone. */
  corrected(device: DeviceId): void {
    const last = this.recalls.get(device)
    if (last !== undefined) last.corrected = true
    this.misses.set(device, (this.misses.get(device) ?? 0) + 1)
  }

  isTrusted(device: DeviceId): boolean {
    return (this.misses.get(device) ?? 0) < mostMisses
  }
}
