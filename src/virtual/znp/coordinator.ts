import type { Clock } from '../../showroom/clock.ts'
import { type RadioFrame, type RadioNode, radioStatus } from '../air/frame.ts'
import { ByteReader, ByteWriter, formatIeee, type Ieee, ieeeBytes, ShortFrameError } from '../bytes.ts'
import type { Radio } from '../radio.ts'
import type { SeededRandom } from '../seeded-random.ts'
import { channelChangeDelayMs, scanMs } from '../zdo/network-update.ts'
import { zdoResponseFlag } from '../zdo/zdo-cluster.ts'
import { answerZdo } from '../zdo/zdo-server.ts'
import { channelsOf, firstChannel } from './channels.ts'
import { CoordinatorEndpoints } from './coordinator-endpoints.ts'
import { CoordinatorZdo } from './coordinator-zdo.ts'
import { Inbox } from './inbox.ts'
import { deviceState, subsystem, version } from './mt.ts'
import { Nib } from './nib.ts'
import { clearConfig, clearState, fillMissing, nvItem, nvTable, startupOption } from './nv-items.ts'
import { extended, NvStore, osal } from './nv-store.ts'
import { SecurityTables } from './security-tables.ts'
import { ZdoCallbacks } from './zdo-callbacks.ts'

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

const noSuchPan = 0xffff

/** The stick itself: its memory, its network, its endpoints. What the serial line asks for is in the handlers. */
export class Coordinator implements RadioNode {
  readonly nv: NvStore
  readonly security: SecurityTables
  readonly endpoints = new CoordinatorEndpoints()
  readonly callbacks: ZdoCallbacks
  readonly inbox: Inbox
  readonly zdo: CoordinatorZdo
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
  primaryChannels = 0
  permitJoinUntilMs = 0
  readonly hops = 0
  readonly rxOnWhenIdle = true
  readonly isRouter = true
  private sequence = 0
  /** Counts starts of the chip: what became of a message of an earlier one is nobody's business. */
  starts = 0
  private unicastsInFlight = 0
  private frameCounter = 0

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
    this.security = new SecurityTables(this.nv)
    this.callbacks = new ZdoCallbacks(this)
    this.inbox = new Inbox(this)
    this.zdo = new CoordinatorZdo(this)
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

