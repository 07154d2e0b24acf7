import type { Clock } from '../showroom/clock.ts'
import { airtimeMs } from './air/airtime.ts'
import { BroadcastTable } from './air/broadcast-table.ts'
import { Channel } from './air/channel.ts'
import { Flood } from './air/flood.ts'
import { type Destination, type RadioFrame, type RadioNode, radioStatus } from './air/frame.ts'
import { type Air, Hops } from './air/hop.ts'
import { Journal } from './air/journal.ts'
import { linkQuality } from './air/link-quality.ts'
import type { RadioProfile } from './air/profile.ts'
import { Routes } from './air/routes.ts'
import { Topology } from './air/topology.ts'
import { describedFrame, Unicast } from './air/unicast.ts'
import type { SeededRandom } from './seeded-random.ts'

/**
 * The air between coordinator and devices. Every frame passes here and takes its time on the one channel
 * (`air/channel.ts`): unicasts hop by hop (`air/unicast.ts`), groupcasts and broadcasts as floods (`air/flood.ts`).
 */
export class Radio {
  readonly journal = new Journal()
  readonly topology: Topology
  readonly routes: Routes
  readonly channel: Channel
  private readonly air: Air
  private readonly hops: Hops
  private readonly unicast: Unicast
  readonly random: SeededRandom
  private readonly jitter: SeededRandom
  private readonly tables = new WeakMap<RadioNode, BroadcastTable>()

  constructor(clock: Clock, profile: RadioProfile, random: SeededRandom) {
    this.random = random
    this.jitter = random.stream('jitter')
    this.topology = new Topology(profile, random.stream('links'))
    this.channel = new Channel(clock, random.stream('back-off'), profile.airtime)
    this.air = { clock, profile, channel: this.channel, topology: this.topology, journal: this.journal }
    this.hops = new Hops(this.air)
    this.routes = new Routes(this.air, this.hops, this.jitter)
    this.unicast = new Unicast(this.air, this.hops, this.routes)
  }

  get profile(): RadioProfile {
    return this.air.profile
  }

  attach(node: RadioNode): void {
    this.topology.nodes.add(node)
  }

  detach(node: RadioNode): void {
    this.topology.nodes.delete(node)
    this.routes.forgetNode(node)
  }

  /**
   * Sends a frame, or says at once that there is no room for it. `settled` hears what became of a frame that was
   * taken (for groups and broadcasts: that it went out).
   */
  transmit(sender: RadioNode, frame: RadioFrame, settled: (status: number) => void = () => {}): number {
    const { destination } = frame
    if (destination.kind === 'unicast') {
      this.unicast.send(sender, this.topology.find(sender, destination.nwk), frame, settled)
      return radioStatus.success
    }
    if (sender.isRouter) {
      if (!this.tableOf(sender).take()) return radioStatus.bufferFull
      this.flood(sender, sender, frame, settled)
      return radioStatus.success
    }
    this.throughParent(sender, frame, settled)
    return radioStatus.success
  }

  knowsRoute(from: RadioNode, nwk: number): boolean {
    const to = this.topology.find(from, nwk)
    return to !== null && this.routes.find(from, to) !== null
  }

  /** Asks for the way, though one may be known. */
  discoverRoute(from: RadioNode, nwk: number): void {
    const to = this.topology.find(from, nwk)
    if (to !== null) this.routes.forget(from, to)
    this.routes.discover(from, to, () => {})
  }

  /** A sleepy node has its parent say it. */
  private throughParent(sender: RadioNode, frame: RadioFrame, settled: (status: number) => void): void {
    const parent = this.topology.parentOf(sender)
    if (parent === null) {
      settled(radioStatus.noRoute)
      return
    }
    const described = describedFrame(frame, frame.destination.kind)
    const message = { from: sender, to: parent, airMs: airtimeMs(frame), described, relayed: false }
    this.hops.send(
      message,
      () => {
        if (!this.tableOf(parent).take()) return
        this.flood(parent, sender, frame, () => {})
        if (takes(parent, frame.destination))
          parent.receive(frame, linkQuality(this.topology, sender, parent))
      },
      settled,
    )
  }

  private flood(
    origin: RadioNode,
    author: RadioNode,
    frame: RadioFrame,
    sent: (status: number) => void,
  ): void {
    const reached = (node: RadioNode, from: RadioNode) => {
      if (node === author || !takes(node, frame.destination)) return
      if (node.rxOnWhenIdle) node.receive(frame, linkQuality(this.topology, from, node))
    }
    const takesEntry = (node: RadioNode) => !node.isRouter || this.tableOf(node).take()
    const described = describedFrame(frame, frame.destination.kind)
    const airMs = airtimeMs(frame)
    new Flood(this.air, this.jitter, { origin, airMs, described, takes: takesEntry, reached, sent }).start()
    if (frame.destination.kind === 'broadcast' && frame.destination.nwk === 0xffff) {
      this.tellSleepers(author, frame, airMs)
    }
  }

  /** Parents keep a broadcast to everybody for their children that sleep. */
  private tellSleepers(author: RadioNode, frame: RadioFrame, airMs: number): void {
    const described = describedFrame(frame, 'broadcast')
    for (const to of this.topology.network(author)) {
      if (to.rxOnWhenIdle || to === author) continue
      const from = this.topology.parentOf(to)
      if (from === null) continue
      this.hops.send(
        { from, to, airMs, described, relayed: true },
        () => to.receive(frame, linkQuality(this.topology, from, to)),
        () => {},
      )
    }
  }

  private tableOf(node: RadioNode): BroadcastTable {
    const known = this.tables.get(node)
    if (known !== undefined) return known
    const { stickBudget, routerBudget } = this.air.profile
    const table = new BroadcastTable(this.air.clock, node.hops === 0 ? stickBudget : routerBudget)
    this.tables.set(node, table)
    return table
  }
}

/** Who takes a groupcast or broadcast (Zigbee specification, table 3-69 "Broadcast addresses"). */
function takes(node: RadioNode, destination: Destination): boolean {
  if (destination.kind !== 'broadcast') return node.rxOnWhenIdle
  switch (destination.nwk) {
    case 0xffff:
      return true
    case 0xfffd:
      return node.rxOnWhenIdle
    case 0xfffc:
      return node.isRouter
    default:
      return false
  }
}
