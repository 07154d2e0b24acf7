import type { Rgb } from './linear-colour.ts'

/** Largest value the format can hold. */
const largest = (511 / 512) * 2 ** 16

/**
 * Packs a colour into 32 bits: nine bits for each channel, five for an exponent they share
 * (GL_EXT_texture_shared_exponent). Negative values become 0.
 */
export function packRgb9e5(r: number, g: number, b: number): number {
  const red = held(r)
  const green = held(g)
  const blue = held(b)
  const most = Math.max(red, green, blue)
  if (most === 0) return 0
  let exponent = Math.max(-16, Math.floor(Math.log2(most))) + 1
  if (Math.round(most / 2 ** (exponent - 9)) === 512) exponent++
  const step = 2 ** (exponent - 9)
  const packed =
    ((exponent + 15) << 27) |
    (Math.round(blue / step) << 18) |
    (Math.round(green / step) << 9) |
    Math.round(red / step)
  return packed >>> 0
}

/** Packs many: the same as `packRgb9e5` for numbers from 0 to the largest, without a logarithm. */
export class Rgb9e5Packer {
  /** 2^(9 - exponent) for exponents -15..16, at exponent + 15. */
  private readonly scale = Float64Array.from({ length: 33 }, (_, i) => 2 ** (24 - i))

  pack(r: number, g: number, b: number): number {
    let most = Math.max(r, g)
    if (b > most) most = b
    if (most >= largest) return packRgb9e5(r, g, b)
    // The highest bit of its whole number of 2^-15 is its exponent; what is less than one has the least.
    let shared = 32 - Math.clz32(most * 32768)
    let scale = this.scale[shared] as number
    if (most * scale >= 511.5) scale = this.scale[++shared] as number
    return (
      ((shared << 27) |
        (((b * scale + 0.5) | 0) << 18) |
        (((g * scale + 0.5) | 0) << 9) |
        ((r * scale + 0.5) | 0)) >>>
      0
    )
  }
}

/** The colour in a value made by `packRgb9e5`. */
export function unpackRgb9e5(packed: number): Rgb {
  const step = 2 ** ((packed >>> 27) - 24)
  return [(packed & 511) * step, ((packed >>> 9) & 511) * step, ((packed >>> 18) & 511) * step]
}

function held(value: number): number {
  return value > 0 ? Math.min(largest, value) : 0
}
