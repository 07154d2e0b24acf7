import type { Clock } from '../../showroom/clock.ts'
import { type RadioFrame, type RadioNode, radioStatus } from '../air/frame.ts'
import { ByteWriter, formatIeee, type Ieee, ieeeBytes } from '../bytes.ts'
import type { Radio } from '../radio.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { channelChangeDelayMs } from '../zdo/network-update.ts'
import { CoordinatorEndpoints } from './coordinator-endpoints.ts'
import { CoordinatorZdo } from './coordinator-zdo.ts'
import { Inbox } from './inbox.ts'
import { InterPan } from './inter-pan.ts'
import { deviceState, subsystem, version } from './mt.ts'
import { NetworkMemory } from './network-memory.ts'
import type { Nib } from './nib.ts'
import { clearConfig, clearState, fillMissing, nvItem, startupOption } from './nv-items.ts'
import { NvStore, osal } from './nv-store.ts'
import { SecurityTables } from './security-tables.ts'
import { ZdoCallbacks } from './zdo-callbacks.ts'
import { ZdoResponder } from './zdo-responder.ts'

/** Sends something the client did not ask for just now. */
export type Indicate = (subsystem: number, command: number, data: Buffer) => void

export interface CoordinatorSettings {
  /** Address burnt into the chip. */
  readonly hardwareAddress: Ieee
  /** Time that a reset takes; a real stick takes about half a second. */
  readonly resetMs: number
  /** Time that forming a network takes. */
  readonly formMs: number
  readonly random: SeededRandom
}

/** The stick itself: its memory, its network, its endpoints. What the serial line asks for is in the handlers. */
export class Coordinator implements RadioNode {
  readonly nv: NvStore
  readonly security: SecurityTables
  readonly endpoints = new CoordinatorEndpoints()
  readonly callbacks: ZdoCallbacks
  readonly inbox: Inbox
  readonly interPan: InterPan
  readonly zdo: CoordinatorZdo
  private readonly memory: NetworkMemory
  private readonly responder: ZdoResponder
  /** Its network is there, or is on another channel. */
  onSettled: () => void = () => {}
  readonly clock: Clock
  readonly radio: Radio
  readonly settings: CoordinatorSettings
  /** Address burnt into the chip that is in use. */
  hardwareAddress: Ieee
  readonly indicate: Indicate
  state: number = deviceState.hold
  /** What the firmware can be: bit 0 a coordinator, bit 1 a router, bit 2 an end device. */
  roles = 7
  /** True between a reset and the word that it is over: nothing is heard in that time. */
  resetting = false
  /** Every request to send is refused for want of room. */
  isFull = false
  primaryChannels = 0
  permitJoinUntilMs = 0
  readonly hops = 0
  readonly rxOnWhenIdle = true
  readonly isRouter = true
  private sequence = 0
  /** Counts starts of the chip: what became of a message of an earlier one is nobody's business. */
  starts = 0
  private unicastsInFlight = 0

  constructor(
    clock: Clock,
    radio: Radio,
    settings: CoordinatorSettings,
    indicate: Indicate,
    touched: () => void,
  ) {
    this.clock = clock
    this.radio = radio
    this.settings = settings
    this.hardwareAddress = settings.hardwareAddress
    this.indicate = indicate
    this.nv = new NvStore(touched)
    this.memory = new NetworkMemory(this.nv)
    this.security = new SecurityTables(this.nv)
    this.callbacks = new ZdoCallbacks(this)
    this.inbox = new Inbox(this)
    this.interPan = new InterPan(this)
    this.zdo = new CoordinatorZdo(this)
    this.responder = new ZdoResponder(this)
  }

  /** As the chip does at power-up and at every reset. */
  boot(): void {
    this.starts++
    this.unicastsInFlight = 0
    const option = this.nv.get(osal(nvItem.startupOption))?.[0] ?? 0
    if (option & startupOption.clearState) clearState(this.nv)
    if (option & startupOption.clearConfig) clearConfig(this.nv)
    if (option !== 0) this.nv.delete(osal(nvItem.startupOption))
    fillMissing(this.nv, this.hardwareAddress)
    this.state = deviceState.hold
    this.permitJoinUntilMs = 0
    this.primaryChannels = 0
    this.endpoints.clear()
    this.callbacks.clear()
    this.inbox.clear()
    this.interPan.clear()
  }

  /** Without power: off the air, and everything on its way is lost. */
  powerDown(): void {
    this.starts++
    this.resetting = true
    this.state = deviceState.hold
  }

  /** Nothing in memory, and perhaps another chip; the lamps know nothing of it. Between power-down and reset. */
  replaceMemory(hardwareAddress: Ieee): void {
    this.hardwareAddress = hardwareAddress
    this.nv.clear()
  }

  /** Another chip, with a network that somebody else has formed. Between power-down and reset. */
  bringNetwork(hardwareAddress: Ieee): void {
    this.replaceMemory(hardwareAddress)
    this.memory.formElsewhere(hardwareAddress, this.settings.random)
  }

  reset(): void {
    this.powerDown()
    this.unlessRestarted(this.settings.resetMs, () => {
      this.boot()
      this.resetting = false
      this.indicateReset()
    })
  }

  /** Does something later, if the chip has not started anew by then. */
  unlessRestarted(delayMs: number, task: () => void): void {
    const { starts } = this
    this.clock.after(delayMs, () => {
      if (starts === this.starts) task()
    })
  }

