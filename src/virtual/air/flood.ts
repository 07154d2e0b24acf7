import type { SeededRandom } from '../seeded-random.ts'
import { type RadioNode, radioStatus } from './frame.ts'
import { type Air, busyRetries, type Described } from './hop.ts'

/** nwkMaxBroadcastRetries (MAX_BCAST_RETRIES). */
const retries = 2
/** Neighbours a node keeps an eye on: as many as its neighbour table has room for (MAX_NEIGHBOR_ENTRIES). */
const watchedNeighbours = 16

/** Something everybody is to hear. */
export interface FloodMessage {
  /** Who says it first. */
  readonly origin: RadioNode
  readonly airMs: number
  readonly described: Described
  /** False for a router whose table is full: it neither heeds nor repeats. */
  readonly takes: (node: RadioNode) => boolean
  /** A node has it, once each, and heard it first from another. */
  readonly reached: (node: RadioNode, from: RadioNode) => void
  /** The origin's first transmission is over, with a `radioStatus`. */
  readonly sent: (status: number) => void
}

/**
 * A broadcast on its way through the network (Zigbee specification 3.6.6): who hears it repeats it once, after a
 * random wait, and again after half a second if fewer neighbours repeat it than are there.
 */
export class Flood {
  private readonly air: Air
  private readonly random: SeededRandom
  private readonly message: FloodMessage
  private readonly network: readonly RadioNode[]
  /** Who has heard it, and from which neighbours. */
  private readonly heardFrom = new Map<RadioNode, Set<RadioNode>>()

  constructor(air: Air, random: SeededRandom, message: FloodMessage) {
    this.air = air
    this.random = random
    this.message = message
    this.network = air.topology.network(message.origin)
  }

  start(): void {
    this.heardFrom.set(this.message.origin, new Set())
    this.say(this.message.origin, 0)
  }

  private say(node: RadioNode, attempt: number, refusals = 0): void {
    const { channel, clock, profile } = this.air
    const first = node === this.message.origin && attempt === 0
    const transmit = () => {
      const airMs = channel.lasting(this.message.airMs)
      this.write(node, attempt, airMs)
      clock.after(airMs, () => {
        if (first) this.message.sent(radioStatus.success)
        this.said(node, attempt)
      })
      return airMs
    }
    channel.acquire(transmit, () => {
      if (!first) this.listen(node, attempt, 1)
      else if (refusals === busyRetries) this.message.sent(radioStatus.channelAccessFailure)
      else clock.after(channel.pauseMs(profile.retryMs), () => this.say(node, attempt, refusals + 1))
    })
  }

  private said(node: RadioNode, attempt: number): void {
    const { clock, topology, profile } = this.air
    let routers = 0
    for (const listener of this.network) {
      if (listener === node || !listener.rxOnWhenIdle || !topology.inReach(node, listener)) continue
      if (listener.isRouter) routers++
      if (!topology.getsThrough(node, listener)) continue
      const heard = this.heardFrom.get(listener)
      if (heard === undefined) {
        this.heardFrom.set(listener, new Set([node]))
        clock.after(profile.processingMs, () => this.reach(listener, node))
      } else if (heard.size < watchedNeighbours) heard.add(node)
    }
    this.listen(node, attempt, Math.min(routers, watchedNeighbours))
  }

  /** Says it again when fewer neighbours than expected have said it by then. */
  private listen(node: RadioNode, attempt: number, expected: number): void {
    if (attempt === retries) return
    this.air.clock.after(this.air.profile.passiveAckMs, () => {
      const heard = this.heardFrom.get(node)?.size ?? 0
      if (heard < expected && node.onAir) this.say(node, attempt + 1)
    })
  }

  private reach(node: RadioNode, from: RadioNode): void {
    if (!node.onAir || !this.message.takes(node)) return
    if (node.isRouter) {
      const waitMs = this.random.next() * this.air.profile.broadcastJitterMs
      this.air.clock.after(waitMs, () => {
        if (node.onAir) this.say(node, 0)
      })
    }
    this.message.reached(node, from)
  }

  private write(node: RadioNode, attempt: number, airMs: number): void {
    const startMs = this.air.clock.now()
    this.air.journal.frame({
      ...this.message.described,
      from: node.nwk ?? 0,
      to: null,
      startMs,
      endMs: startMs + airMs,
      attempt,
      relayed: node !== this.message.origin,
      acknowledged: null,
    })
  }
}
