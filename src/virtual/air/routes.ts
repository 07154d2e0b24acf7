import type { SeededRandom } from '../seeded-random.ts'
import { routeCommandMs } from './airtime.ts'
import { Flood } from './flood.ts'
import type { RadioNode } from './frame.ts'
import type { Air, Hops } from './hop.ts'

type Found = (relays: readonly RadioNode[] | null) => void

/**
 * Who knows the way to whom. A way is looked for by a flood of requests and a reply that comes back along it; it is
 * used until it fails, however the network has changed meanwhile.
 */
export class Routes {
  private readonly air: Air
  private readonly hops: Hops
  private readonly random: SeededRandom
  private readonly known = new Map<RadioNode, Map<RadioNode, readonly RadioNode[]>>()
  private readonly looking = new Map<RadioNode, Map<RadioNode, Found[]>>()

  constructor(air: Air, hops: Hops, random: SeededRandom) {
    this.air = air
    this.hops = hops
    this.random = random
  }

  find(from: RadioNode, to: RadioNode): readonly RadioNode[] | null {
    return this.air.topology.areNeighbours(from, to) ? [] : (this.known.get(from)?.get(to) ?? null)
  }

  forget(from: RadioNode, to: RadioNode): void {
    this.known.get(from)?.delete(to)
  }

  forgetNode(node: RadioNode): void {
    this.known.delete(node)
    for (const routes of this.known.values()) routes.delete(node)
  }

  /** Calls `found` with the relays, or with null when nobody has answered in time. */
  discover(from: RadioNode, to: RadioNode | null, found: Found): void {
    const already = to === null ? undefined : this.looking.get(from)?.get(to)
    if (already !== undefined) {
      already.push(found)
      return
    }
    const waiting = [found]
    if (to !== null) nested(this.looking, from).set(to, waiting)
    let over = false
    const end: Found = (relays) => {
      if (over) return
      over = true
      if (to !== null) {
        this.looking.get(from)?.delete(to)
        if (relays !== null) nested(this.known, from).set(to, relays)
      }
      for (const tell of waiting) tell(relays)
    }
    this.air.clock.after(this.air.profile.routeDiscoveryMs, () => end(null))
    const target = to?.nwk ?? 0
    const described = { kind: 'route', source: from.nwk ?? 0, target, cluster: null } as const
    let replied = false
    const reached = (node: RadioNode) => {
      if (to === null || replied || (node !== to && !this.speaksFor(node, to))) return
      const relays = this.air.topology.relays(from, to)
      if (relays === null) return
      replied = true
      const back = [to, ...relays.toReversed(), from]
      this.reply(node === to ? back : back.slice(1), () => end(relays))
    }
    new Flood(this.air, this.random, {
      origin: from.isRouter ? from : (this.air.topology.parentOf(from) ?? from),
      airMs: routeCommandMs,
      described,
      takes: () => true,
      reached,
      sent: () => {},
    }).start()
  }

  /** Parents answer for children that sleep. */
  private speaksFor(node: RadioNode, child: RadioNode): boolean {
    return !child.isRouter && this.air.topology.parentOf(child) === node
  }

  private reply(way: readonly RadioNode[], done: () => void): void {
    const [from, to, ...rest] = way
    if (from === undefined || to === undefined) {
      done()
      return
    }
    const described = { kind: 'route', source: from.nwk ?? 0, target: to.nwk ?? 0, cluster: null } as const
    const message = { from, to, airMs: routeCommandMs, described, relayed: true }
    this.hops.send(
      message,
      () => this.reply([to, ...rest], done),
      () => {},
    )
  }
}

function nested<V>(map: Map<RadioNode, Map<RadioNode, V>>, key: RadioNode): Map<RadioNode, V> {
  const known = map.get(key)
  if (known !== undefined) return known
  const fresh = new Map<RadioNode, V>()
  map.set(key, fresh)
  return fresh
}
