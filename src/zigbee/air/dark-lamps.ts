import type { Clock } from '../../showroom/clock.ts'
import type { DeviceCommand, DeviceId, DeviceReport } from '../../showroom/device.ts'
import type { Urgency } from '../../showroom/driver.ts'
import { endpointWith, type KnownDevice } from '../definition.ts'
import { isLit, noteLit, setLevelUnseen } from '../send-command.ts'
import type { AirScheduler } from './air-scheduler.ts'
import { Darkness } from './darkness.ts'
import { OutdatedError } from './group-sender.ts'
import type { LightCommand } from './lamp-scene.ts'

/** A lamp that sank to its lowest level is switched off this long after it got there. */
const afterSinkingMs = 100
/** So few lamps are told before a scene that they start low; more would hold it up. */
const lampsToLower = 4
const lowerWithinMs = 100

export interface DarkLampsParts {
  readonly clock: Clock
  readonly scheduler: AirScheduler
  readonly known: (device: DeviceId) => KnownDevice | null
  /** Whether it is a lamp that can be dimmed. */
  readonly dims: (device: DeviceId) => boolean
  /** Switches a lamp off that has sunk, unless it was told something else since. */
  readonly switchOff: (command: DeviceCommand, batch: object) => void
}

/** Remembers which lamps were told to be dark, and has those that are start their next scene low. */
export class DarkLamps {
  private readonly parts: DarkLampsParts
  private readonly darkness: Darkness

  constructor(parts: DarkLampsParts) {
    this.parts = parts
    this.darkness = new Darkness(parts.clock, (device) => this.lower(device, 'background', () => true))
  }

  stop(): void {
    this.darkness.stop()
  }

  /** It has its power back: nobody knows what it is. */
  unknown(device: DeviceId): void {
    this.darkness.unknown(device)
  }

  /** What a device says by itself, less what says nothing. */
  heard(device: DeviceId, report: DeviceReport, asked: boolean): DeviceReport {
    return this.darkness.heard(device, report, asked)
  }

  isLit(device: DeviceId): boolean | null {
    const known = this.parts.known(device)
    const target = known === null ? null : endpointWith(known.device, 'genOnOff')
    return target === null ? null : isLit(target)
  }

  /** Lamps that would start too bright are set low first, when they are few. */
  async lowerFirst(commands: readonly LightCommand[], isCurrent: () => boolean): Promise<void> {
    const bright = commands.filter(({ device, on }) => on !== false && this.darkness.startsBright(device))
    if (bright.length === 0 || bright.length > lampsToLower) return
    let inTime = true
    const lowered = bright.map(({ device }) => this.lower(device, 'shopper', () => inTime && isCurrent()))
    const late = new Promise<void>((resolve) => this.parts.clock.after(lowerWithinMs, resolve))
    await Promise.race([Promise.all(lowered), late])
    inTime = false
  }

  /** Sets a lamp that is off to its lowest level, which nobody sees. */
  private async lower(device: DeviceId, rank: Urgency, isWanted: () => boolean): Promise<boolean> {
    const known = this.parts.known(device)
    if (known === null || !this.parts.dims(device)) return false
    try {
      const pace = this.parts.scheduler.pace(device, rank)
      await pace(async () => {
        if (!isWanted() || this.isLit(device) === true) throw new OutdatedError('it is lit')
        await setLevelUnseen(known)
      })
      return true
    } catch {
      return false
    }
  }

  /** Remembers what a group frame told a lamp, and switches it off where it sinks first. */
  noteTold(command: LightCommand, isRecall: boolean, isTurn: () => boolean, batch: object): void {
    const { device, transitionMs } = command
    const known = this.parts.known(device)
    const target = known === null ? null : endpointWith(known.device, 'genOnOff')
    if (target === null) return
    if (command.on !== false) {
      noteLit(target, true)
      this.darkness.toldToBeLit(device)
      return
    }
    if (!isRecall) {
      noteLit(target, false)
      this.darkness.goesOut(device, transitionMs)
      return
    }
    if (this.darkness.isSurelyOff(device)) return // And stays so.
    this.darkness.sinks(device)
    this.parts.clock.after(transitionMs + afterSinkingMs, () => {
      const off = { kind: 'light', device, on: false, transitionMs: 0 } as const
      if (isTurn() && !this.parts.scheduler.isClosed) this.parts.switchOff(off, batch)
    })
  }

  /** Remembers what a lamp took that was told alone. */
  noteAlone(command: DeviceCommand): void {
    if (command.kind !== 'light') return
    const { device, on, transitionMs } = command
    if (on !== false) {
      this.darkness.toldToBeLit(device)
      return
    }
    this.darkness.isOff(device)
    if (!this.darkness.isLow(device)) this.darkness.goesOut(device, transitionMs)
  }
}
