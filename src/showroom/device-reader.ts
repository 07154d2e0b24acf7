import type { Clock } from './clock.ts'
import type { DeviceId, DeviceReport } from './device.ts'
import type { DeviceRegistry } from './device-registry.ts'
import type { DeviceDriver, Urgency } from './driver.ts'

/**
 * A lamp that was just changed answers within this time, or the picture goes dark; a late answer lights it again.
 * Where nobody waits for the answer, silence has to be lasting.
 */
const limitMs: Readonly<Record<Urgency, number>> = { shopper: 800, background: 5000 }
/** One device after the other is asked at this interval, so that a lamp switched off at the wall is noticed. */
const patrolIntervalMs = 2000

export interface DeviceReaderParts {
  readonly driver: DeviceDriver
  readonly clock: Clock
  readonly registry: DeviceRegistry
  readonly answered: (device: DeviceId, report: DeviceReport) => void
  readonly silent: (device: DeviceId) => void
}

/** Asks devices what they are, and tells their answers from their silence. */
export class DeviceReader {
  private readonly parts: DeviceReaderParts
  private readonly asking = new Map<DeviceId, Promise<void>>()
  private next = 0
  private callOffPatrol: (() => void) | null = null
  private online = false

  constructor(parts: DeviceReaderParts) {
    this.parts = parts
  }

  /** The dongle is there: devices can be asked. From now on `devices` are asked in turn. */
  patrol(devices: () => readonly DeviceId[]): void {
    this.online = true
    this.callOffPatrol?.()
    this.callOffPatrol = this.parts.clock.after(patrolIntervalMs, () => {
      this.patrol(devices)
      const list = devices()
      const device = list[this.next++ % Math.max(1, list.length)]
      if (device !== undefined) void this.read(device, 'background')
    })
  }

  /** The dongle is gone: no answer means nothing now. */
  stop(): void {
    this.online = false
    this.callOffPatrol?.()
    this.callOffPatrol = null
  }

  /** Asks a device, unless it is being asked already. Who says nothing for a while counts as silent. */
  read(device: DeviceId, urgency: Urgency): Promise<void> {
    const running = this.asking.get(device)
    if (running !== undefined || !this.online) return running ?? Promise.resolve()
    const asked = this.ask(device, urgency).finally(() => this.asking.delete(device))
    this.asking.set(device, asked)
    return asked
  }

  private async ask(device: DeviceId, urgency: Urgency): Promise<void> {
    const { driver, clock, registry, answered, silent } = this.parts
    const since = clock.now()
    const giveUp = () => {
      const spoke = registry.heardAtMs(device) > since
      if (this.online && !spoke && !registry.sleeps(device)) silent(device)
    }
    const callOff = clock.after(limitMs[urgency], giveUp)
    const answer = await driver.read(device, urgency)
    callOff()
    if (answer === null) giveUp()
    else answered(device, answer)
  }
}
