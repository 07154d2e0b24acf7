import { LightMapPixels } from './light-map-pixels.ts'
import { Rgb9e5Packer } from './rgb9e5.ts'

/**
 * Layers of light as they lie in a file, made to be gzipped. Light is soft, so most of it can be foretold from
 * its neighbours: luminance is stored in logarithmic steps of 1.4 %, as differences from what is foretold, and
 * colour for each block of two by two texels. Texels that no surface uses are not stored.
 *
 * The bytes: one bit a pixel, set where a surface has its texel (rows from the first, lowest bit first); then
 * of each layer's luminance the low bytes of the differences; then all their high bytes; then two bytes of
 * colour for each used block of each layer, all of red before all of blue.
 */

const stepsPerOctave = 50
/** Lux below which steps become even: nothing that dark is seen beside what lights it. */
const dim = 0.01
const colourStepsPerOctave = 32
const colourZero = 128

/** Layers one after the other: rgb for each used pixel in the order of `pixels`, lux. */
export function encodeLayers(pixels: LightMapPixels, layers: readonly Float32Array[]): Uint8Array {
  const { count, blocks, left, above, corner } = pixels
  const mask = pixels.mask
  const bytes = new Uint8Array(mask.length + layers.length * 2 * (count + blocks))
  bytes.set(mask)
  const codes = new Int32Array(count)
  const tints = new Int32Array(blocks)
  let low = mask.length
  let high = low + layers.length * count
  let red = high + layers.length * count
  let blue = red + layers.length * blocks
  for (const rgb of layers) {
    for (let t = 0; t < count; t++) codes[t] = levelOf(rgb, t * 3)
    for (let t = 0; t < count; t++) {
      const difference = zigzag((codes[t] as number) - foretell(left, above, corner, codes, t))
      bytes[low++] = difference & 255
      bytes[high++] = difference >>> 8
    }
    for (const channel of [0, 2] as const) {
      tintsOf(pixels, rgb, channel, tints)
      for (let block = 0; block < blocks; block++) {
        // Differences wrap, so that each fits a byte.
        const wrapped = (((tints[block] as number) - (tints[block - 1] ?? colourZero) + 128) & 255) - 128
        const difference = zigzag(wrapped)
        if (channel === 0) bytes[red++] = difference
        else bytes[blue++] = difference
      }
    }
  }
  return bytes
}

/**
 * RGB9E5 texels, `size * size` for each layer, one layer after the other; of all layers, or of those from `from`
 * to before `to`. Around each surface its light is spread a little, so that filtering finds no black there.
 * Throws a RangeError when the length is wrong.
 */
export function decodeLayers(
  bytes: Uint8Array,
  size: number,
  layers: number,
  from = 0,
  to = layers,
): Uint32Array<ArrayBuffer> {
  const pixels = new LightMapPixels(size, bytes)
  const { count, blocks } = pixels
  const length = pixels.mask.length + layers * 2 * (count + blocks)
  if (bytes.length !== length) throw new RangeError(`the light has ${bytes.length} bytes of ${length}`)
  const spread = pixels.spread()
  const all = new Uint32Array(size * size * (to - from))
  const codes = new Int32Array(count)
  const reds = new Float32Array(blocks)
  const greens = new Float32Array(blocks)
  const blues = new Float32Array(blocks)
  const levels = levelTable()
  const ratios = ratioTable()
  const packer = new Rgb9e5Packer()
  const low = pixels.mask.length
  const high = low + layers * count
  const red = high + layers * count
  const blue = red + layers * blocks
  for (let layer = from; layer < to; layer++) {
    readTints(bytes, red + layer * blocks, reds, ratios)
    readTints(bytes, blue + layer * blocks, blues, ratios)
    // What red and blue leave of a luminance of 1.
    for (let b = 0; b < blocks; b++)
      greens[b] = Math.max(0, (1 - 0.2126 * (reds[b] as number) - 0.0722 * (blues[b] as number)) / 0.7152)
    readCodes(pixels, bytes, low + layer * count, high + layer * count, codes)
    const texels = all.subarray((layer - from) * size * size, (layer - from + 1) * size * size)
    packLayer(pixels, codes, levels, [reds, greens, blues], packer, texels)
    for (let i = 0; i < spread.length; i += 2)
      texels[spread[i] as number] = texels[spread[i + 1] as number] as number
  }
  return all
}

