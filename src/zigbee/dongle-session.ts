import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Controller, setLogger } from 'zigbee-herdsman'
import { setLogger as setConvertersLogger } from 'zigbee-herdsman-converters'
import { type DeviceDescription, type DeviceId, deviceId } from '../showroom/device.ts'
import type { Log } from '../showroom/log.ts'
import { AirScheduler } from './air/air-scheduler.ts'
import { quickenGroups, sendGroupFrame } from './air/group-radio.ts'
import type { GroupFrame } from './air/group-sender.ts'
import { configureDevice } from './configure-device.ts'
import { type HerdsmanDevice, type HerdsmanEndpoint, type KnownDevice, knowDevice } from './definition.ts'
import type { NetworkRecord } from './network-record.ts'
import { type DeviceMessage, reportOf } from './read-report.ts'

/** Where a dongle is and of what family; the family null when it shall be found out. */
export interface DonglePort {
  /** A serial path or `tcp://host:port`. */
  readonly path: string
  readonly adapter: 'zstack' | 'ember' | 'deconz' | 'zboss' | 'zigate' | null
  readonly baudRate?: number
  readonly rtscts?: boolean
  /** The lamps behind it are simulated. */
  readonly simulated: boolean
}

/** What a session tells while it lasts. */
export interface SessionEvents {
  device(description: DeviceDescription): void
  left(device: DeviceId): void
  /** It has joined, anew or for the first time, so that it knows nothing of groups and scenes. */
  joined(device: DeviceId): void
  message(known: KnownDevice, report: NonNullable<Awaited<ReturnType<typeof reportOf>>>): void
  /** A device said that it is there: it was switched on, or woke up. */
  announced(known: KnownDevice): void
  disconnected(): void
}

/** One connection to a dongle, from start to unplugging. */
export class DongleSession {
  /** Everything that this connection sends goes through it. */
  readonly air = new AirScheduler()
  private readonly controller: Controller
  private readonly known = new Map<string, KnownDevice>()
  private readonly events: SessionEvents
  private readonly log: Log
  private over = false

  private constructor(controller: Controller, events: SessionEvents, log: Log) {
    this.controller = controller
    this.events = events
    this.log = log
  }

  /** Opens the port and starts the network; rejects when that fails, with the port closed again. */
  static async open(
    port: DonglePort,
    network: NetworkRecord,
    folder: string,
    events: SessionEvents,
    log: Log,
  ): Promise<DongleSession> {
    quietHerdsman(log)
    await mkdir(folder, { recursive: true, mode: 0o700 }) // It holds the network's key.
    const controller = new Controller({
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
      backupPath: join(folder, 'coordinator.json'),
      adapter: { disableLED: false },
      acceptJoiningDeviceHandler: async () => true,
    })
    const session = new DongleSession(controller, events, log)
    session.attach()
    try {
      await controller.start()
      forgetWhen(controller)
      quickenGroups(controller)
      for (const device of controller.getDevicesIterator()) await session.meet(device)
    } catch (error) {
      session.over = true
      await closePort(controller)
      await controller.stop().catch(() => {})
      throw error
    }
    return session
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
  }

  async close(): Promise<void> {
    this.over = true
    this.air.close()
    try {
      await this.controller.stop()
    } catch (error) {
      this.log('debug', `closing the dongle: ${String(error)}`)
    }
  }

  private attach(): void {
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
    controller.on('adapterDisconnected', () => {
      if (!this.over) events.disconnected()
    })
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

/**
 * herdsman leaves the port open when its start fails, and has no public way to close it: without this the kiosk
 * would lock itself out of its own dongle.
 */
async function closePort(controller: Controller): Promise<void> {
  const adapter: unknown = Reflect.get(controller, 'adapter')
  if (typeof adapter !== 'object' || adapter === null || !('stop' in adapter)) return
  if (typeof adapter.stop === 'function') await Promise.resolve(adapter.stop()).catch(() => {})
}

/**
 * herdsman writes down when it heard each device last: of a motion sensor or a remote that is when somebody was
 * there, which is nobody's business after the visit.
 */
function forgetWhen(controller: Controller): void {
  const database: unknown = Reflect.get(controller, 'database')
  if (typeof database !== 'object' || database === null) return
  for (const name of ['insert', 'update']) {
    const write: unknown = Reflect.get(database, name)
    if (typeof write !== 'function') continue
    Reflect.set(database, name, (entry: object, ...others: unknown[]) => {
      const { lastSeen: _when, ...rest } = { lastSeen: undefined, ...entry }
      return Reflect.apply(write, database, [rest, ...others])
    })
  }
}

/** herdsman's own words are for debugging: they tell of every touch, so they are off unless asked for. */
function quietHerdsman(log: Log): void {
  const debug = (message: string | (() => string)) =>
    log('debug', `herdsman: ${typeof message === 'function' ? message() : message}`)
  const logger = { debug: () => {}, info: debug, warning: debug, error: debug }
  setLogger(logger)
  setConvertersLogger(logger)
}
