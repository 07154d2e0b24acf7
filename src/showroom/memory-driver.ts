import type { DongleFacts } from '../contract/dongle-facts.ts'
import type { Notice } from '../contract/showroom-state.ts'
import type { Clock } from './clock.ts'
import type { DeviceCommand, DeviceDescription, DeviceId, DeviceReport } from './device.ts'
import type {
  ChannelChange,
  ChannelPhase,
  CommandOutcome,
  CommandPlan,
  DeviceDriver,
  DriverEvent,
  HeardNode,
  NearbyDevice,
} from './driver.ts'
import { MemoryAir } from './memory-air.ts'
import { effectOf } from './memory-effect.ts'
import { type Lateness, type LightCommand, wordsOnTheWay } from './memory-lateness.ts'
import { MemoryNearby } from './memory-nearby.ts'

/** How long a frame takes to its device and back. */
const roundTripMs = 10
/** How long the dongle tries before it gives a device up. */
const giveUpMs = 300

/** Devices that live in memory: they obey, answer, fall silent and report as real ones do. */
export class MemoryDriver implements DeviceDriver {
  /** Every command that was sent, in order. */
  readonly sent: DeviceCommand[] = []
  /** The same, as they were sent together. */
  readonly batches: (readonly DeviceCommand[])[] = []
  /** Every device that was asked what it is, in order. */
  readonly asked: DeviceId[] = []
  /** What `prepare` was told last. */
  plans: readonly CommandPlan[] = []
  /** For how long devices may join, as it was said last. */
  joinSeconds = 0
  readonly blinking = new Set<DeviceId>()
  /** Who is beside the dongle. */
  readonly beside = new MemoryNearby()
  readonly air = new MemoryAir()
  private readonly heard = new Map<DeviceId | null, readonly HeardNode[]>()
  private readonly devices = new Map<DeviceId, { description: DeviceDescription; state: DeviceReport }>()
  private readonly dead = new Set<DeviceId>()
  private readonly deaf = new Set<DeviceId>()
  private readonly listeners = new Set<(event: DriverEvent) => void>()
  private readonly clock: Clock
  private running = false
  private reporting = false
  private lateness: Lateness | null = null

  constructor(clock: Clock) {
    this.clock = clock
  }

  add(description: DeviceDescription, state: DeviceReport): void {
    this.devices.set(description.id, { description, state })
    if (this.running) this.emit({ kind: 'device', device: description })
  }

  /** Takes a device's power away, or gives it back. */
  setPower(device: DeviceId, powered: boolean): void {
    if (powered) this.dead.delete(device)
    else this.dead.add(device)
  }

  /** A deaf device confirms every frame and does nothing. */
  setDeaf(device: DeviceId, deaf: boolean): void {
    if (deaf) this.deaf.add(device)
    else this.deaf.delete(device)
  }

  /** The device changes by itself, as by a hand on a switch, and says so, if there is a dongle to hear it. */
  changeByItself(device: DeviceId, report: DeviceReport): void {
    const entry = this.devices.get(device)
    if (entry === undefined) return
    entry.state = { ...entry.state, ...report }
    if (this.running) this.emit({ kind: 'report', device, report })
  }

  /** The device says what is not so. */
  claim(device: DeviceId, report: DeviceReport): void {
    this.emit({ kind: 'report', device, report })
  }

  /** The device gets its power back, in the state that it starts in, and says that it is there. */
  returnWith(device: DeviceId, report: DeviceReport): void {
    this.setPower(device, true)
    const entry = this.devices.get(device)
    if (entry !== undefined) entry.state = { ...entry.state, ...report }
    this.emit({ kind: 'returned', device })
  }

  /** Whether devices tell by themselves when a change is over. */
  setReporting(reporting: boolean): void {
    this.reporting = reporting
  }

  /** Lamps tell where they are on their way, and each word of it comes up to `mostMs` late, in any order. */
  setLateness(mostMs: number, random: () => number): void {
    this.lateness = { mostMs, random }
  }

  /** The air is full, so that everything waits, or has room again. */
  setCongested(congested: boolean): void {
    this.emit({ kind: 'congestion', congested })
    this.air.setFull(congested)
  }

  /** The device leaves the network. */
  leave(device: DeviceId): void {
    this.devices.delete(device)
    this.emit({ kind: 'device-left', device })
  }

  stateOf(device: DeviceId): DeviceReport | null {
    return this.devices.get(device)?.state ?? null
  }

  pullOut(notice: Notice): void {
    this.running = false
    this.emit({ kind: 'status', status: { phase: 'lost', simulated: false }, notice })
  }

  tellFacts(facts: DongleFacts | null): void {
    this.emit({ kind: 'facts', facts })
  }

  async start(): Promise<void> {
    this.running = true
    for (const { description } of this.devices.values()) this.emit({ kind: 'device', device: description })
    this.emit({ kind: 'status', status: { phase: 'ready', simulated: false }, notice: null })
  }

  async stop(): Promise<void> {
    this.running = false
  }

  send(commands: readonly DeviceCommand[]): readonly Promise<CommandOutcome>[] {
    this.sent.push(...commands)
    this.batches.push(commands)
    return commands.map((command) => this.obey(command))
  }

  prepare(plans: readonly CommandPlan[]): void {
    this.plans = plans
    this.emit({ kind: 'prepared', ready: plans.length, total: plans.length })
  }

  async read(device: DeviceId): Promise<DeviceReport | null> {
    this.asked.push(device)
    if (!(await this.air.room())) return null
    const entry = this.devices.get(device)
    if (!this.running || entry === undefined || this.dead.has(device)) {
      await this.pause(giveUpMs)
      return null
    }
    await this.pause(roundTripMs)
    return entry.state
  }

