import type { Controller } from 'zigbee-herdsman'
import { type DeviceDescription, type DeviceId, type DeviceReport, deviceId } from '../showroom/device.ts'
import type { Log } from '../showroom/log.ts'
import type { AirScheduler } from './air/air-scheduler.ts'
import { configureDevice } from './configure-device.ts'
import type { OpenBackup } from './coordinator-backup.ts'
import {
  endpointWith,
  type HerdsmanDevice,
  type HerdsmanEndpoint,
  type KnownDevice,
  knowDevice,
} from './definition.ts'
import { sendAway } from './farewell.ts'
import { Interviews } from './interviews.ts'
import { type DeviceMessage, reportOf } from './read-report.ts'
import { frameOptions } from './send-command.ts'

/** What is told of the devices in the network. */
export interface DeviceEvents {
  device(description: DeviceDescription): void
  left(device: DeviceId): void
  /** Somebody who wants in was heard, is asked what it is, or does not say. */
  newcomer(device: DeviceId, stage: 'found' | 'asking' | 'mute'): void
  /** It has joined, anew or for the first time, so that it knows nothing of groups and scenes. */
  joined(device: DeviceId): void
  message(known: KnownDevice, report: NonNullable<Awaited<ReturnType<typeof reportOf>>>): void
  /** A device said that it is there: it was switched on, or woke up. */
  announced(known: KnownDevice): void
}

export interface NetworkDevicesParts {
  readonly controller: Controller
  readonly air: AirScheduler
  readonly events: DeviceEvents
  readonly log: Log
  /** The connection is over: what fails now is no news. */
  readonly isOver: () => boolean
}

/** The devices of one connection's network: those it knows, those that come and go, and what they say. */
export class NetworkDevices {
  private readonly parts: NetworkDevicesParts
  private readonly known = new Map<string, KnownDevice>()
  private readonly interviews: Interviews
  private readonly telling = new WeakMap<KnownDevice, Promise<void>>()

  constructor(parts: NetworkDevicesParts) {
    this.parts = parts
    this.interviews = new Interviews({
      ...parts,
      isKnown: (device) => this.known.has(device.ieeeAddr),
      introduced: (device) => this.joined(device),
      found: (device) => parts.events.newcomer(deviceId.parse(device.ieeeAddr), 'found'),
      mute: (device) => parts.events.newcomer(deviceId.parse(device.ieeeAddr), 'mute'),
    })
  }

  get(device: DeviceId): KnownDevice | null {
    return this.known.get(device) ?? null
  }

  /** Those on mains, which hear every word at once. */
  onMains(): DeviceId[] {
    return [...this.known.values()].flatMap(({ description: { id, power } }) =>
      power === 'mains' ? [id] : [],
    )
  }

  async meetAll(): Promise<void> {
    for (const device of this.parts.controller.getDevicesIterator()) await this.meet(device)
  }

  /** `memory` is what the stick remembers: in a network that others have built, nobody is known but to it. */
  async finishInterviews(memory: OpenBackup | null): Promise<void> {
    await this.interviews.finish(memory)
  }

  /** Has a device show itself by blinking. False when it does not answer, or cannot, or is a lamp or may light one. */
  async identify(device: DeviceId, seconds: number): Promise<boolean> {
    const known = this.known.get(device)
    const endpoint = known === undefined ? null : endpointWith(known.device, 'genIdentify')
    const { light, plug } = known?.description.abilities ?? {}
    if (endpoint === null || light !== undefined || plug !== undefined) return false
    const pace = this.parts.air.pace(device, 'shopper')
    return await pace(() =>
      endpoint.command('genIdentify', 'identify', { identifytime: seconds }, frameOptions),
    ).then(
      () => true,
      () => false,
    )
  }

  /** Sends a device away for good. It is gone when this resolves, whether it has heard of it or not. */
  async remove(device: DeviceId): Promise<void> {
    const known = this.known.get(device)
    if (known === undefined) return
    await sendAway(known.device)
    if (this.known.delete(device)) this.parts.events.left(device)
  }

