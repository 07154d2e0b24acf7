import type { RadioNode } from './frame.ts'
import type { Topology } from './topology.ts'

/** Lamps of one ring stand closer to each other than to those of the next. */
const [inRing, betweenRings] = [185, 170] as const
/** Furniture and the way an antenna lies: each link is worse by up to so much, always by the same. */
const scatter = 15

/** How well one node hears another, 0..255 as sticks tell it: by how far apart they stand, and what the link loses. */
export function linkQuality(topology: Topology, node: RadioNode, other: RadioNode): number {
  const best = node.hops === other.hops ? inRing : betweenRings
  const kept = 1 - topology.lossBetween(node, other)
  return Math.round((best - lotOf(node, other)) * kept)
}

/** The same for both ends, and in every run. */
function lotOf(a: RadioNode, b: RadioNode): number {
  const key = a.ieee < b.ieee ? a.ieee + b.ieee : b.ieee + a.ieee
  let hash = 0
  for (const letter of key) hash = (hash * 31 + letter.charCodeAt(0)) % 65_521
  return hash % (scatter + 1)
}
