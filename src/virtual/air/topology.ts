import type { Ieee } from '../bytes.ts'
import type { SeededRandom } from '../seeded-random.ts'
import type { RadioNode } from './frame.ts'
import { interference, type RadioProfile } from './profile.ts'

/**
 * Who hears whom. Nodes stand in rings around the coordinator, which is ring 0: a node hears its own ring and the
 * two next to it. Every link loses its share of frames.
 */
export class Topology {
  readonly nodes = new Set<RadioNode>()
  noise: number[]
  private readonly baseLoss: number
  private readonly random: SeededRandom
  private readonly losses = new Map<string, number>()
  private readonly parents = new WeakMap<RadioNode, RadioNode>()

  constructor(profile: RadioProfile, random: SeededRandom) {
    this.noise = [...profile.noise]
    this.baseLoss = profile.loss
    this.random = random
  }

  /** Share of frames lost between these two, or at this one whoever it talks to. 0 mends it. */
  setLoss(loss: number, ieee: Ieee, peer: Ieee | null): void {
    const key = peer === null ? ieee : pair(ieee, peer)
    if (loss === 0) this.losses.delete(key)
    else this.losses.set(key, loss)
  }

  /** True when a frame sent now would reach the other antenna, losses aside. */
  inReach(a: RadioNode, b: RadioNode): boolean {
    return a !== b && a.onAir && b.onAir && Math.abs(a.hops - b.hops) <= 1 && this.sameNetwork(a, b)
  }

  sameNetwork(a: RadioNode, b: RadioNode): boolean {
    return a.networkId !== null && a.networkId === b.networkId && a.channel === b.channel
  }

  lossBetween(a: RadioNode, b: RadioNode): number {
    const wave = interference(this.noise[(a.channel ?? 11) - 11] ?? 0)
    const shares = [this.baseLoss, wave]
    if (this.losses.size > 0) {
      for (const key of [a.ieee, b.ieee, pair(a.ieee, b.ieee)]) shares.push(this.losses.get(key) ?? 0)
    }
    return 1 - shares.reduce((kept, share) => kept * (1 - share), 1)
  }

  /** Whether this transmission gets through to this listener: each time anew. */
  getsThrough(from: RadioNode, to: RadioNode): boolean {
    return this.inReach(from, to) && !this.random.chance(this.lossBetween(from, to))
  }

  /** Whoever has this address, on air or not. */
  find(sender: RadioNode, nwk: number): RadioNode | null {
    for (const node of this.nodes) {
      if (node.nwk === nwk && node.networkId !== null && node.networkId === sender.networkId) return node
    }
    return null
  }

  /** Everybody in this node's network. */
  network(node: RadioNode): RadioNode[] {
    return [...this.nodes].filter((other) => this.sameNetwork(node, other))
  }

  /** Neighbours need no route: they are one hop apart. A sleepy node has no neighbour but its parent. */
  areNeighbours(a: RadioNode, b: RadioNode): boolean {
    if (Math.abs(a.hops - b.hops) > 1) return false
    return (a.isRouter && b.isRouter) || a.hops + b.hops === 1
  }

  /**
   * The routers between two nodes, in order; null when no chain of routers reaches. Outer nodes look inwards, ring
   * by ring, until somebody hears the other.
   */
  relays(from: RadioNode, to: RadioNode): RadioNode[] | null {
    const [inner, outer] = from.hops <= to.hops ? [from, to] : [to, from]
    const chain: RadioNode[] = []
    let at = outer
    while (!(this.inReach(at, inner) && (at.isRouter || inner.hops === 0))) {
      const next = this.parentOf(at)
      if (next === null) return null
      chain.push(next)
      at = next
    }
    return from === inner ? chain.reverse() : chain
  }

  /**
   * A router one ring further in that this node hears best, by chance among equals; null when there is none. A
   * sleepy node keeps its parent as long as it hears it.
   */
  parentOf(node: RadioNode): RadioNode | null {
    const kept = this.parents.get(node)
    if (kept !== undefined && kept.hops === node.hops - 1 && this.inReach(node, kept)) return kept
    let best: RadioNode[] = []
    let leastLoss = Number.POSITIVE_INFINITY
    for (const other of this.nodes) {
      if (!other.isRouter || other.hops !== node.hops - 1 || !this.inReach(node, other)) continue
      const loss = this.lossBetween(node, other)
      if (loss > leastLoss) continue
      if (loss < leastLoss) best = []
      leastLoss = loss
      best.push(other)
    }
    const parent = this.random.pick(best) ?? null
    if (parent !== null && !node.isRouter) this.parents.set(node, parent)
    return parent
  }
}

function pair(a: Ieee, b: Ieee): string {
  return a < b ? `${a}/${b}` : `${b}/${a}`
}
