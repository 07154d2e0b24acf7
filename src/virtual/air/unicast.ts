import { airtimeMs, apsAcknowledgementMs } from './airtime.ts'
import { type RadioFrame, type RadioNode, radioStatus } from './frame.ts'
import type { Air, Described, Hops } from './hop.ts'
import { linkQuality } from './link-quality.ts'
import type { Routes } from './routes.ts'

/** apscMaxFrameRetries. */
const apsRetries = 3

/**
 * A message from one node to another, hop by hop. The sender learns what became of the first hop only, as it does
 * in Zigbee; or, where it asked for an acknowledgement from end to end, whether the message is there.
 */
export class Unicast {
  private readonly air: Air
  private readonly hops: Hops
  private readonly routes: Routes

  constructor(air: Air, hops: Hops, routes: Routes) {
    this.air = air
    this.hops = hops
    this.routes = routes
  }

  send(
    sender: RadioNode,
    target: RadioNode | null,
    frame: RadioFrame,
    settled: (status: number) => void,
  ): void {
    if (target === null) {
      // Nobody has this address: there is not even a way to find.
      this.routes.discover(sender, null, () => settled(radioStatus.noRoute))
      return
    }
    let delivered = false
    const deliver = (from: RadioNode) => {
      if (delivered) return
      delivered = true
      target.receive(frame, linkQuality(this.air.topology, from, target))
    }
    if (frame.apsAck !== true) {
      this.travel(sender, target, describedFrame(frame, 'unicast'), airtimeMs(frame), deliver, settled)
      return
    }
    this.insist(sender, target, frame, deliver, settled)
  }

  /** Sends until the other end says that it has it. */
  private insist(
    sender: RadioNode,
    target: RadioNode,
    frame: RadioFrame,
    deliver: (from: RadioNode) => void,
    settled: (status: number) => void,
  ): void {
    const { clock, profile } = this.air
    let over = false
    const end = (status: number) => {
      if (over) return
      over = true
      settled(status)
    }
    const acknowledge = (from: RadioNode) => {
      deliver(from)
      const described = {
        ...describedFrame(frame, 'aps-ack'),
        source: target.nwk ?? 0,
        target: sender.nwk ?? 0,
      }
      this.travel(
        target,
        sender,
        described,
        apsAcknowledgementMs,
        () => end(radioStatus.success),
        () => {},
      )
    }
    const attempt = (count: number) => {
      this.travel(sender, target, describedFrame(frame, 'unicast'), airtimeMs(frame), acknowledge, () => {})
      clock.after(profile.apsAckMs, () => {
        if (over) return
        if (count === apsRetries) end(radioStatus.apsNoAck)
        else attempt(count + 1)
      })
    }
    attempt(0)
  }

  /** Finds the way and goes it; `arrived` hears who said it last, `firstHop` what became of the first. */
  private travel(
    sender: RadioNode,
    target: RadioNode,
    described: Described,
    airMs: number,
    arrived: (from: RadioNode) => void,
    firstHop: (status: number) => void,
  ): void {
    const go = (relays: readonly RadioNode[]) => {
      const way = [sender, ...relays, target]
      const failed = () => this.routes.forget(sender, target)
      const hop = (index: number) => {
        const [from, to] = [way[index], way[index + 1]]
        if (from === undefined || to === undefined) return
        const message = { from, to, airMs, described, relayed: index > 0 }
        const last = to === target
        this.hops.send(message, last ? () => arrived(from) : () => hop(index + 1), (status) => {
          if (status !== radioStatus.success) failed()
          if (index === 0) firstHop(status)
        })
      }
      hop(0)
    }
    const known = this.routes.find(sender, target)
    if (known !== null) {
      go(known)
      return
    }
    this.routes.discover(sender, target, (relays) => {
      if (relays === null) firstHop(radioStatus.noRoute)
      else go(relays)
    })
  }
}

export function describedFrame(frame: RadioFrame, kind: Described['kind']): Described {
  const { source, destination, cluster } = frame
  const target = destination.kind === 'group' ? destination.group : destination.nwk
  return { kind, source, target, cluster }
}