/** Packs the texels of one layer. */
function packLayer(
  { count, pixel, block }: LightMapPixels,
  codes: Int32Array,
  levels: Float32Array,
  [reds, greens, blues]: readonly [Float32Array, Float32Array, Float32Array],
  packer: Rgb9e5Packer,
  into: Uint32Array,
): void {
  for (let t = 0; t < count; t++) {
    const code = codes[t] as number
    if (code <= 0) continue
    const y = levels[code] as number
    const at = block[t] as number
    into[pixel[t] as number] = packer.pack(
      y * (reds[at] as number),
      y * (greens[at] as number),
      y * (blues[at] as number),
    )
  }
}

/** The codes of one layer, from the low and the high bytes of how far they are from what is foretold. */
function readCodes(
  { count, left, above, corner, inner }: LightMapPixels,
  bytes: Uint8Array,
  low: number,
  high: number,
  codes: Int32Array,
): void {
  const read = (t: number) => {
    const difference = (bytes[low + t] as number) | ((bytes[high + t] as number) << 8)
    return (difference >>> 1) ^ -(difference & 1)
  }
  let t = 0
  for (let run = 0; run <= inner.length; run += 2) {
    const start = run < inner.length ? (inner[run] as number) : count
    for (; t < start; t++) codes[t] = foretell(left, above, corner, codes, t) + read(t)
    if (start === count) break
    // Within a run nothing has to be looked up: most texels are in one.
    const end = inner[run + 1] as number
    let a = above[t] as number
    let west = codes[t - 1] as number
    let c = codes[a - 1] as number
    for (; t < end; t++, a++) {
      const north = codes[a] as number
      const both = west + north - c
      const least = Math.min(west, north)
      west = (both < least ? least : Math.min(both, Math.max(west, north))) + read(t)
      codes[t] = west
      c = north
    }
  }
}

/** What the neighbours above and to the left lead to expect (the median predictor of LOCO-I, Weinberger 1996). */
function foretell(
  left: Int32Array,
  above: Int32Array,
  corner: Int32Array,
  codes: Int32Array,
  t: number,
): number {
  const l = left[t] as number
  const a = above[t] as number
  if (l < 0) return a < 0 ? (t === 0 ? 0 : (codes[t - 1] as number)) : (codes[a] as number)
  const west = codes[l] as number
  if (a < 0) return west
  const north = codes[a] as number
  const c = corner[t] as number
  if (c < 0) return (west + north) >> 1
  const both = west + north - (codes[c] as number)
  const least = Math.min(west, north)
  const most = Math.max(west, north)
  return both < least ? least : Math.min(both, most)
}

function levelOf(rgb: Float32Array, at: number): number {
  return Math.round(stepsPerOctave * Math.log2(1 + luminanceAt(rgb, at) / dim))
}

function luminanceAt(rgb: Float32Array, at: number): number {
  const y = 0.2126 * (rgb[at] as number) + 0.7152 * (rgb[at + 1] as number) + 0.0722 * (rgb[at + 2] as number)
  return Math.max(y, 0)
}

/** How much of one channel each block has for its luminance, in logarithmic steps. */
function tintsOf(pixels: LightMapPixels, rgb: Float32Array, channel: 0 | 2, into: Int32Array): void {
  const sums = new Float64Array(pixels.blocks)
  const lights = new Float64Array(pixels.blocks)
  for (let t = 0; t < pixels.count; t++) {
    const b = pixels.block[t] as number
    sums[b] = (sums[b] as number) + Math.max(0, rgb[t * 3 + channel] as number)
    lights[b] = (lights[b] as number) + luminanceAt(rgb, t * 3)
  }
  for (let b = 0; b < pixels.blocks; b++) {
    const ratio = (sums[b] as number) / (lights[b] as number)
    // Darkness has no colour; what lacks a channel has the least of it that there is.
    const code = Number.isNaN(ratio)
      ? colourZero
      : colourZero + Math.round(colourStepsPerOctave * Math.log2(ratio))
    into[b] = Math.min(255, Math.max(0, code))
  }
}

function readTints(bytes: Uint8Array, at: number, into: Float32Array, ratios: Float32Array): void {
  let code = colourZero
  for (let b = 0; b < into.length; b++) {
    const difference = bytes[at + b] as number
    code = (code + ((difference >>> 1) ^ -(difference & 1))) & 255
    into[b] = ratios[code] as number
  }
}

/** Luminance of each level; RGB9E5 ends at 65408. */
function levelTable(): Float32Array {
  return Float32Array.from({ length: 2048 }, (_, code) => dim * (2 ** (code / stepsPerOctave) - 1))
}

function ratioTable(): Float32Array {
  return Float32Array.from({ length: 256 }, (_, code) => 2 ** ((code - colourZero) / colourStepsPerOctave))
}

/** Small numbers of either sign as small numbers without one. */
function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}
