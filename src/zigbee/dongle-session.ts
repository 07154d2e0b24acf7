import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Controller } from 'zigbee-herdsman'
import type { DongleFacts } from '../contract/dongle-facts.ts'
import { type DeviceDescription, type DeviceId, deviceId } from '../showroom/device.ts'
import type { Log } from '../showroom/log.ts'
import { AirScheduler } from './air/air-scheduler.ts'
import { quickenGroups, sendGroupFrame } from './air/group-radio.ts'
import type { GroupFrame } from './air/group-sender.ts'
import { configureDevice } from './configure-device.ts'
import { type HerdsmanDevice, type HerdsmanEndpoint, type KnownDevice, knowDevice } from './definition.ts'
import type { DonglePort } from './dongle-port.ts'
import { type Adapter, bearBadMessages, forgetWhen, limitStrangers, onAdapter } from './herdsman-doors.ts'
import { type Energies, moveNetwork, scanEnergies } from './network-channel.ts'
import type { NetworkRecord } from './network-record.ts'
import { type DeviceMessage, reportOf } from './read-report.ts'
import type { Overwrite, Ownership } from './stick-network.ts'
import { unlessAborted } from './unless-aborted.ts'
import type { LineCounts } from './znp-line.ts'

type StartResult = Awaited<ReturnType<Controller['start']>>

/** What a session tells while it lasts. */
export interface SessionEvents {
  device(description: DeviceDescription): void
  left(device: DeviceId): void
  /** It has joined, anew or for the first time, so that it knows nothing of groups and scenes. */
  joined(device: DeviceId): void
  message(known: KnownDevice, report: NonNullable<Awaited<ReturnType<typeof reportOf>>>): void
  /** A device said that it is there: it was switched on, or woke up. */
  announced(known: KnownDevice): void
  /** The dongle is gone: unplugged, hung or reset. Whatever is under way fails now. */
  lost(reason: Error): void
}

export interface SessionParts {
  readonly port: DonglePort
  readonly network: NetworkRecord
  /** For herdsman's files. */
  readonly folder: string
  readonly events: SessionEvents
  readonly log: Log
  /** What staff allowed to be given up on the stick. */
  readonly overwrite: Overwrite
  /** Calls the opening off. */
  readonly signal: AbortSignal
}

/** herdsman's own backup, in its folder: written and read by it alone, besides us. */
export const backupFile = 'coordinator.json'

/** An orderly end waits so long for the stick to be told that nobody may join any more. */
const closeMs = 3000

/** One connection to a dongle, from start to unplugging. */
export class DongleSession {
  /** Everything that this connection sends goes through it. */
  readonly air = new AirScheduler()
  private readonly controller: Controller
  private readonly known = new Map<string, KnownDevice>()
  private readonly events: SessionEvents
  private readonly log: Log
  private readonly folder: string
  private readonly overwrite: Overwrite
  private adapter: Adapter | null = null
  private writeBackup: () => Promise<void> = async () => {}
  private readonly lost = new AbortController()
  private started = false
  private over = false
  /** What became of the stick's network at the start; `reset` is a new one. */
  begun: StartResult = 'resumed'

  private constructor({ port, network, folder, events, log, overwrite }: SessionParts) {
    this.folder = folder
    this.overwrite = overwrite
    this.events = events
    this.log = log
    this.controller = new Controller({
      network: {
        panID: network.panId,
        extendedPanID: network.extendedPanId,
        networkKey: network.networkKey,
        channelList: [network.channel],
      },
      serialPort: {
        path: port.path,
        ...(port.adapter === null ? {} : { adapter: port.adapter }),
        ...(port.baudRate === undefined ? {} : { baudRate: port.baudRate }),
        ...(port.rtscts === undefined ? {} : { rtscts: port.rtscts }),
      },
      databasePath: join(folder, 'devices.db'),
      databaseBackupPath: join(folder, 'devices.backup.db'),
      backupPath: join(folder, backupFile),
      adapter: { disableLED: false },
      acceptJoiningDeviceHandler: async () => true,
    })
  }

