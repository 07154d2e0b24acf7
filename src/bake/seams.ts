import type { Texels } from './texels.ts'

/**
 * Where charts meet, each side has its own texels with its own noise: the eye finds the line. Texels at one
 * place of one surface are given the mean of both sides, and those behind them follow by and by.
 */
export function closeSeams(texels: Texels, buried: Int32Array, light: Float32Array, layers: number): void {
  const stride = layers * 3
  const changes = meanOfSides(texels, linkSides(texels, buried), light, stride)
  let edge = [...changes.keys()]
  for (let ring = 1; ring < reach; ring++) edge = spreadInwards(texels, buried, changes, edge, stride)
  for (const [texel, { by, share }] of changes)
    for (let f = 0; f < stride; f++)
      light[texel * stride + f] = Math.max(
        0,
        (light[texel * stride + f] as number) + (by[f] as number) * share,
      )
}

/** Rings of texels on each side that share in the change. */
const reach = 4
/** Both sides of a seam face the same way, to within this cosine. */
const sameWay = 0.9
/** Pixels of the map that lie this near are neighbours, not two sides of a seam. */
const neighbours = 2
const around = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

interface Link {
  readonly other: number
  readonly weight: number
}

/** How a texel is to change: `by`, rgb for each layer, times `share`. */
interface Change {
  readonly by: Float32Array
  readonly share: number
}

/** For each texel at a chart's border those of other borders that lie on the same spot of the same part. */
function linkSides(texels: Texels, buried: Int32Array): Map<number, Link[]> {
  const { size, pixel, part, grain, position } = texels
  const border = borderTexels(texels, buried)
  const cellOf = new Map<number, number>()
  for (const texel of border) {
    const owner = part[texel] as number
    cellOf.set(owner, Math.max(cellOf.get(owner) ?? 0, grain[texel] as number))
  }
  const cell = (texel: number, axis: number) =>
    Math.floor((position[texel * 3 + axis] as number) / (cellOf.get(part[texel] as number) as number))
  const key = (owner: number, x: number, y: number, z: number) => `${owner} ${x} ${y} ${z}`
  const cells = new Map<string, number[]>()
  for (const texel of border) {
    const at = key(part[texel] as number, cell(texel, 0), cell(texel, 1), cell(texel, 2))
    const known = cells.get(at)
    if (known) known.push(texel)
    else cells.set(at, [texel])
  }
  const links = new Map<number, Link[]>()
  const apart = (a: number, b: number) =>
    Math.abs(((pixel[a] as number) % size) - ((pixel[b] as number) % size)) > neighbours ||
    Math.abs(Math.floor((pixel[a] as number) / size) - Math.floor((pixel[b] as number) / size)) > neighbours
  for (const texel of border) {
    const found: Link[] = []
    const [x, y, z] = [cell(texel, 0), cell(texel, 1), cell(texel, 2)]
    for (let step = 0; step < 27; step++) {
      const at = key(
        part[texel] as number,
        x + (step % 3) - 1,
        y + (Math.floor(step / 3) % 3) - 1,
        z + Math.floor(step / 9) - 1,
      )
      for (const other of cells.get(at) ?? []) {
        const weight = 1 - distance(texels, texel, other) / Math.max(1e-6, grain[texel] as number)
        if (weight <= 0 || !apart(texel, other) || facing(texels, texel, other) < sameWay) continue
        found.push({ other, weight })
      }
    }
    if (found.length > 0) links.set(texel, found)
  }
  return links
}

/** Texels that lack a neighbour in the map that is one on the surface too. */
function borderTexels(texels: Texels, buried: Int32Array): number[] {
  const border: number[] = []
  for (let texel = 0; texel < texels.count; texel++)
    if (buried[texel] !== 1 && around.some((step) => besides(texels, texel, step) < 0)) border.push(texel)
  return border
}

/** The neighbour of a texel on the same chart; -1 where there is none. */
function besides(texels: Texels, texel: number, [dx, dy]: readonly [number, number]): number {
  const { size, pixel, ofPixel, part, grain } = texels
  const x = ((pixel[texel] as number) % size) + dx
  const y = Math.floor((pixel[texel] as number) / size) + dy
  if (x < 0 || y < 0 || x >= size || y >= size) return -1
  const other = ofPixel[y * size + x] as number
  if (other < 0 || part[other] !== part[texel]) return -1
  return distance(texels, texel, other) < 2.5 * (grain[texel] as number) ? other : -1
}

function meanOfSides(
  { count }: Texels,
  links: ReadonlyMap<number, readonly Link[]>,
  light: Float32Array,
  stride: number,
): Map<number, Change> {
  const changes = new Map<number, Change>()
  for (let texel = 0; texel < count; texel++) {
    const others = links.get(texel)
    if (!others) continue
    const by = new Float32Array(stride)
    const total = others.reduce((sum, { weight }) => sum + weight, 0)
    for (const { other, weight } of others)
      for (let f = 0; f < stride; f++)
        by[f] =
          (by[f] as number) +
          (weight / total / 2) *
            ((light[other * stride + f] as number) - (light[texel * stride + f] as number))
    changes.set(texel, { by, share: 1 })
  }
  return changes
}

/** Lets the neighbours of `edge` follow a little less; returns those that were added. */
function spreadInwards(
  texels: Texels,
  buried: Int32Array,
  changes: Map<number, Change>,
  edge: readonly number[],
  stride: number,
): number[] {
  const next = new Map<number, { by: Float32Array; share: number; from: number }>()
  for (const texel of edge) {
    const change = changes.get(texel)
    if (!change) continue
    for (const step of around) {
      const other = besides(texels, texel, step)
      if (other < 0 || buried[other] === 1 || changes.has(other)) continue
      const sum = next.get(other) ?? { by: new Float32Array(stride), share: 0, from: 0 }
      next.set(other, sum)
      sum.from++
      sum.share = change.share - 1 / reach
      for (let f = 0; f < stride; f++) sum.by[f] = (sum.by[f] as number) + (change.by[f] as number)
    }
  }
  for (const [texel, { by, share, from }] of next)
    changes.set(texel, { by: by.map((value) => value / from), share })
  return [...next.keys()]
}

function distance({ position }: Texels, a: number, b: number): number {
  return Math.hypot(
    (position[a * 3] as number) - (position[b * 3] as number),
    (position[a * 3 + 1] as number) - (position[b * 3 + 1] as number),
    (position[a * 3 + 2] as number) - (position[b * 3 + 2] as number),
  )
}

function facing({ normal }: Texels, a: number, b: number): number {
  return (
    (normal[a * 3] as number) * (normal[b * 3] as number) +
    (normal[a * 3 + 1] as number) * (normal[b * 3 + 1] as number) +
    (normal[a * 3 + 2] as number) * (normal[b * 3 + 2] as number)
  )
}
