import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Controller } from 'zigbee-herdsman'
import type { DongleFacts } from '../contract/dongle-facts.ts'
import type { Clock } from '../showroom/clock.ts'
import { type DeviceId, deviceId } from '../showroom/device.ts'
import type { HeardNode } from '../showroom/driver.ts'
import type { Log } from '../showroom/log.ts'
import { AirScheduler } from './air/air-scheduler.ts'
import { quickenGroups, sendGroupFrame } from './air/group-radio.ts'
import type { GroupFrame } from './air/group-sender.ts'
import { asOurs, replaceQueue } from './air/own-frames.ts'
import { readBackup } from './coordinator-backup.ts'
import { keepDeviceList } from './device-list.ts'
import type { DonglePort } from './dongle-port.ts'
import {
  type Adapter,
  bearBadMessages,
  forgetEarlierConnections,
  limitStrangers,
  onAdapter,
} from './herdsman-doors.ts'
import { hearStart } from './herdsman-log.ts'
import { type Energies, moveNetwork, scanEnergies } from './network-channel.ts'
import { type DeviceEvents, NetworkDevices } from './network-devices.ts'
import type { NetworkRecord } from './network-record.ts'
import type { Overwrite, Ownership } from './stick-network.ts'
import { unlessAborted } from './unless-aborted.ts'
import type { LineCounts } from './znp-line.ts'

type StartResult = Awaited<ReturnType<Controller['start']>>

/** What a session tells while it lasts. */
export interface SessionEvents extends DeviceEvents {
  /** Nothing finds room on the air, or something does again. */
  congestion(congested: boolean): void
  /** The dongle is gone: unplugged, hung or reset. Whatever is under way fails now. */
  lost(reason: Error): void
}

export interface SessionParts {
  readonly clock: Clock
  readonly port: DonglePort
  readonly network: NetworkRecord
  /** `network` is only an offer: `NetworkToAdopt` is thrown when the stick holds one. */
  readonly adopts: boolean
  /** The port has just come back: a mute one is given up within a second. */
  readonly hasty: boolean
  /** For herdsman's files. */
  readonly folder: string
  readonly events: SessionEvents
  readonly log: Log
  /** What staff allowed to be given up on the stick. */
  readonly overwrite: Overwrite
  readonly unfinished: Ownership['unfinished']
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
  readonly air: AirScheduler
  private readonly controller: Controller
  readonly devices: NetworkDevices
  private readonly hasty: boolean
  private readonly events: SessionEvents
  private readonly log: Log
  private readonly folder: string
  private readonly claim: Pick<Ownership, 'overwrite' | 'network' | 'adopts' | 'unfinished'>
  private adapter: Adapter | null = null
  private writeBackup: () => Promise<void> = async () => {}
  private readonly lost = new AbortController()
  private started = false
  private over = false
  /** What became of the stick's network at the start; `reset` is a new one. */
  begun: StartResult = 'resumed'

  private constructor(parts: SessionParts) {
    const { port, network, folder, events, log, overwrite, adopts, unfinished, clock, hasty } = parts
    this.air = new AirScheduler(clock)
    this.air.onCongestion = (congested) => {
      if (!this.over) events.congestion(congested)
    }
    this.folder = folder
    this.claim = { overwrite, network, adopts, unfinished }
    this.hasty = hasty
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
    const { controller, air } = this
    this.devices = new NetworkDevices({ controller, air, events, log, isOver: () => this.over })
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

  /** Why it is over, if the stick went by itself; null while it is there. */
  get lostBecause(): Error | null {
    const { signal } = this.lost
    if (!signal.aborted) return null
    return signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason))
  }

  /** What skipped bytes and repeated requests there were on the line so far; null where herdsman does not tell. */
  get counts(): Readonly<LineCounts> | null {
    return this.adapter?.line?.counts ?? null
  }

  /** Resolves when the dongle has confirmed the frame; whether lamps took it, nobody says. */
  sendToGroup(frame: GroupFrame): Promise<void> {
    return sendGroupFrame(this.controller, frame)
  }

  async openForJoining(seconds: number): Promise<void> {
    // Nobody who closes the door waits for all who came in to have said what they are.
    await asOurs(() => this.controller.permitJoin(seconds))
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
    return await this.memory()
  }

  /** What herdsman wrote at its last backup. */
  private memory(): Promise<string | null> {
    return readFile(join(this.folder, backupFile), 'utf8').catch(() => null)
  }

  /** What the stick hears on the channels for lights. */
  scan(): Promise<Energies> {
    return scanEnergies(this.controller)
  }

  /** Moves stick and network to another channel; rejects when the stick stays. */
  async move(channel: number): Promise<void> {
    await unlessAborted(moveNetwork(this.controller, channel), this.lost.signal)
  }

  /** Whom a device, or the stick, hears; null when it does not say. */
  async neighbours(of: DeviceId | null): Promise<readonly HeardNode[] | null> {
    const [stick] = this.controller.getDevicesByType('Coordinator')
    const asked = of === null ? stick : this.devices.get(of)?.device
    if (asked === undefined) return null
    const table = await unlessAborted(asked.lqi(), this.lost.signal).catch(() => null)
    return (
      table?.flatMap(({ eui64, lqi }): HeardNode[] => {
        if (eui64 === stick?.ieeeAddr) return [{ device: null, quality: lqi }]
        const device = deviceId.safeParse(eui64)
        return device.success ? [{ device: device.data, quality: lqi }] : []
      }) ?? null
    )
  }

  /** Speaks to whoever is beside the stick; rejects when the stick is pulled out meanwhile. */
  async touchlink<T>(speak: (touchlink: Controller['touchlink']) => Promise<T>): Promise<T> {
    return await unlessAborted(speak(this.controller.touchlink), this.lost.signal)
  }

  async facts(): Promise<Pick<DongleFacts, 'firmware' | 'channel' | 'panId'>> {
    const { type, meta } = await this.controller.getCoordinatorVersion()
    const { channel, panID } = await this.controller.getNetworkParameters()
    return { firmware: [type, meta.revision].filter(Boolean).join(' '), channel, panId: panID }
  }

  private async start(signal: AbortSignal): Promise<void> {
    const { controller, log } = this
    const ownership: Ownership = {
      ...this.claim,
      knowsDevices: () => !controller.getDevicesIterator((each) => each.type !== 'Coordinator').next().done,
    }
    const { lost } = this
    const lose = (reason: Error) => {
      lost.abort(reason)
      if (this.started && !this.over) this.events.lost(reason)
    }
    onAdapter(controller, { lost: lose, hasty: this.hasty }, ownership, (adapter) => {
      this.adapter = adapter
    })
    forgetEarlierConnections()
    bearBadMessages(controller)
    limitStrangers(controller)
    keepDeviceList(controller)
    this.devices.attach()
    controller.on('adapterDisconnected', () => lose(new Error('disconnected')))
    const quiet = hearStart(log)
    try {
      this.begun = await unlessAborted(controller.start(lost.signal), AbortSignal.any([signal, lost.signal]))
    } finally {
      quiet()
    }
    quickenGroups(controller)
    replaceQueue(controller)
    this.takeOverBackups()
    this.adapter?.line?.hasStarted()
    await this.devices.meetAll()
    lost.signal.throwIfAborted()
    this.started = true
    void this.devices.finishInterviews(this.begun === 'reset' ? null : readBackup(await this.memory()))
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
}
