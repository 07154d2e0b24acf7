import { join } from 'node:path'
import type { DongleStatus, Notice } from '../contract/showroom-state.ts'
import type { Clock } from '../showroom/clock.ts'
import type { DeviceCommand, DeviceId, DeviceReport } from '../showroom/device.ts'
import type { CommandOutcome, CommandPlan, DeviceDriver, DriverEvent, Urgency } from '../showroom/driver.ts'
import type { Log } from '../showroom/log.ts'
import type { Storage } from '../showroom/storage.ts'
import { dongleNotice } from './dongle-problem.ts'
import { type DonglePort, DongleSession } from './dongle-session.ts'
import { loadNetwork } from './network-record.ts'
import { readDevice } from './read-device.ts'
import { isRefusal, sendCommand } from './send-command.ts'

/** After a failure the dongle is looked for again this soon; a fresh trouble waits longer each time. */
const firstRetryMs = 250
const lastRetryMs = 2000

export interface ZigbeeDriverParts {
  readonly clock: Clock
  readonly storage: Storage
  readonly log: Log
  /** Where `storage` keeps its records; herdsman keeps its own files beside them. */
  readonly dataFolder: string
  /** Finds the dongle, anew at each attempt; `notice` tells staff what was found, if that needs telling. */
  readonly locate: () => Promise<{ readonly port: DonglePort; readonly notice: Notice | null }>
}

/** Lamps over Zigbee. Looks after the dongle by itself: it may come late, go, and come back. */
export class ZigbeeDriver implements DeviceDriver {
  private readonly parts: ZigbeeDriverParts
  private readonly listeners = new Set<(event: DriverEvent) => void>()
  private session: DongleSession | null = null
  private status: DongleStatus = { phase: 'starting', simulated: false }
  private callOffRetry: (() => void) | null = null
  private retryMs = firstRetryMs
  private stopped = false
  private lastNotice = ''

  constructor(parts: ZigbeeDriverParts) {
    this.parts = parts
  }

  async start(): Promise<void> {
    this.stopped = false
    void this.connect() // A dongle may take seconds, or not be there: nobody waits for it.
  }

  async stop(): Promise<void> {
    this.stopped = true
    this.callOffRetry?.()
    const session = this.session
    this.session = null
    await session?.close()
  }

  send(commands: readonly DeviceCommand[]): readonly Promise<CommandOutcome>[] {
    return commands.map((command) => this.sendOne(command))
  }

  /** Nothing is stored: every command goes to its device by itself. */
  prepare(_plans: readonly CommandPlan[]): void {}

  async read(device: DeviceId, _urgency: Urgency): Promise<DeviceReport | null> {
    const known = this.session?.get(device) ?? null
    if (known === null) return null
    try {
      return await readDevice(known)
    } catch (error) {
      this.parts.log('debug', `${known.description.model} did not answer: ${String(error)}`)
      return null
    }
  }

  async openForJoining(seconds: number): Promise<void> {
    if (this.session === null) throw new Error('There is no Zigbee dongle, so nothing can join.')
    await this.session.openForJoining(seconds)
  }

  listen(listener: (event: DriverEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private async sendOne(command: DeviceCommand): Promise<CommandOutcome> {
    const known = this.session?.get(command.device) ?? null
    if (this.session === null) return { kind: 'failed', reason: 'dongle-lost', detail: 'there is no dongle' }
    if (known === null) {
      return { kind: 'failed', reason: 'unreachable', detail: `${command.device} is not in the network` }
    }
    const session = this.session
    try {
      await sendCommand(known, command)
      return { kind: 'confirmed' }
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      this.parts.log('debug', `${known.description.model}: ${detail}`)
      if (isRefusal(error)) {
        return { kind: 'failed', reason: 'refused', detail }
      }
      return { kind: 'failed', reason: this.session === session ? 'unreachable' : 'dongle-lost', detail }
    }
  }

  private async connect(): Promise<void> {
    let path = 'the serial port'
    try {
      const { port, notice } = await this.parts.locate()
      path = port.path
      // A simulated network must never touch the real one's files.
      const folder = port.simulated ? 'virtual' : 'zigbee'
      const network = await loadNetwork(this.parts.storage, folder)
      const session = await DongleSession.open(
        port,
        network,
        join(this.parts.dataFolder, folder),
        this.sessionEvents(path),
        this.parts.log,
      )
      if (this.stopped) return await session.close()
      this.session = session
      this.retryMs = firstRetryMs
      this.tell({ phase: 'ready', simulated: port.simulated }, notice)
    } catch (error) {
      this.lost(dongleNotice(error, path))
    }
  }

  private sessionEvents(path: string) {
    return {
      device: (device: Extract<DriverEvent, { kind: 'device' }>['device']) =>
        this.emit({ kind: 'device', device }),
      left: (device: DeviceId) => this.emit({ kind: 'device-left', device }),
      message: (known: { description: { id: DeviceId } }, report: DeviceReport) =>
        this.emit({ kind: 'report', device: known.description.id, report }),
      announced: (known: { description: { id: DeviceId } }) => void this.welcome(known.description.id),
      disconnected: () => {
        const gone = this.session
        this.session = null
        void gone?.close()
        this.lost(dongleNotice(new Error('disconnected'), path))
      },
    }
  }

  /** A device that says it is there has come back from a power cut, or was moved: what is it now? */
  private async welcome(device: DeviceId): Promise<void> {
    const report = await this.read(device, 'background')
    if (report !== null) this.emit({ kind: 'report', device, report })
  }

  private lost(notice: Notice): void {
    if (this.stopped) return
    this.tell({ phase: 'lost', simulated: this.status.simulated }, notice)
    this.callOffRetry = this.parts.clock.after(this.retryMs, () => void this.connect())
    this.retryMs = Math.min(lastRetryMs, this.retryMs * 2)
  }

  private tell(status: DongleStatus, notice: Notice | null): void {
    this.status = status
    const key = `${status.phase} ${notice?.code ?? ''}`
    if (key !== this.lastNotice && notice !== null) {
      this.parts.log(
        notice.severity,
        `${notice.sentence}${notice.values.detail ? ` (${notice.values.detail})` : ''}`,
      )
    }
    if (key !== this.lastNotice && notice === null) this.parts.log('info', 'The Zigbee dongle is ready.')
    this.lastNotice = key
    this.emit({ kind: 'status', status, notice })
  }

  private emit(event: DriverEvent): void {
    for (const listener of this.listeners) listener(event)
  }
}
