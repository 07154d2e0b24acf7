import type { NetworkMap } from '../../src/contract/staff/network-map.ts'

/** The stick's name among the nodes. */
export const stick = 'stick'

/** How well somebody is heard; below `weakest` frames get lost, as IEEE 802.15.4 link qualities of usual sticks go. */
export type Hearing = 'well' | 'fairly' | 'faintly'
const [fair, weakest] = [120, 60]
/** Link qualities that differ by less are alike. */
const clearly = 40

export interface LaidNode {
  readonly id: string
  /** Within a circle of radius 1 around the stick. */
  readonly x: number
  readonly y: number
  /** Hops to the stick; null for whom nobody hears. */
  readonly hops: number | null
  /** Who carries its messages on, and how well that one and it hear each other. */
  readonly via: { readonly id: string; readonly quality: number } | null
}

export interface LaidLink {
  readonly from: LaidNode
  readonly to: LaidNode
  readonly quality: number
  /** It is part of somebody's way to the stick. */
  readonly isWay: boolean
}

export interface LaidNetwork {
  readonly nodes: readonly LaidNode[]
  readonly links: readonly LaidLink[]
}

export function hearingOf(quality: number): Hearing {
  if (quality < weakest) return 'faintly'
  return quality < fair ? 'fairly' : 'well'
}

/**
 * Lays a network out as rings around the stick, each node near whoever carries its messages on: along the ways that cost
 * least, a faint link as much as three fair ones (Zigbee's link costs of 1 to 7). `devices` are all there are.
 */
export function layOut(map: NetworkMap, devices: readonly string[]): LaidNetwork {
  const qualities = bothWays(map)
  const via = ways(qualities)
  const heard = new Set(via.keys())
  const all = [stick, ...new Set([...heard, ...devices])].filter(
    (id, index, list) => list.indexOf(id) === index,
  )
  const children = new Map<string, string[]>()
  for (const id of all.filter((each) => each !== stick).sort()) {
    const parent = via.get(id)?.id
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), id])
  }
  const lost = all.filter((id) => id !== stick && !via.has(id))
  const rings = Math.max(1, ...[...via.keys()].map((id) => hopsOf(id, via))) + (lost.length > 0 ? 1 : 0)
  const nodes = new Map<string, LaidNode>()
  const leaves = all.filter((id) => id !== stick && !children.has(id)).length
  let leaf = 0
  // One alone lies beside the stick: with it below, the picture would be high and empty.
  const turn = leaves === 1 ? -Math.PI / 2 : 0
  const put = (id: string, angle: number, hops: number | null): void => {
    const radius = (hops ?? rings) / rings
    const [x, y] = id === stick ? [0, 0] : [Math.sin(angle) * radius, -Math.cos(angle) * radius]
    nodes.set(id, { id, x, y, hops, via: via.get(id) ?? null })
  }
  const nextAngle = (): number => ((leaf++ + 0.5) / Math.max(1, leaves)) * 2 * Math.PI + turn
  const place = (id: string): number => {
    const below = (children.get(id) ?? []).map(place)
    const angle = below.length === 0 && id !== stick ? nextAngle() : mean(below)
    put(id, angle, hopsOf(id, via))
    return angle
  }
  place(stick)
  for (const id of lost) put(id, nextAngle(), null)
  const links = [...qualities].flatMap(([pair, quality]): LaidLink[] => {
    const [a = '', b = ''] = pair.split(' ')
    const [from, to] = [nodes.get(a), nodes.get(b)]
    if (from === undefined || to === undefined) return []
    return [{ from, to, quality, isWay: from.via?.id === b || to.via?.id === a }]
  })
  // Ways are drawn last, over what else is heard.
  return { nodes: [...nodes.values()], links: links.toSorted((a, b) => Number(a.isWay) - Number(b.isWay)) }
}

/** A link is as good as its worse end says. */
function bothWays({ links }: NetworkMap): Map<string, number> {
  const qualities = new Map<string, number>()
  for (const { hears, heard, quality } of links) {
    const pair = [hears ?? stick, heard ?? stick].sort().join(' ')
    qualities.set(pair, Math.min(quality, qualities.get(pair) ?? Number.POSITIVE_INFINITY))
  }
  return qualities
}

/** For everybody whom the stick reaches, the next one on the way to it (Dijkstra). */
function ways(qualities: ReadonlyMap<string, number>): Map<string, { id: string; quality: number }> {
  const around = new Map<string, { id: string; quality: number }[]>()
  for (const [pair, quality] of qualities) {
    const [a = '', b = ''] = pair.split(' ')
    around.set(a, [...(around.get(a) ?? []), { id: b, quality }])
    around.set(b, [...(around.get(b) ?? []), { id: a, quality }])
  }
  const costs = new Map([[stick, 0]])
  const open = new Set([stick])
  while (open.size > 0) {
    const at = [...open].reduce((a, b) => ((costs.get(b) ?? 0) < (costs.get(a) ?? 0) ? b : a))
    open.delete(at)
    for (const { id, quality } of around.get(at) ?? []) {
      const cost = (costs.get(at) ?? 0) + costOf(quality)
      if (cost >= (costs.get(id) ?? Number.POSITIVE_INFINITY)) continue
      costs.set(id, cost)
      open.add(id)
    }
  }
  // Of ways that cost the same the clearer one, and of those the one that carries fewer others.
  const carried = new Map<string, number>()
  const via = new Map<string, { id: string; quality: number }>()
  for (const [id, cost] of [...costs].filter(([each]) => each !== stick)) {
    const next = (around.get(id) ?? [])
      .filter((each) => (costs.get(each.id) ?? Number.POSITIVE_INFINITY) + costOf(each.quality) === cost)
      .toSorted(
        (a, b) =>
          Math.round((b.quality - a.quality) / clearly) ||
          (carried.get(a.id) ?? 0) - (carried.get(b.id) ?? 0),
      )[0]
    if (next === undefined) continue
    via.set(id, next)
    carried.set(next.id, (carried.get(next.id) ?? 0) + 1)
  }
  return via
}

function costOf(quality: number): number {
  return { well: 1, fairly: 3, faintly: 7 }[hearingOf(quality)]
}

function hopsOf(id: string, via: ReadonlyMap<string, { readonly id: string }>): number {
  const next = via.get(id)
  return next === undefined ? 0 : 1 + hopsOf(next.id, via)
}

function mean(angles: readonly number[]): number {
  return angles.length === 0 ? 0 : angles.reduce((sum, angle) => sum + angle, 0) / angles.length
}
