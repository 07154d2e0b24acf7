import type { Neighbour } from '../zdo/zdo-server.ts'
import type { RadioNode } from './frame.ts'
import { linkQuality } from './link-quality.ts'
import type { Topology } from './topology.ts'

/** Entries of a router's table (MAX_NEIGHBOR_ENTRIES); the coordinator has room for all. */
const roomInRouter = 16
const relation = { parent: 0, child: 1, sibling: 2, none: 3 } as const

/** Who a node hears, as its neighbour table tells: the nearest to the coordinator first. */
export function neighboursOf(topology: Topology, node: RadioNode): Neighbour[] {
  const around = topology
    .network(node)
    .filter((other) => topology.inReach(node, other) && isNeighbour(topology, node, other))
    .sort((a, b) => a.hops - b.hops)
  const room = node.hops === 0 ? around.length : roomInRouter
  return around.slice(0, room).map((other) => ({
    ieee: other.ieee,
    nwk: other.nwk ?? 0xffff,
    type: other.hops === 0 ? 0 : other.isRouter ? 1 : 2,
    rxOnWhenIdle: other.rxOnWhenIdle,
    relation: relationTo(node, other),
    lqi: linkQuality(topology, node, other),
    depth: other.hops,
  }))
}

/** Sleepers have their parent only, and are in nobody else's table. */
function isNeighbour(topology: Topology, node: RadioNode, other: RadioNode): boolean {
  if (!node.isRouter) return topology.parentOf(node) === other
  return other.isRouter || topology.parentOf(other) === node
}

function relationTo(node: RadioNode, other: RadioNode): number {
  if (!node.isRouter || other.hops < node.hops) return relation.parent
  if (!other.isRouter) return relation.child
  return other.hops === node.hops ? relation.sibling : relation.none
}
