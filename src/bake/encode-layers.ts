import type { Rgb } from '../light/linear-colour.ts'
import { packRgb9e5 } from '../light/rgb9e5.ts'
import type { Texels } from './texels.ts'

/** How far light spreads into the empty texels around each surface, so that filtering finds no black there. */
const spread = 3

/**
 * Packs light (rgb for each layer of each texel, lux) into layers of RGB9E5 texels, one after the other.
 * Buried texels take the light of their nearest neighbour that is not.
 */
export function encodeLayers(
  texels: Texels,
  buried: Int32Array,
  light: Float32Array,
  layers: number,
): Uint32Array {
  const { size } = texels
  const nearest = nearestLit(texels, buried)
  const packed = new Uint32Array(size * size * layers)
  for (let layer = 0; layer < layers; layer++)
    for (let pixel = 0; pixel < size * size; pixel++) {
      const texel = nearest[pixel] as number
      if (texel < 0) continue
      const at = (texel * layers + layer) * 3
      packed[layer * size * size + pixel] = packRgb9e5(
        light[at] as number,
        light[at + 1] as number,
        light[at + 2] as number,
      )
    }
  return packed
}

/** The texel whose light each pixel shows; -1 where there is none near. */
function nearestLit({ size, ofPixel }: Texels, buried: Int32Array): Int32Array {
  const lit = (pixel: number) => {
    const texel = ofPixel[pixel] as number
    return texel >= 0 && buried[texel] !== 1 ? texel : -1
  }
  let nearest = ofPixel.map((_, pixel) => lit(pixel))
  for (let round = 0; round < spread; round++) {
    const before = nearest
    nearest = before.map((texel, pixel) => {
      if (texel >= 0) return texel
      const x = pixel % size
      for (const [dx, dy] of neighbours) {
        const other = pixel + dy * size + dx
        if (x + dx < 0 || x + dx >= size || other < 0 || other >= before.length) continue
        if ((before[other] as number) >= 0) return before[other] as number
      }
      return -1
    })
  }
  // Deep inside something: its own light, which nobody sees.
  return nearest.map((texel, pixel) => (texel >= 0 ? texel : (ofPixel[pixel] as number)))
}

const neighbours = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const

/** Mean light of each layer over all texels that can be seen, lux. */
export function layerMeans(texels: Texels, buried: Int32Array, light: Float32Array, layers: number): Rgb[] {
  const sums = new Float64Array(layers * 3)
  let seen = 0
  for (let texel = 0; texel < texels.count; texel++) {
    if (buried[texel] === 1) continue
    seen++
    for (let f = 0; f < layers * 3; f++)
      sums[f] = (sums[f] as number) + (light[texel * layers * 3 + f] as number)
  }
  return Array.from({ length: layers }, (_, layer): Rgb => {
    const mean = (channel: number) => (sums[layer * 3 + channel] as number) / Math.max(1, seen)
    return [mean(0), mean(1), mean(2)]
  })
}
