import { join } from 'node:path'
import type { DongleStatus, Notice } from '../contract/showroom-state.ts'
import type { Clock } from '../showroom/clock.ts'
import type { DeviceCommand, DeviceId, DeviceReport } from '../showroom/device.ts'
import type { CommandOutcome, CommandPlan, DeviceDriver, DriverEvent, Urgency } from '../showroom/driver.ts'
import type { Log } from '../showroom/log.ts'
import type { Storage } from '../showroom/storage.ts'
import { allowanceOf } from './air/broadcast-budget.ts'
import { Transmitter } from './air/transmitter.ts'
import { dongleNotice } from './dongle-problem.ts'
import { type DonglePort, DongleSession } from './dongle-session.ts'
import { loadNetwork } from './network-record.ts'

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
  private transmitter: Transmitter | null = null
  private plans: readonly CommandPlan[] = []
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
    await this.letGo()
  }

  send(commands: readonly DeviceCommand[]): readonly Promise<CommandOutcome>[] {
    const lost = { kind: 'failed', reason: 'dongle-lost', detail: 'there is no dongle' } as const
    return this.transmitter?.send(commands) ?? commands.map(async () => lost)
  }

  prepare(plans: readonly CommandPlan[]): void {
    this.plans = plans
    this.transmitter?.prepare(plans)
  }

  async read(device: DeviceId, urgency: Urgency): Promise<DeviceReport | null> {
    return (await this.transmitter?.read(device, urgency)) ?? null
  }

  async openForJoining(seconds: number): Promise<void> {
    if (this.session === null) throw new Error('There is no Zigbee dongle, so nothing can join.')
    await this.session.openForJoining(seconds)
  }

  listen(listener: (event: DriverEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
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
      this.transmitter = this.transmitterFor(session, port, folder)
      this.retryMs = firstRetryMs
      this.tell({ phase: 'ready', simulated: port.simulated }, notice)
    } catch (error) {
      this.lost(dongleNotice(error, path))
    }
  }

  private transmitterFor(session: DongleSession, port: DonglePort, folder: string): Transmitter {
    const { clock, log, storage } = this.parts
    const transmitter = new Transmitter({
      ...{ clock, log, storage },
      recordName: `${folder}/air.json`,
      scheduler: session.air,
      allowance: allowanceOf(port.adapter),
      known: (device) => session.get(device),
      toGroup: (frame) => session.sendToGroup(frame),
      onPrepared: (ready, total) => this.emit({ kind: 'prepared', ready, total }),
    })
    transmitter.prepare(this.plans)
    void transmitter.start()
    return transmitter
  }

  private async letGo(): Promise<void> {
    const { session, transmitter } = this
    this.session = null
    this.transmitter = null
    await transmitter?.stop()
    await session?.close()
  }

  private sessionEvents(path: string) {
    return {
      device: (device: Extract<DriverEvent, { kind: 'device' }>['device']) => {
        this.emit({ kind: 'device', device })
        this.transmitter?.met(device.id)
      },
      joined: (device: DeviceId) => this.transmitter?.forget(device),
      left: (device: DeviceId) => {
        this.transmitter?.forget(device)
        this.emit({ kind: 'device-left', device })
      },
      message: ({ description: { id } }: { description: { id: DeviceId } }, report: DeviceReport) =>
        this.emit({ kind: 'report', device: id, report: this.transmitter?.heard(id, report) ?? report }),
      announced: (known: { description: { id: DeviceId } }) => void this.welcome(known.description.id),
      disconnected: () => {
        void this.letGo()
        this.lost(dongleNotice(new Error('disconnected'), path))
      },
    }
  }

  /** A device that says it is there has come back from a power cut, or was moved: what is it now? */
  private async welcome(device: DeviceId): Promise<void> {
    this.transmitter?.met(device)
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
