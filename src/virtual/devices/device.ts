import type { RadioFrame, RadioNode } from '../air/frame.ts'
import { ByteWriter, type Ieee, ShortFrameError } from '../bytes.ts'
import type { CatalogueEntry } from '../catalogue.ts'
import { type Quirks, quirksOf } from '../quirks.ts'
import { BindingTable } from '../zdo/binding-table.ts'
import { scanMs } from '../zdo/network-update.ts'
import { zdoRequest, zdoResponseFlag } from '../zdo/zdo-cluster.ts'
import { answerZdo } from '../zdo/zdo-server.ts'
import type { Attribute } from './attributes.ts'
import { buildClusters, buildParts, type Parts } from './build.ts'
import { ColourCluster } from './colour-control.ts'
import { DeviceEndpoint } from './device-endpoint.ts'
import { DeviceZdo } from './device-zdo.ts'
import { LevelCluster } from './level-control.ts'
import type { Membership, Neighbourhood } from './neighbourhood.ts'
import { OnOffCluster } from './on-off.ts'
import { Outbox } from './outbox.ts'
import { ReportSender } from './report-sender.ts'
import { Sleep } from './sleep.ts'
import { answerZcl } from './zcl-answer.ts'

/** A device of the catalogue: descriptors, clusters, bindings, and the physical parts behind them. */
export class SimulatedDevice implements RadioNode {
  readonly entry: CatalogueEntry
  readonly ieee: Ieee
  readonly quirks: Quirks
  readonly parts: Parts
  readonly endpoints: DeviceEndpoint[]
  readonly bindings = new BindingTable()
  readonly sleep: Sleep
  readonly outbox: Outbox
  private readonly reports: ReportSender
  membership: Membership | null = null
  powered = true
  /** A fault for tests: it lives, but its radio is dead. */
  deadRadio = false
  /** A fault for tests: it takes so long over every frame. */
  slowMs = 0
  permitJoinUntilMs = 0
  /** How far it stands from the coordinator, in hops. */
  hops = 1
  /** Somebody holds it within half a metre of the stick. */
  isHeldClose = false
  readonly around: Neighbourhood
  private readonly zdo: DeviceZdo

  constructor(entry: CatalogueEntry, ieee: Ieee, around: Neighbourhood) {
    this.entry = entry
    this.ieee = ieee
    this.around = around
    this.quirks = quirksOf(entry.name)
    this.parts = buildParts(entry, around.clock)
    this.sleep = new Sleep(entry, ieee, this.quirks, around.clock)
    this.zdo = new DeviceZdo(this)
    this.outbox = new Outbox(this)
    this.reports = new ReportSender(this)
    this.endpoints = Object.entries(entry.endpoints).map(
      ([id, descriptor]) =>
        new DeviceEndpoint(
          { ...descriptor, id: Number(id), version: 1 },
          around.clock,
          (endpoint, cluster, attribute) => this.reports.changed(endpoint.id, cluster, attribute),
        ),
    )
    for (const endpoint of this.endpoints) {
      buildClusters(endpoint, {
        entry,
        parts: this.parts,
        clock: around.clock,
        resetToFactory: () => this.resetToFactory(),
        notify: (id, cluster, command, payload) => this.outbox.notify(id, cluster, command, payload),
      })
    }
    const { lamp, relay, blind, world } = this.parts
    for (const part of [lamp, relay, blind, world]) part?.onChange(() => around.touched())
  }

  /** In a network, with power, and with a radio that works. */
  get onAir(): boolean {
    return this.membership !== null && this.powered && !this.deadRadio
  }
  get nwk(): number | null {
    return this.membership?.nwk ?? null
  }
  get channel(): number | null {
    return this.membership?.channel ?? null
  }
  get networkId(): string | null {
    return this.membership?.networkId ?? null
  }
  get isRouter(): boolean {
    return this.entry.router
  }
  get rxOnWhenIdle(): boolean {
    return this.entry.router
  }
  wakesInMs(): number {
    return this.sleep.wakesInMs()
  }

  endpoint(id: number): DeviceEndpoint | null {
    return this.endpoints.find((endpoint) => endpoint.id === id) ?? null
  }

  receive(frame: RadioFrame): void {
    if (this.slowMs === 0) this.take(frame)
    else this.around.clock.after(this.slowMs, () => this.take(frame))
  }

  private take(frame: RadioFrame): void {
    if (!this.powered) return
    this.sleep.stir()
    if (frame.destinationEndpoint === 0) this.receiveZdo(frame)
    else for (const endpoint of this.addressed(frame)) this.receiveZcl(endpoint, frame)
    this.around.touched()
  }