  private indicateReset(): void {
    const { transport, product, major, minor, maintenance } = version
    const powerUp = 0x00
    this.indicate(subsystem.sys, 0x80, Buffer.from([powerUp, transport, product, major, minor, maintenance]))
  }

  get ieee(): Ieee {
    return formatIeee(this.nv.get(osal(nvItem.extAddr)) ?? ieeeBytes(this.hardwareAddress))
  }
  get nib(): Nib {
    return this.memory.nib
  }
  saveNib(nib: Nib): void {
    this.memory.saveNib(nib)
  }
  get networkKey(): Buffer {
    return this.memory.networkKey
  }
  get started(): boolean {
    return this.state === deviceState.coordinator
  }
  get onAir(): boolean {
    return this.started
  }
  get channel(): number | null {
    return this.started ? (this.interPan.channel ?? this.nib.channel) : null
  }
  get nwk(): number | null {
    return this.started ? 0x0000 : null
  }
  get networkId(): string | null {
    return this.started ? `${this.nib.extendedPanId}/${this.networkKey.toString('hex')}` : null
  }
  wakesInMs(): number {
    return 0
  }
  get joinable(): boolean {
    return this.started && this.clock.now() < this.permitJoinUntilMs
  }

  /** Resumes the network in memory; false when there is none. */
  resume(): boolean {
    if (!this.memory.resume()) return false
    this.changeState(deviceState.coordinator)
    return true
  }

  /** Starts a new network from the settings in memory, and tells when it runs. */
  form(formed: () => void): void {
    this.changeState(deviceState.startingCoordinator)
    this.unlessRestarted(this.settings.formMs, () => {
      this.memory.form(this.ieee, this.primaryChannels, this.settings.random)
      this.changeState(deviceState.coordinator)
      formed()
    })
  }

  setFrameCounter(counter: number): void {
    this.memory.setFrameCounter(counter)
  }

  /** Goes to another channel, once everybody has heard of it. */
  moveSoon(channel: number): void {
    this.unlessRestarted(channelChangeDelayMs, () => {
      const { nib } = this
      nib.channel = channel
      this.saveNib(nib)
      this.onSettled()
    })
  }

  private changeState(state: number): void {
    this.state = state
    this.indicate(subsystem.zdo, 0xc0, Buffer.from([state]))
    if (this.started) this.onSettled()
  }

  /**
   * Sends a frame into the air, or to itself when it is for 0x0000. Returns a `radioStatus`: without room it goes
   * nowhere, and `settled` is not called.
   */
  transmit(frame: RadioFrame, settled: (status: number) => void): number {
    this.memory.countFrame()
    const { destination } = frame
    if (destination.kind === 'unicast' && destination.nwk === 0x0000) {
      this.unlessRestarted(1, () => {
        settled(0)
        this.receive(frame, 255)
      })
      return radioStatus.success
    }
    const taken = this.radiate(frame, settled)
    if (taken !== radioStatus.success) return taken
    if (destination.kind === 'broadcast' && frame.destinationEndpoint === 0) this.responder.answer(frame)
    return radioStatus.success
  }

  private radiate(frame: RadioFrame, settled: (status: number) => void): number {
    const { starts } = this
    const isUnicast = frame.destination.kind === 'unicast'
    if (this.isFull) return radioStatus.bufferFull
    if (isUnicast && this.unicastsInFlight >= this.radio.profile.unicastSlots) return radioStatus.bufferFull
    const taken = this.radio.transmit(this, frame, (status) => {
      if (starts !== this.starts) return
      if (isUnicast) this.unicastsInFlight--
      settled(status)
    })
    if (isUnicast && taken === radioStatus.success) this.unicastsInFlight++
    return taken
  }

  /** A request of the device profile, as endpoint 0 sends it. */
  sendZdo(
    frame: Pick<RadioFrame, 'destination' | 'cluster' | 'payload'>,
    sequence = this.nextSequence(),
  ): number {
    const payload = Buffer.concat([Buffer.from([sequence]), frame.payload])
    const endpoints = { source: 0, sourceEndpoint: 0, destinationEndpoint: 0, profile: 0 }
    return this.transmit({ ...endpoints, ...frame, payload }, () => {})
  }

  nextSequence(): number {
    this.sequence = (this.sequence + 1) & 0xff
    return this.sequence
  }

  receive(frame: RadioFrame, quality: number): void {
    if (!this.started) return
    if (frame.destinationEndpoint !== 0) {
      this.inbox.deliver(frame, quality)
      return
    }
    this.responder.receive(frame)
  }

  /** A device has got the key of the network (ZDO_TC_DEV_IND). */
  admitted(ieee: Ieee, nwk: number, parent: number, sleepy: boolean): void {
    this.security.remember({ ieee, nwk, child: sleepy })
    this.indicate(subsystem.zdo, 0xca, new ByteWriter().u16(nwk).ieee(ieee).u16(parent).done())
  }

  /** A device has said that it goes (ZDO_LEAVE_IND). */
  departed(ieee: Ieee, nwk: number, rejoin: boolean): void {
    if (!this.started) return
    if (!rejoin) this.security.forget(ieee)
    this.indicate(
      subsystem.zdo,
      0xc9,
      new ByteWriter()
        .u16(nwk)
        .ieee(ieee)
        .u8(0)
        .u8(0)
        .u8(rejoin ? 1 : 0)
        .done(),
    )
  }
}
