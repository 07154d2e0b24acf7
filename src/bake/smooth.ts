import type { Texels } from './texels.ts'

/** Weights of a texel's neighbours by distance: a B3 spline (Dammertz et al. 2010). */
const kernel = [6, 4, 1] as const
/** Neighbours count only where the surface has turned less than this (cosine). */
const turnedAtMost = 0.8

/**
 * Evens out noise along surfaces, never across their edges: passes over ever wider neighbourhoods, `steps`
 * texels apart, that skip what faces elsewhere, lies elsewhere, or is buried.
 */
export function smooth(
  texels: Texels,
  texelMetres: number,
  buried: Int32Array,
  light: Float32Array,
  stride: number,
  steps: readonly number[],
): Float32Array {
  let from = light
  for (const step of steps) from = pass(texels, texelMetres, buried, from, stride, step)
  return from
}

function pass(
  { size, count, pixel, ofPixel, position, normal }: Texels,
  texelMetres: number,
  buried: Int32Array,
  light: Float32Array,
  stride: number,
  step: number,
): Float32Array {
  const result = new Float32Array(light.length)
  const limit = (3.2 * step * texelMetres) ** 2
  for (let texel = 0; texel < count; texel++) {
    const at = texel * 3
    const x0 = (pixel[texel] as number) % size
    const y0 = Math.floor((pixel[texel] as number) / size)
    const to = texel * stride
    let sum = 0
    for (let j = -2; j <= 2; j++)
      for (let i = -2; i <= 2; i++) {
        const x = x0 + i * step
        const y = y0 + j * step
        if (x < 0 || y < 0 || x >= size || y >= size) continue
        const other = ofPixel[y * size + x] as number
        if (other < 0 || (buried[other] === 1 && other !== texel)) continue
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
        const weight = (kernel[Math.abs(i)] as number) * (kernel[Math.abs(j)] as number) * turn * turn
        sum += weight
        const from = other * stride
        for (let f = 0; f < stride; f++)
          result[to + f] = (result[to + f] as number) + weight * (light[from + f] as number)
      }
    for (let f = 0; f < stride; f++) result[to + f] = (result[to + f] as number) / sum
  }
  return result
}
