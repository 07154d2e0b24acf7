import { describe, expect, test } from 'vitest'
import { decodeLayers, encodeLayers } from './layer-codec.ts'
import { LightMapPixels } from './light-map-pixels.ts'
import { packRgb9e5, Rgb9e5Packer, unpackRgb9e5 } from './rgb9e5.ts'

const size = 64
/** A disc and a bar, with empty pixels between. */
const pixels = LightMapPixels.where(size, (at) => {
  const x = at % size
  const y = Math.floor(at / size)
  return Math.hypot(x - 24, y - 30) < 18 || (x > 50 && y % 32 > 3)
})

/** Light that falls from `top` to almost nothing, whiter where it is bright. */
function falling(top: number): Float32Array {
  const rgb = new Float32Array(pixels.count * 3)
  pixels.pixel.forEach((at, t) => {
    const y = top * 0.5 ** ((at % size) / 4) * (1 + 0.3 * Math.sin(Math.floor(at / size) / 5))
    rgb.set([y * (1.1 + ((at % size) / size) * 0.4), y, y * (0.8 - ((at % size) / size) * 0.4)], t * 3)
  })
  return rgb
}

const luminance = (rgb: ArrayLike<number>) =>
  0.2126 * (rgb[0] ?? 0) + 0.7152 * (rgb[1] ?? 0) + 0.0722 * (rgb[2] ?? 0)
describe('layers of light', () => {
  const layers = [falling(4000), falling(2), new Float32Array(pixels.count * 3)]
  const packed = decodeLayers(encodeLayers(pixels, layers), size, layers.length)
  const decoded = (layer: number, pixel: number) => unpackRgb9e5(packed[layer * size * size + pixel] ?? 0)

  test('come back within 1 % of their luminance wherever there is light to speak of', () => {
    for (const layer of [0, 1])
      pixels.pixel.forEach((at, t) => {
        const before = luminance(layers[layer]?.subarray(t * 3, t * 3 + 3) ?? [])
        const error = Math.abs(luminance(decoded(layer, at)) - before)
        if (before > 0.05) expect(error / before).toBeLessThan(0.01)
        else expect(error).toBeLessThan(0.001)
      })
  })

  test('are the same when some of them are read by themselves', () => {
    const texels = size * size
    const encoded = encodeLayers(pixels, layers)
    expect(decodeLayers(encoded, size, 3, 0, 2)).toEqual(packed.subarray(0, 2 * texels))
    expect(decodeLayers(encoded, size, 3, 1, 3)).toEqual(packed.subarray(texels))
    expect(decodeLayers(encoded, size, 3, 2, 2)).toHaveLength(0)
  })

  test('fall without a band wider than the steps of a screen', () => {
    // Along one row light halves every four pixels: each must be darker than the one before.
    for (let x = 8; x < 40; x++) {
      const [before, here] = [x, x + 1].map((column) => luminance(decoded(1, 30 * size + column)))
      expect(here).toBeLessThan(before ?? 0)
    }
  })

  test('keep their colour within 2 %', () => {
    pixels.pixel.forEach((at, t) => {
      const before = layers[0]?.subarray(t * 3, t * 3 + 3) ?? []
      if (luminance(before) < 1) return
      decoded(0, at).forEach((value, c) => {
        expect(Math.abs(value / (before[c] ?? 1) - 1)).toBeLessThan(0.03)
      })
    })
  })

  test('may jump from any colour to any other', () => {
    const jumping = new Float32Array(pixels.count * 3)
    const colours = [
      [9, 0, 0],
      [0, 0, 9],
      [0, 9, 0],
      [3, 3, 3],
    ]
    pixels.block.forEach((block, t) => {
      jumping.set(colours[block % 4] ?? [], t * 3)
    })
    const out = decodeLayers(encodeLayers(pixels, [jumping]), size, 1)
    pixels.pixel.forEach((at, t) => {
      unpackRgb9e5(out[at] ?? 0).forEach((value, c) => {
        expect(Math.abs(value - (jumping[t * 3 + c] ?? 0))).toBeLessThan(0.8)
      })
    })
  })

  test('are exactly black where nothing shines', () => {
    expect(packed.subarray(2 * size * size).every((texel) => texel === 0)).toBe(true)
  })

  test('spread three pixels around what they lie on, and no further', () => {
    expect(decoded(0, 30 * size + 44)[1]).toBe(decoded(0, 30 * size + 41)[1])
    expect(decoded(0, 30 * size + 41)[1]).toBeGreaterThan(0)
    expect(packed[30 * size + 46]).toBe(0)
  })

  test('refuse a file of another length', () => {
    const bytes = encodeLayers(pixels, layers)
    expect(() => decodeLayers(bytes.subarray(1), size, 3)).toThrow(RangeError)
    expect(() => decodeLayers(bytes, size, 4)).toThrow(RangeError)
  })
})

test('the quick packer packs like the slow one', () => {
  const quick = new Rgb9e5Packer()
  for (let i = 0; i < 3000; i++) {
    const value = (k: number) => 2 ** (((i * 7 + k * 131) % 400) / 11 - 20)
    const [r, g, b] = [value(1), value(2), i % 5 === 0 ? 0 : value(3)]
    expect(quick.pack(r, g, b)).toBe(packRgb9e5(r, g, b))
  }
})