  /** To be called before the network is started. */
  attach(): void {
    const { controller, events } = this.parts
    controller.on('message', (payload) => {
      const known = this.known.get(payload.device.ieeeAddr)
      if (known === undefined) this.interviews.heard(payload.device)
      else this.tellInTurn(known, payload)
    })
    controller.on('deviceJoined', ({ device }) => events.newcomer(deviceId.parse(device.ieeeAddr), 'found'))
    controller.on('deviceInterview', ({ status, device }) => {
      if (status === 'started') events.newcomer(deviceId.parse(device.ieeeAddr), 'asking')
      if (status === 'successful') void this.joined(device)
      if (status === 'failed') this.interviews.failed(device)
    })
    controller.on('deviceAnnounce', ({ device }) => {
      const known = this.known.get(device.ieeeAddr)
      if (known === undefined) {
        this.interviews.heard(device)
        return
      }
      events.announced(known)
      // Some makers' lamps forget what they shall report when their power is cut.
      if (known.description.power === 'mains') void this.configure(known).catch(() => {})
    })
    controller.on('deviceLeave', ({ ieeeAddr }) => {
      const known = this.known.get(ieeeAddr)
      this.known.delete(ieeeAddr)
      if (known !== undefined) events.left(known.description.id)
    })
  }

  private async joined(device: HerdsmanDevice): Promise<void> {
    try {
      this.parts.events.joined(deviceId.parse(device.ieeeAddr))
      const known = await this.meet(device)
      if (known !== null) await this.setUp(known)
    } catch (error) {
      this.parts.log(
        this.parts.isOver() ? 'debug' : 'warning',
        `${device.ieeeAddr} is not understood: ${String(error)}`,
      )
    }
  }

  /**
   * The dongle may go at any moment; a device that was not set up then reports less, and is asked instead. Told of those
   * that join: one that announces itself may have been switched by somebody in the room.
   */
  private async setUp(known: KnownDevice): Promise<void> {
    try {
      const refusals = await this.configure(known)
      for (const refusal of refusals) this.parts.log('info', `${known.description.model}: ${refusal}`)
    } catch (error) {
      this.parts.log(
        this.parts.isOver() ? 'debug' : 'warning',
        `${known.description.model} was not set up: ${String(error)}`,
      )
    }
  }

  /** Returns what it refused, in words. Rejects when it does not answer. */
  private async configure(known: KnownDevice): Promise<readonly string[]> {
    const coordinator = this.coordinatorEndpoint()
    if (coordinator === null || this.parts.isOver()) return []
    const pace = this.parts.air.pace(known.description.id, 'background')
    return await configureDevice(known, coordinator, pace)
  }

  private async meet(device: HerdsmanDevice): Promise<KnownDevice | null> {
    if (device.type === 'Coordinator') return null
    const known = await knowDevice(device)
    if (known === null) return null
    this.known.set(device.ieeeAddr, known)
    this.parts.events.device(known.description)
    return known
  }

  private coordinatorEndpoint(): HerdsmanEndpoint | null {
    return this.parts.controller.getDevicesByType('Coordinator')[0]?.getEndpoint(1) ?? null
  }

  /** Understanding a message takes a moment, of one longer than of the next; what a device says stays in order. */
  private tellInTurn(known: KnownDevice, message: DeviceMessage): void {
    const before = this.telling.get(known) ?? Promise.resolve()
    this.telling.set(
      known,
      before.then(() => this.tell(known, message)),
    )
  }

  private async tell(known: KnownDevice, message: DeviceMessage): Promise<void> {
    const later = (report: DeviceReport) => {
      if (!this.parts.isOver()) this.parts.events.message(known, report)
    }
    try {
      const report = await reportOf(known, message, later)
      if (report !== null) this.parts.events.message(known, report)
    } catch {
      // Not understood. Nothing is written of it: what spoke may be a remote in somebody's hand.
    }
  }
}
