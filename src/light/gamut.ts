import type { Chromaticity } from './hex-colour.ts'

/**
 * The corners that a usual colour lamp mixes its colours from: red, green and blue, CIE 1931.
 * Philips Hue developer documentation, "gamut C"; others lie near it, and devices do not tell theirs.
 */
const corners: readonly [Chromaticity, Chromaticity, Chromaticity] = [
  { x: 0.6915, y: 0.3083 },
  { x: 0.17, y: 0.7 },
  { x: 0.1532, y: 0.0475 },
]

/** The chromaticity nearest to what is asked for that a colour lamp can mix. */
export function withinGamut(asked: Chromaticity): Chromaticity {
  const edges = corners.map((from, i) => ({ from, to: corners[(i + 1) % 3] as Chromaticity }))
  if (edges.every(({ from, to }) => side(from, to, asked) >= 0)) return asked
  const candidates = edges.map(({ from, to }) => nearestOn(from, to, asked))
  return candidates.reduce((best, point) => (distance(point, asked) < distance(best, asked) ? point : best))
}

/** Positive on the inner side of an edge. */
function side(from: Chromaticity, to: Chromaticity, at: Chromaticity): number {
  return (to.x - from.x) * (at.y - from.y) - (to.y - from.y) * (at.x - from.x)
}

function nearestOn(from: Chromaticity, to: Chromaticity, at: Chromaticity): Chromaticity {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const along = ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy)
  const share = Math.min(1, Math.max(0, along))
  return { x: from.x + dx * share, y: from.y + dy * share }
}

function distance(a: Chromaticity, b: Chromaticity): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
