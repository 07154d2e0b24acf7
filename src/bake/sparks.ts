import type { BakeJob } from './bake-job.ts'

type Surface = Pick<
  BakeJob,
  'size' | 'texels' | 'layers' | 'pixel' | 'ofPixel' | 'position' | 'normal' | 'grain' | 'buried'
> & { readonly thinned: Pick<BakeJob['thinned'], 'looks'> }

/** Where others that look lie, of texels that look as on a chessboard. */
const around = [
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
  [2, 0],
  [-2, 0],
  [0, 2],
  [0, -2],
] as const
/** With fewer neighbours nothing is known of a texel. */
const fewest = 4
const sameWay = 0.9

/**
 * Dims sparks in bounced light, rgb for each layer of each texel: a single ray that by chance met something
 * small and very bright, a sunlit sill say, makes a dot on the wall. No texel that looks stays brighter than the
 * brightest of those around it.
 */
export function dropSparks(surface: Surface, light: Float32Array): void {
  const { texels, layers, buried, thinned } = surface
  const stride = layers * 3
  const share = new Float32Array(texels * layers).fill(1)
  const brightest = new Float64Array(layers)
  const brightness = (at: number) =>
    (light[at] as number) + (light[at + 1] as number) + (light[at + 2] as number)
  for (let texel = 0; texel < texels; texel++) {
    if (thinned.looks[texel] !== 1 || buried[texel] === 1) continue
    brightest.fill(0)
    let found = 0
    for (const [dx, dy] of around) {
      const other = besides(surface, texel, dx, dy)
      if (other < 0) continue
      found++
      for (let layer = 0; layer < layers; layer++)
        brightest[layer] = Math.max(brightest[layer] as number, brightness(other * stride + layer * 3))
    }
    if (found < fewest) continue
    for (let layer = 0; layer < layers; layer++) {
      const own = brightness(texel * stride + layer * 3)
      if (own > (brightest[layer] as number))
        share[texel * layers + layer] = (brightest[layer] as number) / own
    }
  }
  for (let at = 0; at < light.length; at++)
    light[at] = (light[at] as number) * (share[Math.floor(at / 3)] as number)
}

/** The looking texel so many pixels away on the same surface; -1 where there is none. */
function besides(surface: Surface, texel: number, dx: number, dy: number): number {
  const { size, pixel, ofPixel, position, normal, grain, buried, thinned } = surface
  const x = ((pixel[texel] as number) % size) + dx
  const y = Math.floor((pixel[texel] as number) / size) + dy
  if (x < 0 || y < 0 || x >= size || y >= size) return -1
  const other = ofPixel[y * size + x] as number
  if (other < 0 || buried[other] === 1 || thinned.looks[other] !== 1) return -1
  let turn = 0
  let squared = 0
  for (let axis = 0; axis < 3; axis++) {
    turn += (normal[texel * 3 + axis] as number) * (normal[other * 3 + axis] as number)
    squared += ((position[texel * 3 + axis] as number) - (position[other * 3 + axis] as number)) ** 2
  }
  return turn > sameWay && squared < (3 * (grain[texel] as number)) ** 2 ? other : -1
}
