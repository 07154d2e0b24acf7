import { encodeLayers } from '../light/layer-codec.ts'
import { LightMapPixels } from '../light/light-map-pixels.ts'
import type { Rgb } from '../light/linear-colour.ts'
import type { Texels } from './texels.ts'

/**
 * The light of all texels (rgb for each layer of each texel, lux) as the screen reads it. Buried texels are
 * left out: they take the light of neighbours that are not.
 */
export function encodeTexels(
  { size, ofPixel }: Texels,
  buried: Int32Array,
  light: Float32Array,
  layers: number,
): Uint8Array {
  const pixels = LightMapPixels.where(size, (pixel) => {
    const texel = ofPixel[pixel] as number
    return texel >= 0 && buried[texel] !== 1
  })
  const of = (layer: number) => {
    const rgb = new Float32Array(pixels.count * 3)
    for (let t = 0; t < pixels.count; t++) {
      const from = ((ofPixel[pixels.pixel[t] as number] as number) * layers + layer) * 3
      for (let c = 0; c < 3; c++) rgb[t * 3 + c] = light[from + c] as number
    }
    return rgb
  }
  return encodeLayers(
    pixels,
    Array.from({ length: layers }, (_, layer) => of(layer)),
  )
}

/** Mean light of each layer over all surfaces that can be seen, lux, to four digits. */
export function layerMeans(texels: Texels, buried: Int32Array, light: Float32Array, layers: number): Rgb[] {
  const sums = new Float64Array(layers * 3)
  let seen = 0
  for (let texel = 0; texel < texels.count; texel++) {
    if (buried[texel] === 1) continue
    const area = texels.area[texel] as number
    seen += area
    for (let f = 0; f < layers * 3; f++)
      sums[f] = (sums[f] as number) + area * (light[texel * layers * 3 + f] as number)
  }
  return Array.from({ length: layers }, (_, layer): Rgb => {
    const mean = (channel: number) =>
      Number(((sums[layer * 3 + channel] as number) / (seen || 1)).toPrecision(4))
    return [mean(0), mean(1), mean(2)]
  })
}