  /**
   * Opens the port and starts the network; rejects when that fails, at once when the port is closed on the way,
   * with the port given back.
   */
  static async open(parts: SessionParts): Promise<DongleSession> {
    await mkdir(parts.folder, { recursive: true, mode: 0o700 }) // It holds the network's key.
    const session = new DongleSession(parts)
    try {
      await session.start(parts.signal)
    } catch (error) {
      await session.abandon(error instanceof Error ? error : new Error(String(error)))
      throw error
    }
    return session
  }

  /** What skipped bytes and repeated requests there were on the line so far; null where herdsman does not tell. */
  get counts(): Readonly<LineCounts> | null {
    return this.adapter?.line?.counts ?? null
  }

  get(device: DeviceId): KnownDevice | null {
    return this.known.get(device) ?? null
  }

  /** Resolves when the dongle has confirmed the frame; whether lamps took it, nobody says. */
  sendToGroup(frame: GroupFrame): Promise<void> {
    return sendGroupFrame(this.controller, frame)
  }

  async openForJoining(seconds: number): Promise<void> {
    await this.controller.permitJoin(seconds)
    if (this.over) this.forgetJoining()
  }

  /** Ends the connection in order: nobody may join any more, and the port is given back. */
  async close(): Promise<void> {
    if (this.over) return
    this.over = true
    this.air.close()
    const late = new Promise<void>((resolve) => setTimeout(resolve, closeMs).unref())
    await Promise.race([this.controller.stop().catch((error: unknown) => this.sayClosing(error)), late])
    await this.abandon(new Error('the dongle is closed'))
  }

  /** The stick's memory in the open coordinator backup format, as text; null when its family cannot be backed up. */
  async backUp(): Promise<string | null> {
    await this.writeBackup()
    return await readFile(join(this.folder, backupFile), 'utf8').catch(() => null)
  }

  /** What the stick hears on the channels for lights. */
  scan(): Promise<Energies> {
    return scanEnergies(this.controller)
  }

  /** Moves stick and network to another channel; rejects when the stick stays. */
  async move(channel: number): Promise<void> {
    await unlessAborted(moveNetwork(this.controller, channel), this.lost.signal)
  }

  /** Those on mains, which hear every word at once. */
  mainsDevices(): DeviceId[] {
    return [...this.known.values()].flatMap(({ description: { id, power } }) =>
      power === 'mains' ? [id] : [],
    )
  }

  async facts(): Promise<Pick<DongleFacts, 'firmware' | 'channel' | 'panId'>> {
    const { type, meta } = await this.controller.getCoordinatorVersion()
    const { channel, panID } = await this.controller.getNetworkParameters()
    return { firmware: [type, meta.revision].filter(Boolean).join(' '), channel, panId: panID }
  }

  private async start(signal: AbortSignal): Promise<void> {
    const { controller, log } = this
    const ownership: Ownership = {
      overwrite: this.overwrite,
      knowsDevices: () => !controller.getDevicesIterator((each) => each.type !== 'Coordinator').next().done,
    }
    const { lost } = this
    const lose = (reason: Error) => {
      lost.abort(reason)
      if (this.started && !this.over) this.events.lost(reason)
    }
    onAdapter(controller, { lost: lose }, ownership, (adapter) => {
      this.adapter = adapter
    })
    bearBadMessages(controller, log)
    limitStrangers(controller)
    this.attach(lose)
    this.begun = await unlessAborted(controller.start(lost.signal), AbortSignal.any([signal, lost.signal]))
    forgetWhen(controller)
    quickenGroups(controller)
    this.takeOverBackups()
    this.adapter?.line?.hasStarted()
    for (const device of controller.getDevicesIterator()) await this.meet(device)
    lost.signal.throwIfAborted()
    this.started = true
    void this.finishInterviews()
  }

  /** herdsman would back up daily by itself, whoever waits, and at every end, which nobody should have to wait for. */
  private takeOverBackups(): void {
    const { controller } = this
    this.writeBackup = controller.backup.bind(controller)
    clearInterval(Reflect.get(controller, 'backupTimer'))
    controller.backup = async () => {
      Reflect.apply(Reflect.get(controller, 'databaseSave'), controller, [])
    }
  }

