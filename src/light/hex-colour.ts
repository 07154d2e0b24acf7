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

/** The sRGB colour of a chromaticity as bright as it gets, "#ff8a3c"; what sRGB lacks becomes the nearest it has of that hue. */
export function chromaticityToHex({ x, y }: Chromaticity): string {
  const [X, Z] = [x / y, (1 - x - y) / y]
  const rgb = [
    3.2404542 * X - 1.5371385 - 0.4985314 * Z,
    -0.969266 * X + 1.8760108 + 0.041556 * Z,
    0.0556434 * X - 0.2040259 + 1.0572252 * Z,
  ].map((part) => Math.max(0, part))
  const brightest = Math.max(...rgb)
  const bytes = rgb.map((part) => Math.round(255 * encoded(part / brightest)))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function encoded(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055
}
