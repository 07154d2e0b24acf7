import type { DeviceCommand, DeviceId, DeviceReport } from '../showroom/device.ts'
import type {
  ChannelChange,
  ChannelPhase,
  CommandOutcome,
  CommandPlan,
  DeviceDriver,
  DriverEvent,
  HeardNode,
  NearbyDevice,
  Urgency,
} from '../showroom/driver.ts'
import { allowanceOf } from './air/broadcast-budget.ts'
import { Transmitter } from './air/transmitter.ts'
import { type ConnectionParts, DongleConnection } from './dongle-connection.ts'
import type { DonglePort } from './dongle-port.ts'
import type { DongleSession } from './dongle-session.ts'
import { blinkNearby, findNearby, resetNearby } from './nearby.ts'

export type ZigbeeDriverParts = ConnectionParts

/** Lamps over Zigbee. Looks after the dongle by itself: it may come late, go, and come back. */
export class ZigbeeDriver implements DeviceDriver {
  private readonly parts: ZigbeeDriverParts
  private readonly listeners = new Set<(event: DriverEvent) => void>()
  private readonly connection: DongleConnection
  private transmitter: Transmitter | null = null
  private session: DongleSession | null = null
  private plans: readonly CommandPlan[] = []

  constructor(parts: ZigbeeDriverParts) {
    this.parts = parts
    this.connection = new DongleConnection(parts, {
      opened: (session, port, folder) => this.opened(session, port, folder),
      closed: () => this.closed(),
      status: (status, notice) => this.emit({ kind: 'status', status, notice }),
      facts: (facts) => this.emit({ kind: 'facts', facts }),
      congestion: (congested) => this.emit({ kind: 'congestion', congested }),
      device: (device) => {
        this.emit({ kind: 'device', device })
        this.transmitter?.met(device.id)
      },
      newcomer: (device, stage) => this.emit({ kind: 'newcomer', device, stage }),
      joined: (device) => this.transmitter?.forget(device),
      left: (device) => {
        this.transmitter?.forget(device)
        this.emit({ kind: 'device-left', device })
      },
      message: ({ description: { id } }, report) =>
        this.emit({ kind: 'report', device: id, report: this.transmitter?.heard(id, report) ?? report }),
      announced: (known) => this.announced(known.description.id),
    })
  }

  async start(): Promise<void> {
    this.connection.start()
  }

  async stop(): Promise<void> {
    await this.connection.stop()
  }

  send(commands: readonly DeviceCommand[]): readonly Promise<CommandOutcome>[] {
    const lost = { kind: 'failed', reason: 'dongle-lost', detail: 'there is no dongle' } as const
    this.connection.shopperWaits()
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
    await this.connection.openForJoining(seconds)
  }

  async identify(device: DeviceId, seconds: number): Promise<boolean> {
    return (await this.session?.devices.identify(device, seconds)) ?? false
  }

  signal(device: DeviceId): number | null {
    return this.session?.devices.get(device)?.device.linkquality ?? null
  }

  async neighbours(of: DeviceId | null): Promise<readonly HeardNode[] | null> {
    return (await this.session?.neighbours(of)) ?? null
  }

  async findNearby(): Promise<readonly NearbyDevice[] | null> {
    if (this.session === null) throw new Error('There is no Zigbee dongle.')
    return await this.session.touchlink(findNearby)
  }

  async blinkNearby(device: NearbyDevice): Promise<boolean> {
    return (await this.session?.touchlink((touchlink) => blinkNearby(touchlink, device))) ?? false
  }

  async resetNearby(device: NearbyDevice): Promise<boolean> {
    return (await this.session?.touchlink((touchlink) => resetNearby(touchlink, device))) ?? false
  }

  /** While there is no dongle nobody can be sent away, and nothing happens. */
  async remove(device: DeviceId): Promise<void> {
    await this.session?.devices.remove(device)
  }

  /** Backs the network up now; rejects when that fails. */
  async backUp(): Promise<void> {
    await this.connection.backUp()
  }

  async listenToChannels(): Promise<ReadonlyMap<number, number>> {
    return await this.connection.listenToChannels()
  }

  /**
   * Moves the network to another channel, 11 to 26, best one of `lightChannels`. Takes some ten seconds, in which
   * lamps do not answer; those that stay behind are told, and the network goes back when they are most.
   */
  async changeChannel(
    channel: number,
    phase: (phase: ChannelPhase) => void = () => {},
  ): Promise<ChannelChange> {
    if (!Number.isInteger(channel) || channel < 11 || channel > 26) {
      return { kind: 'failed', detail: 'Zigbee has the channels 11 to 26.' }
    }
    return await this.connection.changeChannel(
      channel,
      async (device) => (await this.read(device, 'background')) !== null,
      phase,
    )
  }

  /**
   * Staff give up the network that a foreign stick holds, named by its PAN id (the notice tells it); or, with `new`,
   * this store's own network when there is no backup for an empty stick. The next attempt takes the stick.
   */
  allowOverwriting(overwrite: number | 'new'): void {
    this.connection.allowOverwriting(overwrite)
  }

  listen(listener: (event: DriverEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private opened(session: DongleSession, port: DonglePort, folder: string): void {
    const { clock, log, storage } = this.parts
    this.session = session
    this.transmitter = new Transmitter({
      ...{ clock, log, storage },
      recordName: `${folder}/air.json`,
      scheduler: session.air,
      allowance: allowanceOf(port.adapter),
      known: (device) => session.devices.get(device),
      toGroup: (frame) => session.sendToGroup(frame),
      onPrepared: (ready, total) => this.emit({ kind: 'prepared', ready, total }),
      onFrame: (devices, cast, phase) => this.emit({ kind: 'frame', devices, cast, phase }),
    })
    this.transmitter.prepare(this.plans)
    void this.transmitter.start()
  }

  private async closed(): Promise<void> {
    const { transmitter } = this
    this.transmitter = null
    this.session = null
    await transmitter?.stop()
  }

  /** A device that says it is there has come back from a power cut, or was moved. */
  private announced(device: DeviceId): void {
    this.transmitter?.met(device)
    this.emit({ kind: 'returned', device })
  }

  private emit(event: DriverEvent): void {
    for (const listener of this.listeners) listener(event)
  }
}
