import type { Chromaticity } from './hex-colour.ts'

/** Where the fit below holds, in kelvin. */
const lowest = 1667
const highest = 25000

/**
 * The chromaticity of a black body of `kelvin`, held within 1667..25000 K.
 * Cubic fit of Kim et al., "Design of advanced color temperature control system for HDTV applications",
 * J. Korean Phys. Soc. 41 (2002) 865; within 0.001 of the locus in x and y.
 */
export function kelvinToChromaticity(kelvin: number): Chromaticity {
  const k = Math.min(highest, Math.max(lowest, kelvin))
  const t = 1000 / k
  const x =
    k <= 4000
      ? -0.2661239 * t ** 3 - 0.2343589 * t ** 2 + 0.8776956 * t + 0.17991
      : -3.0258469 * t ** 3 + 2.1070379 * t ** 2 + 0.2226347 * t + 0.24039
  return { x, y: locusHeight(k, x) }
}

function locusHeight(k: number, x: number): number {
  if (k <= 2222) return -1.1063814 * x ** 3 - 1.3481102 * x ** 2 + 2.18555832 * x - 0.20219683
  if (k <= 4000) return -0.9549476 * x ** 3 - 1.37418593 * x ** 2 + 2.09137015 * x - 0.16748867
  return 3.081758 * x ** 3 - 5.8733867 * x ** 2 + 3.75112997 * x - 0.37001483
}

/**
 * The colour temperature that looks most like a chromaticity, in kelvin.
 * McCamy, "Correlated color temperature as an explicit function of chromaticity coordinates" (1992);
 * meant for near-whites, and only a rough neighbour for saturated colours.
 */
export function chromaticityToKelvin({ x, y }: Chromaticity): number {
  const n = (x - 0.332) / (0.1858 - y)
  const kelvin = 449 * n ** 3 + 3525 * n ** 2 + 6823.3 * n + 5520.33
  return Math.min(highest, Math.max(lowest, kelvin))
}

/** The white within `min`..`max` kelvin that differs least from a chromaticity, saturated or not (CIE 1976 u'v'). */
export function nearestWhite(colour: Chromaticity, min: number, max: number): number {
  const [u, v] = uniform(colour)
  const steps = 60
  let best = { kelvin: min, distance: Number.POSITIVE_INFINITY }
  for (let step = 0; step <= steps; step++) {
    const kelvin = 1e6 / (1e6 / max + (step / steps) * (1e6 / min - 1e6 / max))
    const [a, b] = uniform(kelvinToChromaticity(kelvin))
    const distance = Math.hypot(a - u, b - v)
    if (distance < best.distance) best = { kelvin, distance }
  }
  return Math.round(best.kelvin)
}

function uniform({ x, y }: Chromaticity): [number, number] {
  const divisor = -2 * x + 12 * y + 3
  return [(4 * x) / divisor, (9 * y) / divisor]
}
