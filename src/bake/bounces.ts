/** Light on its way between surfaces. All arrays hold `stride` numbers (rgb for each layer) a texel. */
export interface BounceInput {
  readonly texels: number
  readonly stride: number
  /** What each of `rays` rays a texel sees: a texel, or -1 for nothing. */
  readonly seen: Int32Array
  readonly rays: number
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

function gatherOnce(
  { texels, stride, seen, rays, albedo }: BounceInput,
  arriving: Float32Array,
): Float32Array {
  const next = new Float32Array(texels * stride)
  for (let texel = 0; texel < texels; texel++) {
    const to = texel * stride
    for (let ray = 0; ray < rays; ray++) {
      const source = seen[texel * rays + ray] as number
      if (source < 0) continue
      const from = source * stride
      const red = (albedo[source * 3] as number) / rays
      const green = (albedo[source * 3 + 1] as number) / rays
      const blue = (albedo[source * 3 + 2] as number) / rays
      for (let f = 0; f < stride; f += 3) {
        next[to + f] = (next[to + f] as number) + (arriving[from + f] as number) * red
        next[to + f + 1] = (next[to + f + 1] as number) + (arriving[from + f + 1] as number) * green
        next[to + f + 2] = (next[to + f + 2] as number) + (arriving[from + f + 2] as number) * blue
      }
    }
  }
  return next
}

function totals(light: Float32Array, stride: number): Float64Array {
  const sums = new Float64Array(stride)
  for (let at = 0; at < light.length; at++)
    sums[at % stride] = (sums[at % stride] as number) + (light[at] as number)
  return sums
}