  /** Devices that had joined, but not yet said what they are when the dongle went. Sleepy ones say it when they wake. */
  private async finishInterviews(): Promise<void> {
    const { controller } = this
    for (const device of controller.getDevicesIterator((each) => each.type !== 'Coordinator')) {
      if (this.over || device.interviewState === 'SUCCESSFUL') continue
      try {
        await device.interview(true)
        await this.joined(device)
      } catch (error) {
        this.log('debug', `${device.ieeeAddr} still does not say what it is: ${String(error)}`)
      }
    }
  }

  /** Gives everything back at once: the port, its timers, and an answer to whoever waits. */
  async abandon(reason: Error): Promise<void> {
    this.over = true
    this.air.close()
    const { controller, adapter } = this
    adapter?.end(reason)
    await adapter?.close()
    // Its port is closed: it only writes down what it knows of the devices, and forgets them.
    Reflect.set(controller, 'adapterDisconnected', true)
    this.forgetJoining()
    await controller.stop().catch((error: unknown) => this.sayClosing(error))
    adapter?.end(reason)
  }

  /** herdsman's timer for the end of joining would keep a dead connection for minutes. */
  private forgetJoining(): void {
    clearTimeout(Reflect.get(this.controller, 'permitJoinTimer'))
  }

  private sayClosing(error: unknown): void {
    this.log('debug', `closing the dongle: ${String(error)}`)
  }

  private attach(lose: (reason: Error) => void): void {
    const { controller, events } = this
    controller.on('message', (payload) => {
      const known = this.known.get(payload.device.ieeeAddr)
      if (known !== undefined) void this.tell(known, payload)
    })
    controller.on('deviceInterview', ({ status, device }) => {
      if (status === 'successful') void this.joined(device)
      if (status === 'failed') this.log('warning', `${device.ieeeAddr} joined but did not say what it is`)
    })
    controller.on('deviceAnnounce', ({ device }) => {
      const known = this.known.get(device.ieeeAddr)
      if (known === undefined) return
      events.announced(known)
      // Some makers' lamps forget what they shall report when their power is cut.
      if (known.description.power === 'mains') void this.configure(known)
    })
    controller.on('deviceLeave', ({ ieeeAddr }) => {
      const known = this.known.get(ieeeAddr)
      this.known.delete(ieeeAddr)
      if (known !== undefined) events.left(known.description.id)
    })
    controller.on('adapterDisconnected', () => lose(new Error('disconnected')))
  }

  private async joined(device: HerdsmanDevice): Promise<void> {
    try {
      this.events.joined(deviceId.parse(device.ieeeAddr))
      const known = await this.meet(device)
      if (known !== null) await this.configure(known)
    } catch (error) {
      this.log(this.over ? 'debug' : 'warning', `${device.ieeeAddr} is not understood: ${String(error)}`)
    }
  }

  /** The dongle may go at any moment; a device that was not set up then reports less, and is asked instead. */
  private async configure(known: KnownDevice): Promise<void> {
    const coordinator = this.coordinatorEndpoint()
    if (coordinator === null || this.over) return
    try {
      const refusals = await configureDevice(
        known,
        coordinator,
        this.air.pace(known.description.id, 'background'),
      )
      for (const refusal of refusals) this.log('info', `${known.description.model}: ${refusal}`)
    } catch (error) {
      this.log(this.over ? 'debug' : 'warning', `${known.description.model} was not set up: ${String(error)}`)
    }
  }

  private async meet(device: HerdsmanDevice): Promise<KnownDevice | null> {
    if (device.type === 'Coordinator') return null
    const known = await knowDevice(device)
    if (known === null) return null
    this.known.set(device.ieeeAddr, known)
    this.events.device(known.description)
    return known
  }

  private coordinatorEndpoint(): HerdsmanEndpoint | null {
    return this.controller.getDevicesByType('Coordinator')[0]?.getEndpoint(1) ?? null
  }

  private async tell(known: KnownDevice, message: DeviceMessage): Promise<void> {
    try {
      const report = await reportOf(known, message)
      if (report !== null) this.events.message(known, report)
    } catch (error) {
      this.log('debug', `a message of ${known.description.model} was not understood: ${String(error)}`)
    }
  }
}
