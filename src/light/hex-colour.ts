/** A chromaticity in CIE 1931 coordinates. */
export interface Chromaticity {
  readonly x: number
  readonly y: number
}

/**
 * The chromaticity of an sRGB colour such as "#ff8a3c" (IEC 61966-2-1: primaries of Rec. 709, white D65), or
 * null for black, which has none.
 */
export function hexToChromaticity(hex: string): Chromaticity | null {
  const [r, g, b] = [1, 3, 5].map((start) => linear(Number.parseInt(hex.slice(start, start + 2), 16) / 255))
  if (r === undefined || g === undefined || b === undefined) return null
  const X = 0.4124564 * r + 0.3575761 * g + 0.1804375 * b
  const Y = 0.2126729 * r + 0.7151522 * g + 0.072175 * b
  const Z = 0.0193339 * r + 0.119192 * g + 0.9503041 * b
  const sum = X + Y + Z
  return sum > 0 ? { x: X / sum, y: Y / sum } : null
}

function linear(encoded: number): number {
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4
}