  reset(): void {
    this.powerDown()
    const { starts } = this
    this.clock.after(this.settings.resetMs, () => {
      if (starts !== this.starts) return
      this.boot()
      this.resetting = false
      this.indicateReset()
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
    return new Nib(this.nv.get(osal(nvItem.nib)) ?? undefined)
  }
  saveNib(nib: Nib): void {
    this.nv.put(osal(nvItem.nib), nib.bytes)
  }
  get networkKey(): Buffer {
    return (this.nv.get(osal(nvItem.activeKeyInfo)) ?? Buffer.alloc(17)).subarray(1)
  }
  get started(): boolean {
    return this.state === deviceState.coordinator
  }
  get onAir(): boolean {
    return this.started
  }
  get channel(): number | null {
    return this.started ? this.nib.channel : null
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
    const onNetwork = this.nv.get(osal(nvItem.nodeIsOnANetwork))?.[0] === 1
    if (!onNetwork || !this.nib.started) return false
    this.frameCounter = this.storedFrameCounter() + 2500
    this.saveFrameCounter()
    this.changeState(deviceState.coordinator)
    return true
  }

  /** Starts a new network from the settings in memory, and tells when it runs. */
  form(formed: () => void): void {
    this.changeState(deviceState.startingCoordinator)
    this.clock.after(this.settings.formMs, () => {
      if (this.resetting) return
      this.writeNewNetwork()
      this.changeState(deviceState.coordinator)
      formed()
    })
  }

  private writeNewNetwork(): void {
    const setting = (id: number, length: number) => this.nv.get(osal(id)) ?? Buffer.alloc(length)
    const nib = new Nib()
    const panId = setting(nvItem.panId, 2).readUInt16LE(0)
    nib.panId = panId === noSuchPan ? 1 + this.settings.random.below(0xfffd) : panId
    const mask = this.primaryChannels || setting(nvItem.channelList, 4).readUInt32LE(0)
    nib.channelMask = mask
    nib.channel = channelsOf(mask)[0] ?? firstChannel
    const wanted = setting(nvItem.apsUseExtPanId, 8)
    nib.extendedPanId = wanted.every((byte) => byte === 0) ? this.ieee : formatIeee(wanted)
    nib.start(this.ieee)
    this.saveNib(nib)
    const configured = setting(nvItem.preconfiguredKey, 16)
    this.installKey(configured.every((byte) => byte === 0) ? this.settings.random.bytes(16) : configured)
    this.nv.put(osal(nvItem.nodeIsOnANetwork), Buffer.from([1]))
    this.frameCounter = 0
    this.saveFrameCounter()
  }

  private installKey(key: Buffer): void {
    const info = Buffer.concat([Buffer.from([0]), key])
    this.nv.put(osal(nvItem.activeKeyInfo), info)
    this.nv.put(osal(nvItem.alternateKeyInfo), info)
    this.nv.put(osal(nvItem.nwkKey), Buffer.concat([info, Buffer.alloc(7)]))
  }

  private storedFrameCounter(): number {
    const mine = this.nib.extendedPanId
    for (let sub = 0; sub < nvTable.securityMaterial.entries; sub++) {
      const row = new ByteReader(
        this.nv.get(extended(nvTable.securityMaterial.item, sub)) ?? Buffer.alloc(12),
      )
      const counter = row.u32()
      if (row.ieee() === mine) return counter
    }
    return 0
  }

  setFrameCounter(counter: number): void {
    this.frameCounter = counter
    this.saveFrameCounter()
  }

  private saveFrameCounter(): void {
    const row = new ByteWriter().u32(this.frameCounter).ieee(this.nib.extendedPanId).done()
    this.nv.put(extended(nvTable.securityMaterial.item, 0), row)
  }

  /** Goes to another channel, once everybody has heard of it. */
  moveSoon(channel: number): void {
    const { starts } = this
    this.clock.after(channelChangeDelayMs, () => {
      if (starts !== this.starts) return
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
    this.frameCounter++
    if (this.frameCounter % 1000 === 0) this.saveFrameCounter()
    const { destination } = frame
    if (destination.kind === 'unicast' && destination.nwk === 0x0000) {
      this.clock.after(1, () => {
        settled(0)
        this.receive(frame)
      })
      return radioStatus.success
    }
    const taken = this.radiate(frame, settled)
    if (taken !== radioStatus.success) return taken
    // Endpoint 0 heeds its own broadcasts: "open the network" opens it here too.
    if (destination.kind === 'broadcast' && frame.destinationEndpoint === 0) this.answerZdo(frame)
    return radioStatus.success
  }

  private radiate(frame: RadioFrame, settled: (status: number) => void): number {
    const { starts } = this
    const isUnicast = frame.destination.kind === 'unicast'
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

  receive(frame: RadioFrame): void {
    if (!this.started) return
    if (frame.destinationEndpoint !== 0) {
      this.inbox.deliver(frame)
      return
    }
    const [sequence] = frame.payload
    if (sequence === undefined) return
    const payload = frame.payload.subarray(1)
    const broadcast = frame.destination.kind === 'broadcast'
    const isAnswer = (frame.cluster & zdoResponseFlag) !== 0
    const own = frame.source === 0x0000
    if (isAnswer || !own) {
      this.callbacks.heard({ source: frame.source, cluster: frame.cluster, sequence, payload, broadcast })
    }
    if (!isAnswer) this.answerZdo(frame)
  }

  private answerZdo(frame: RadioFrame): void {
    const [sequence] = frame.payload
    if (sequence === undefined) return
    const ownBroadcast = frame.source === 0x0000 && frame.destination.kind === 'broadcast'
    const broadcast = frame.destination.kind === 'broadcast' && !ownBroadcast
    let answer: Buffer | null = null
    try {
      answer = answerZdo(this.zdo, frame.cluster, frame.payload.subarray(1), broadcast)
    } catch (error) {
      if (error instanceof ShortFrameError) return
      throw error
    }
    if (answer === null || (ownBroadcast && !this.zdo.answersOwnBroadcast(frame.cluster))) return
    const { starts } = this
    const send = () => {
      if (starts !== this.starts || answer === null) return
      const destination = { kind: 'unicast', nwk: frame.source } as const
      this.sendZdo({ destination, cluster: frame.cluster | zdoResponseFlag, payload: answer }, sequence)
    }
    const delayMs = scanMs(frame.cluster, frame.payload.subarray(1))
    if (delayMs === 0) send()
    else this.clock.after(delayMs, send)
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