  private addressed(frame: RadioFrame): DeviceEndpoint[] {
    const { destination } = frame
    if (destination.kind === 'group') {
      return this.endpoints.filter((endpoint) => endpoint.groups.ids.has(destination.group))
    }
    const everybody = frame.destinationEndpoint === 0xff
    return this.endpoints.filter((endpoint) => everybody || endpoint.id === frame.destinationEndpoint)
  }

  private receiveZdo(frame: RadioFrame): void {
    const sequence = frame.payload[0]
    if (sequence === undefined || (frame.cluster & zdoResponseFlag) !== 0) return
    const answer = answerOrNull(() =>
      answerZdo(this.zdo, frame.cluster, frame.payload.subarray(1), frame.destination.kind !== 'unicast'),
    )
    if (answer === null) return
    const back = { kind: 'unicast', nwk: frame.source } as const
    const send = () => this.outbox.zdo(back, frame.cluster | zdoResponseFlag, sequence, answer)
    const delayMs = scanMs(frame.cluster, frame.payload.subarray(1))
    if (delayMs === 0) send()
    else this.around.clock.after(delayMs, send)
  }

  /** "Here I am": after joining and after every power cut. */
  announce(): void {
    if (this.membership === null) return
    const payload = new ByteWriter()
      .u16(this.membership.nwk)
      .ieee(this.ieee)
      .u8(this.entry.macCapability)
      .done()
    const { outbox } = this
    const everybodyAwake = { kind: 'broadcast', nwk: 0xfffd } as const
    outbox.zdo(everybodyAwake, zdoRequest.deviceAnnounce, outbox.nextSequence(), payload)
  }

  private receiveZcl(endpoint: DeviceEndpoint, frame: RadioFrame): void {
    const { quirks, ieee } = this
    const { destination } = frame
    const answer = answerZcl(endpoint, frame, {
      quirks,
      deaf: this.parts.lamp?.deaf ?? false,
      applied: (command) => {
        const group = destination.kind === 'group' ? destination.group : null
        const { journal } = this.around.radio
        const atMs = this.around.clock.now()
        journal.applied.add({ atMs, ieee, endpoint: endpoint.id, cluster: frame.cluster, command, group })
      },
    })
    if (answer === null) return
    this.outbox.transmit({
      sourceEndpoint: endpoint.id,
      profile: endpoint.descriptor.profile,
      destination: { kind: 'unicast', nwk: frame.source },
      destinationEndpoint: frame.sourceEndpoint,
      cluster: frame.cluster,
      payload: answer,
    })
  }

  /** Reports that a model sends to the coordinator unasked. */
  reportUnasked(endpointId: number, cluster: number, attributes: readonly Attribute[]): void {
    if (this.endpoint(endpointId) === null) return
    this.reports.sendNow(endpointId, cluster, [this.outbox.coordinator], attributes)
  }

  /** Mains at the wall, or a battery put in or out. */
  setPowered(on: boolean): void {
    if (on === this.powered) return
    this.powered = on
    this.around.touched()
    if (!on) {
      this.parts.lamp?.level.stop()
      this.parts.lamp?.stopColour()
      this.parts.blind?.stop()
      if (this.quirks.forgetsReportingWithoutPower)
        for (const { reporting } of this.endpoints) reporting.clear()
      return
    }
    const before = (this.parts.lamp ?? this.parts.relay)?.on ?? false
    for (const server of this.endpoints.flatMap((endpoint) => [...endpoint.servers.values()])) {
      if (server instanceof OnOffCluster) server.powerUp(before)
      if (server instanceof LevelCluster || server instanceof ColourCluster) server.powerUp()
    }
    this.around.lookFor(this)
    this.announce()
  }

  join(membership: Membership): void {
    this.membership = membership
    this.sleep.stayAwake()
  }

  /** Goes on in its network on another channel. */
  moveTo(channel: number): void {
    if (!this.powered || this.membership === null) return
    this.membership = { ...this.membership, channel }
    this.around.touched()
  }

  /** Forgets the network and everything it was told there. */
  forgetNetwork(): void {
    this.membership = null
    this.bindings.entries = []
    this.resetToFactory()
  }

  private resetToFactory(): void {
    for (const endpoint of this.endpoints) {
      endpoint.reporting.clear()
      for (const group of [...endpoint.groups.ids]) endpoint.groups.remove(group)
    }
    this.around.touched()
  }
}

/** A request that ends early gets no answer from the device profile. */
function answerOrNull<T>(answer: () => T | null): T | null {
  try {
    return answer()
  } catch (error) {
    if (error instanceof ShortFrameError) return null
    throw error
  }
}