  async openForJoining(seconds: number): Promise<void> {
    if (!this.running) throw new Error('There is no dongle.')
    this.joinSeconds = seconds
  }

  async identify(device: DeviceId, seconds: number): Promise<boolean> {
    await this.pause(roundTripMs)
    const description = this.devices.get(device)?.description
    if (!this.running || this.dead.has(device) || description === undefined) return false
    const { light, plug } = description.abilities
    if (light !== undefined || plug !== undefined) return false
    if (seconds > 0) this.blinking.add(device)
    else this.blinking.delete(device)
    return true
  }

  signal(device: DeviceId): number | null {
    return this.devices.has(device) && !this.dead.has(device) ? 200 : null
  }

  /** What a scan hears; nobody can listen while it is null. */
  energies: ReadonlyMap<number, number> | null = new Map([25, 20, 15, 11].map((channel) => [channel, 60]))
  /** What the next change of channel comes to; it takes a second for each phase. */
  channelChange: ChannelChange = { kind: 'changed', silent: [] }
  /** What was allowed to be given up, in order. */
  readonly givenUp: (number | 'new')[] = []

  async listenToChannels(): Promise<ReadonlyMap<number, number>> {
    if (!this.running || this.energies === null) throw new Error('There is no dongle.')
    await this.pause(roundTripMs)
    return this.energies
  }

  async changeChannel(_: number, phase: (phase: ChannelPhase) => void): Promise<ChannelChange> {
    for (const each of ['moving', 'looking'] as const) {
      phase(each)
      await this.pause(1000)
    }
    return this.channelChange
  }

  allowOverwriting(network: number | 'new'): void {
    this.givenUp.push(network)
  }

  /** Who hears whom, as `setNeighbours` said; by itself everybody hears the dongle, and the dongle everybody, well. */
  async neighbours(of: DeviceId | null): Promise<readonly HeardNode[] | null> {
    await this.pause(of !== null && this.dead.has(of) ? giveUpMs : roundTripMs)
    if (!this.running || (of !== null && (this.dead.has(of) || !this.devices.has(of)))) return null
    const others = of === null ? [...this.devices.keys()].filter((each) => !this.dead.has(each)) : [null]
    return this.heard.get(of) ?? others.map((device) => ({ device, quality: 200 }))
  }

  setNeighbours(of: DeviceId | null, heard: readonly HeardNode[]): void {
    this.heard.set(of, heard)
  }

  async remove(device: DeviceId): Promise<void> {
    await this.pause(this.dead.has(device) ? giveUpMs : roundTripMs)
    this.leave(device)
  }

  async findNearby(): Promise<readonly NearbyDevice[] | null> {
    await this.pause(roundTripMs)
    if (!this.running) throw new Error('There is no dongle.')
    return this.beside.devices
  }

  async blinkNearby({ device }: NearbyDevice): Promise<boolean> {
    await this.pause(roundTripMs)
    return this.running && this.beside.blink(device)
  }

  async resetNearby({ device }: NearbyDevice): Promise<boolean> {
    await this.pause(roundTripMs)
    return this.running && this.beside.reset(device)
  }

  /** Somebody comes, is asked what it is, and says it, or does not; or is being asked still. */
  join(description: DeviceDescription, state: DeviceReport | null | 'asking'): void {
    this.emit({ kind: 'newcomer', device: description.id, stage: 'found' })
    this.emit({ kind: 'newcomer', device: description.id, stage: 'asking' })
    if (state === null) this.emit({ kind: 'newcomer', device: description.id, stage: 'mute' })
    else if (state !== 'asking') this.add(description, state)
  }

  listen(listener: (event: DriverEvent) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private async obey(command: DeviceCommand): Promise<CommandOutcome> {
    if (!this.running)
      return { kind: 'failed', reason: 'dongle-lost', detail: 'the memory driver is stopped' }
    if (!(await this.air.room())) return { kind: 'failed', reason: 'congested', detail: 'no room on the air' }
    const frame = { kind: 'frame', devices: [command.device], cast: 'alone' } as const
    this.emit({ ...frame, phase: 'left' })
    const entry = this.devices.get(command.device)
    if (entry === undefined || this.dead.has(command.device)) {
      await this.pause(giveUpMs)
      return { kind: 'failed', reason: 'unreachable', detail: 'no answer' }
    }
    await this.pause(roundTripMs)
    this.emit({ ...frame, phase: 'taken' })
    if (!this.deaf.has(command.device)) {
      const before = entry.state
      entry.state = { ...before, ...effectOf(command) }
      if (command.kind === 'light') this.gossip(command, before, entry.state)
      if (this.reporting) this.reportAfter(command)
    }
    return { kind: 'confirmed' }
  }

  private reportAfter(command: DeviceCommand): void {
    this.clock.after(command.kind === 'light' ? command.transitionMs : 0, () => {
      const state = this.devices.get(command.device)?.state
      if (state !== undefined) this.emit({ kind: 'report', device: command.device, report: state })
    })
  }

  /** What a lamp says on its way, late. */
  private gossip(command: LightCommand, before: DeviceReport, after: DeviceReport): void {
    if (this.lateness === null) return
    for (const { afterMs, report } of wordsOnTheWay(command, before, after, this.lateness))
      this.clock.after(afterMs, () => {
        if (this.running) this.emit({ kind: 'report', device: command.device, report })
      })
  }

  private emit(event: DriverEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  private pause(durationMs: number): Promise<void> {
    return new Promise((resolve) => {
      this.clock.after(durationMs, resolve)
    })
  }
}
