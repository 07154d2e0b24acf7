import { fillIn, type ThinnedTexels } from './thin-out.ts'
import { unseen } from './trace-job.ts'

/** Light on its way between surfaces. All arrays hold `stride` numbers (rgb for each layer) a texel. */
export interface BounceInput {
  readonly texels: number
  readonly stride: number
  /** What each of `rays` rays a texel sees: a texel, -1 for nothing, or `unseen`. */
  readonly seen: Int32Array
  readonly rays: number
  readonly thinned: ThinnedTexels
  /** rgb a texel: how much it reflects, 0..1. */
  readonly albedo: Float32Array
  /** Lux that arrives without a reflection. */
  readonly direct: Float32Array
}

/**
 * Lux that arrives after one reflection or more. Each bounce gathers from what the rays saw, so that any
 * number of lamps and bounces costs no further ray. Reflections beyond `bounces` are taken for a geometric
 * series: by then each is the one before it, evenly dimmed.
 */
export function bounce(input: BounceInput, bounces: number): Float32Array {
  const { texels, stride, direct } = input
  const all = new Float32Array(texels * stride)
  let arriving = direct
  let before = totals(direct, stride)
  for (let i = 0; i < bounces; i++) {
    arriving = gatherOnce(input, arriving)
    const now = totals(arriving, stride)
    const tail = i === bounces - 1 ? now.map((total, f) => seriesTail(total / (before[f] || 1))) : null
    for (let at = 0; at < all.length; at++)
      all[at] = (all[at] as number) + (arriving[at] as number) * (tail ? (tail[at % stride] as number) : 1)
    before = now
  }
  return all
}

/** 1 + r + r2 + …, with r held below 1. */
function seriesTail(ratio: number): number {
  return 1 / (1 - Math.min(0.9, Math.max(0, ratio)))
}

function gatherOnce(input: BounceInput, arriving: Float32Array): Float32Array {
  const { texels, stride, seen, rays, albedo, thinned } = input
  const next = new Float32Array(texels * stride)
  for (let texel = 0; texel < texels; texel++) {
    if (thinned.looks[texel] !== 1) continue
    const to = texel * stride
    let free = 0
    for (let ray = 0; ray < rays; ray++) if (seen[texel * rays + ray] !== unseen) free++
    for (let ray = 0; ray < rays; ray++) {
      const source = seen[texel * rays + ray] as number
      if (source < 0) continue
      const from = source * stride
      const red = (albedo[source * 3] as number) / free
      const green = (albedo[source * 3 + 1] as number) / free
      const blue = (albedo[source * 3 + 2] as number) / free
      for (let f = 0; f < stride; f += 3) {
        next[to + f] = (next[to + f] as number) + (arriving[from + f] as number) * red
        next[to + f + 1] = (next[to + f + 1] as number) + (arriving[from + f + 1] as number) * green
        next[to + f + 2] = (next[to + f + 2] as number) + (arriving[from + f + 2] as number) * blue
      }
    }
  }
  fillIn(thinned, next, stride)
  return next
}

function totals(light: Float32Array, stride: number): Float64Array {
  const sums = new Float64Array(stride)
  for (let at = 0; at < light.length; at++)
    sums[at % stride] = (sums[at % stride] as number) + (light[at] as number)
  return sums
}
