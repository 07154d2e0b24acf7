import type { BakeJob } from './bake-job.ts'
import { forAimed } from './near-lamps.ts'
import { spotsPerTexel, unseen } from './rays.ts'
import { dropSparks } from './sparks.ts'
import { fillIn } from './thin-out.ts'

/**
 * Lux that arrives after one reflection or more, into `job.bounced`. Each bounce gathers from what the rays
 * saw, so that any number of lamps and bounces costs no further ray. Reflections beyond `bounces` are taken for
 * a geometric series: by then each is the one before it, evenly dimmed. `gather` runs `gatherBounce` over all
 * texels.
 */
export async function bounce(
  job: BakeJob,
  bounces: number,
  gather: (direct: boolean, last: boolean) => Promise<void>,
): Promise<void> {
  const stride = job.layers * 3
  job.before.set(job.direct)
  let last = totals(job, job.direct)
  for (let i = 0; i < bounces; i++) {
    await gather(i === 0, false)
    fillIn(job, job.arriving, stride)
    const now = totals(job, job.arriving)
    const tail = i === bounces - 1 ? now.map((total, f) => seriesTail(total / (last[f] || 1))) : null
    for (let at = 0; at < job.bounced.length; at++)
      job.bounced[at] =
        (job.bounced[at] as number) +
        (job.arriving[at] as number) * (tail ? (tail[at % stride] as number) : 1)
    last = now
    job.before.set(job.arriving)
    job.arriving.fill(0)
  }
  // Once more from all light together: that adds a bounce, and tells the noise of the sum. In a lit dome, light
  // goes to and fro many times, and each time the same rays miss it or meet it.
  for (let at = 0; at < job.before.length; at++)
    job.before[at] = (job.direct[at] as number) + (job.bounced[at] as number)
  await gather(true, true)
  dropSparks(job, job.arriving)
  fillIn(job, job.arriving, stride)
  fillIn(job, job.variance, job.layers)
  job.bounced.set(job.arriving)
  job.arriving.fill(0)
}

/** 1 + r + r2 + …, with r held below 1. */
function seriesTail(ratio: number): number {
  return 1 / (1 - Math.min(0.9, Math.max(0, ratio)))
}

/** Directions of one texel are spread evenly, so their mean is surer than that of as many drawn by chance. */
const evenness = 0.4

/**
 * Puts into `arriving` what each looking texel's rays see of the light `before`. `direct` says that this holds
 * the light that has not been reflected yet; `last` asks for the variance.
 */
export function gatherBounce(
  job: BakeJob,
  from: number,
  to: number,
  { direct, last }: { readonly direct: boolean; readonly last: boolean },
): void {
  const { layers, seen, gatherRays: rays, albedo, before, arriving, near, variance, sunlit, besideSun } = job
  const patchBit = new Int32Array(layers)
  job.patches.forEach((patch, number) => {
    for (const layer of patch.layers) patchBit[layer] = 1 << number
  })
  const stride = layers * 3
  const sum = new Float64Array(stride)
  const squares = new Float64Array(layers)
  for (let texel = from; texel < to; texel++) {
    if (job.thinned.looks[texel] !== 1 || job.buried[texel] === 1) continue
    const start = (job.rank[texel] as number) * rays
    let free = 0
    for (let ray = 0; ray < rays; ray++) if (seen[start + ray] !== unseen) free++
    if (free === 0) continue
    sum.fill(0)
    squares.fill(0)
    for (let ray = 0; ray < rays; ray++) {
      const source = seen[start + ray] as number
      if (source < 0) continue
      const at = source * stride
      const red = albedo[source * 3] as number
      const green = albedo[source * 3 + 1] as number
      const blue = albedo[source * 3 + 2] as number
      // What is near a lamp that this texel is not near to has rays of its own.
      const aimedAt = (near[source] as number) & ~(near[texel] as number)
      // The patches of the suns have, too.
      const inSun = direct ? (sunlit[source] as number) & ~(besideSun[texel] as number) : 0
      for (let layer = 0, f = 0; layer < layers; layer++, f += 3) {
        if (aimedAt !== 0 && layer < 31 && (aimedAt >> layer) & 1) continue
        let r = before[at + f] as number
        let g = before[at + f + 1] as number
        let b = before[at + f + 2] as number
        if (inSun !== 0 && (inSun & (patchBit[layer] as number)) !== 0) {
          r -= job.direct[at + f] as number
          g -= job.direct[at + f + 1] as number
          b -= job.direct[at + f + 2] as number
        }
        r *= red
        g *= green
        b *= blue
        sum[f] = (sum[f] as number) + r
        sum[f + 1] = (sum[f + 1] as number) + g
        sum[f + 2] = (sum[f + 2] as number) + b
        if (last) squares[layer] = (squares[layer] as number) + ((r + g + b) / 3) ** 2
      }
    }
    for (let f = 0; f < stride; f++) arriving[texel * stride + f] = (sum[f] as number) / free
    if (last)
      for (let layer = 0; layer < layers; layer++) {
        const f = layer * 3
        const mean = ((sum[f] as number) + (sum[f + 1] as number) + (sum[f + 2] as number)) / 3 / free
        const spread = Math.max(0, (squares[layer] as number) / free - mean * mean) / free
        variance[texel * layers + layer] = spread * evenness
      }
    addAimed(job, texel, last)
    if (direct) addFromSuns(job, texel, last)
  }
}

function addFromSuns(job: BakeJob, texel: number, last: boolean): void {
  const { layers, arriving, variance, fromSuns, sunNumbers } = job
  for (const { layers: own, first } of job.patches)
    own.forEach((layer, k) => {
      const from = texel * sunNumbers + first + k * 4
      const to = texel * layers + layer
      for (let c = 0; c < 3; c++)
        arriving[to * 3 + c] = (arriving[to * 3 + c] as number) + (fromSuns[from + c] as number)
      if (last) variance[to] = (variance[to] as number) + (fromSuns[from + 3] as number) * evenness
    })
}

function addAimed(job: BakeJob, texel: number, last: boolean): void {
  const { layers, albedo, before, arriving, variance, near, lampRays } = job
  for (let number = 0; number < job.lamps.length; number++) {
    const lamp = job.lamps[number]
    if (!lamp || ((near[texel] as number) >> lamp.layer) & 1) continue
    const to = (texel * layers + lamp.layer) * 3
    let total = 0
    let squares = 0
    forAimed(job, texel, number, lamp, (source, weight) => {
      const from = (source * layers + lamp.layer) * 3
      let light = 0
      for (let c = 0; c < 3; c++) {
        const part = weight * (albedo[source * 3 + c] as number) * (before[from + c] as number)
        arriving[to + c] = (arriving[to + c] as number) + part
        light += part / 3
      }
      total += light
      squares += light * light
    })
    const at = texel * layers + lamp.layer
    if (last)
      variance[at] = (variance[at] as number) + Math.max(0, squares - (total * total) / lampRays) * evenness
  }
}

/** What all surfaces together send on of `light`: a dense chart counts for its area, not for its texels. */
function totals({ texels, layers, grain, spotCount, albedo }: BakeJob, light: Float32Array): Float64Array {
  const stride = layers * 3
  const sums = new Float64Array(stride)
  for (let texel = 0; texel < texels; texel++) {
    const area = (grain[texel] as number) ** 2 * ((spotCount[texel] as number) / spotsPerTexel)
    for (let f = 0; f < stride; f++)
      sums[f] =
        (sums[f] as number) +
        area * (albedo[texel * 3 + (f % 3)] as number) * (light[texel * stride + f] as number)
  }
  return sums
}
