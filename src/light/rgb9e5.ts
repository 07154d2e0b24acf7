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

/** The colour in a value made by `packRgb9e5`. */
export function unpackRgb9e5(packed: number): Rgb {
  const step = 2 ** ((packed >>> 27) - 24)
  return [(packed & 511) * step, ((packed >>> 9) & 511) * step, ((packed >>> 18) & 511) * step]
}

function held(value: number): number {
  return value > 0 ? Math.min(largest, value) : 0
}
