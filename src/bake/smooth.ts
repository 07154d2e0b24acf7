import type { BakeJob } from './bake-job.ts'

/** Neighbours count only where the surface has turned less than this (cosine). */
const turnedAtMost = 0.8
/** Light that differs by this many times what noise explains is a difference, not noise. */
const differsBeyond = 2.2

/**
 * Evens out the noise of bounced light along surfaces, from `before` to `arriving`, with neighbours that lie
 * `step` texels apart (à trous, Dammertz et al. 2010). What faces elsewhere, lies elsewhere or is buried does
 * not count, and light that differs more than its own noise explains counts less: shadows keep their shape.
 */
export function smoothBounced(job: BakeJob, from: number, to: number, step: number): void {
  const { layers, before, arriving, noise: variance, buried } = job
  const stride = layers * 3
  const weights = new Float64Array(layers)
  const sums = new Float64Array(stride)
  // Each pass leaves less noise: about a third with two steps, a tenth after that.
  const tolerance = differsBeyond ** 2 / step
  for (let texel = from; texel < to; texel++) {
    const at = texel * stride
    if (buried[texel] === 1) continue
    weights.fill(1)
    for (let f = 0; f < stride; f++) sums[f] = before[at + f] as number
    forNeighbours(job, texel, step, 2, (other, weight) => {
      const o = other * stride
      for (let layer = 0, f = 0; layer < layers; layer++, f += 3) {
        const r = before[o + f] as number
        const g = before[o + f + 1] as number
        const b = before[o + f + 2] as number
        const away =
          (r +
            g +
            b -
            (before[at + f] as number) -
            (before[at + f + 1] as number) -
            (before[at + f + 2] as number)) /
          3
        const expected =
          tolerance *
            ((variance[texel * layers + layer] as number) + (variance[other * layers + layer] as number)) +
          1e-12
        const off = (away * away) / expected
        const w = off > 4 ? 0 : weight * (1 - off / 4) ** 2
        weights[layer] = (weights[layer] as number) + w
        sums[f] = (sums[f] as number) + w * r
        sums[f + 1] = (sums[f + 1] as number) + w * g
        sums[f + 2] = (sums[f + 2] as number) + w * b
      }
    })
    for (let f = 0; f < stride; f++) arriving[at + f] = (sums[f] as number) / (weights[(f / 3) | 0] as number)
  }
}

/**
 * Evens out what is known of the noise, from `variance` to `noise`: a texel that by chance saw nothing bright
 * would else take itself for sure.
 */
export function smoothVariance(job: BakeJob, from: number, to: number): void {
  const { layers, variance, noise, buried } = job
  for (let texel = from; texel < to; texel++) {
    if (buried[texel] === 1) continue
    const at = texel * layers
    let all = 1
    for (let layer = 0; layer < layers; layer++) noise[at + layer] = variance[at + layer] as number
    forNeighbours(job, texel, 1, 2, (other) => {
      all++
      for (let layer = 0; layer < layers; layer++)
        noise[at + layer] = (noise[at + layer] as number) + (variance[other * layers + layer] as number)
    })
    for (let layer = 0; layer < layers; layer++) noise[at + layer] = (noise[at + layer] as number) / all
  }
}

/**
 * Evens out the grain of penumbras, from `direct` to `arriving`: only where both texels lie at a shadow's edge. A
 * window's are wide, and the sky has the fewest samples for its size.
 */
export function smoothEdges(job: BakeJob, from: number, to: number): void {
  const { layers, direct, arriving, wideEdges: edges } = job
  const windows = new Set(job.sources.flatMap(({ kind, layer }) => (kind === 'window' ? [layer] : [])))
  const stride = layers * 3
  for (let texel = from; texel < to; texel++) {
    const at = texel * stride
    for (let f = 0; f < stride; f++) arriving[at + f] = direct[at + f] as number
    const here = edges[texel] as number
    if (here === 0) continue
    for (let layer = 0; layer < layers; layer++) {
      if (!((here >> (layer & 31)) & 1)) continue
      const f = layer * 3
      let sum = 1
      forNeighbours(job, texel, 1, windows.has(layer) ? 2 : 1, (other, weight) => {
        if (!(((edges[other] as number) >> (layer & 31)) & 1)) return
        sum += weight
        for (let c = f; c < f + 3; c++)
          arriving[at + c] = (arriving[at + c] as number) + weight * (direct[other * stride + c] as number)
      })
      for (let c = f; c < f + 3; c++) arriving[at + c] = (arriving[at + c] as number) / sum
    }
  }
}

/** Calls `use` for each neighbour on the same surface with its weight beside the texel's own of 1. */
export function forNeighbours(
  job: BakeJob,
  texel: number,
  step: number,
  reach: 1 | 2,
  use: (other: number, weight: number) => void,
): void {
  const { size, pixel, ofPixel, position, normal, buried, grain } = job
  const at = texel * 3
  const x0 = (pixel[texel] as number) % size
  const y0 = ((pixel[texel] as number) / size) | 0
  const limit = (1.5 * reach * step * (grain[texel] as number)) ** 2
  for (let j = -reach; j <= reach; j++)
    for (let i = -reach; i <= reach; i++) {
      const x = x0 + i * step
      const y = y0 + j * step
      if ((i === 0 && j === 0) || x < 0 || y < 0 || x >= size || y >= size) continue
      const other = ofPixel[y * size + x] as number
      if (other < 0 || buried[other] === 1) continue
      const o = other * 3
      const turn =
        (normal[at] as number) * (normal[o] as number) +
        (normal[at + 1] as number) * (normal[o + 1] as number) +
        (normal[at + 2] as number) * (normal[o + 2] as number)
      if (turn < turnedAtMost) continue
      const dx = (position[at] as number) - (position[o] as number)
      const dy = (position[at + 1] as number) - (position[o + 1] as number)
      const dz = (position[at + 2] as number) - (position[o + 2] as number)
      if (dx * dx + dy * dy + dz * dz > limit) continue
      use(other, (kernel[Math.abs(i)] as number) * (kernel[Math.abs(j)] as number) * turn * turn)
    }
}

/** A B3 spline, relative to its middle. */
const kernel = [1, 2 / 3, 1 / 6] as const
