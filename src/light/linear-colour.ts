import type { Chromaticity } from './hex-colour.ts'

/** Red, green and blue of Rec. 709, linear. */
export type Rgb = readonly [number, number, number]
/** Three rows of three, applied to a column (r, g, b). */
export type Matrix3 = readonly [Rgb, Rgb, Rgb]

/** White of Rec. 709 and of every screen we draw on. */
export const d65: Chromaticity = { x: 0.3127, y: 0.329 }

/** IEC 61966-2-1, and its inverse. */
const xyzToRgb: Matrix3 = [
  [3.2404542, -1.5371385, -0.4985314],
  [-0.969266, 1.8760108, 0.041556],
  [0.0556434, -0.2040259, 1.0572252],
]
const rgbToXyz: Matrix3 = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]
/** Bradford cone responses (Lam 1985), and their inverse. */
const bradford: Matrix3 = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
]
const bradfordInverse: Matrix3 = [
  [0.9869929, -0.1470543, 0.1599627],
  [0.4323053, 0.5183603, 0.0492912],
  [-0.0085287, 0.0400428, 0.9684867],
]

/** Luminance of a linear colour relative to white (Rec. 709). */
export function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/**
 * Linear Rec. 709 of luminance 1, so that lumens stay lumens when it multiplies them. Colours outside the
 * gamut are clipped to it at equal luminance.
 */
export function chromaticityToLinear(chromaticity: Chromaticity): Rgb {
  const [r, g, b] = apply(xyzToRgb, toXyz(chromaticity))
  const inside: Rgb = [Math.max(0, r), Math.max(0, g), Math.max(0, b)]
  const scale = 1 / luminance(inside)
  return [inside[0] * scale, inside[1] * scale, inside[2] * scale]
}

/** The chromaticity of a linear colour; white for black. */
export function linearToChromaticity(rgb: Rgb): Chromaticity {
  const [X, Y, Z] = apply(rgbToXyz, rgb)
  const sum = X + Y + Z
  return sum > 0 ? { x: X / sum, y: Y / sum } : d65
}

/** The matrix that makes light of chromaticity `white` look white on a screen (von Kries in Bradford space). */
export function adaptationTo(white: Chromaticity): Matrix3 {
  const seen = apply(bradford, toXyz(white))
  const shown = apply(bradford, toXyz(d65))
  const scale: Matrix3 = [
    [shown[0] / seen[0], 0, 0],
    [0, shown[1] / seen[1], 0],
    [0, 0, shown[2] / seen[2]],
  ]
  return [bradfordInverse, scale, bradford, rgbToXyz].reduce(multiply, xyzToRgb)
}

/** `matrix` times the column `rgb`. */
export function apply(matrix: Matrix3, [r, g, b]: Rgb): Rgb {
  const row = (m: Rgb) => m[0] * r + m[1] * g + m[2] * b
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

function multiply(a: Matrix3, b: Matrix3): Matrix3 {
  const row = (m: Rgb): Rgb => [
    m[0] * b[0][0] + m[1] * b[1][0] + m[2] * b[2][0],
    m[0] * b[0][1] + m[1] * b[1][1] + m[2] * b[2][1],
    m[0] * b[0][2] + m[1] * b[1][2] + m[2] * b[2][2],
  ]
  return [row(a[0]), row(a[1]), row(a[2])]
}

function toXyz({ x, y }: Chromaticity): Rgb {
  return [x / y, 1, (1 - x - y) / y]
}
