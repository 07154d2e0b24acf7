/** How far a clock may be off before staff are told, in milliseconds: a day. */
const tolerableMs = 24 * 3_600_000

export type ClockState = 'right' | 'behind' | 'ahead'

/**
 * What time it may be at all. A kiosk's battery runs empty, and somebody may set the clock: it cannot be earlier than
 * what head office signed, or than this program was made. Then time goes on from there.
 */
export class StoreClock {
  private readonly machineMs: () => number
  /** Milliseconds since any moment; never goes back. */
  private readonly uptimeMs: () => number
  private floorMs: number
  private floorSetAtMs: number
  private remote: { readonly atMs: number; readonly uptimeMs: number } | null = null

  constructor(machineMs: () => number, uptimeMs: () => number, programMadeMs: number) {
    this.machineMs = machineMs
    this.uptimeMs = uptimeMs
    this.floorMs = programMadeMs
    this.floorSetAtMs = uptimeMs()
  }

  /** Head office signed something then: it is later now. */
  notBefore(signedAtMs: number): void {
    if (signedAtMs <= this.floorMs + this.uptimeMs() - this.floorSetAtMs) return
    this.floorMs = signedAtMs
    this.floorSetAtMs = this.uptimeMs()
  }

  /** What a server's clock says. Nobody signed it: it makes us doubt, but changes nothing. */
  hint(remoteMs: number): void {
    this.remote = { atMs: remoteMs, uptimeMs: this.uptimeMs() }
  }

  /** Milliseconds since 1970. */
  nowMs(): number {
    const least = this.floorMs + this.uptimeMs() - this.floorSetAtMs
    return this.machineMs() < least - tolerableMs ? least : this.machineMs()
  }

  state(): ClockState {
    const machine = this.machineMs()
    const least = this.floorMs + this.uptimeMs() - this.floorSetAtMs
    if (machine < least - tolerableMs) return 'behind'
    if (this.remote === null) return 'right'
    const remoteNow = this.remote.atMs + this.uptimeMs() - this.remote.uptimeMs
    if (machine < remoteNow - tolerableMs) return 'behind'
    return machine > remoteNow + tolerableMs ? 'ahead' : 'right'
  }
}
