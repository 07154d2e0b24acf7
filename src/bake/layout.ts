import type { Part } from '../../scenes/furniture/piece.ts'
import { type Chart, type ChartedPart, cutIntoCharts } from './charts.ts'
import { pack } from './pack.ts'

/** How densely a chart is to be covered, relative to others. */
export type Importance = (owner: ChartedPart, chart: Chart) => number

/** A part with a place for each of its points in the light map. */
export interface LaidPart {
  readonly part: Part
  /** xyz a vertex, metres. */
  readonly position: Float32Array
  /** xyz a vertex, length 1. */
  readonly normal: Float32Array
  /** uv a vertex: along the surface in metres, or the builder's own. */
  readonly uv: Float32Array
  /** uv a vertex, 0..1; null for what takes no light. */
  readonly lightUv: Float32Array | null
  readonly index: Uint32Array
}

/**
 * Empty texels between charts. The outermost texels of a chart lie on its very edge, so that filtering inside it
 * never reaches further; one is left for what the edges of pixels ask for beyond.
 */
const gutter = 1
/** Densities that are tried, texels a metre: from what would be useless to what would be wasted. */
const sparsest = 4
const densest = 400

/**
 * Gives every part that takes light its own area of one square light map of `size` texels, at the highest
 * density at which all fit. `importance` makes some charts denser than others.
 */
export function layOut(
  parts: readonly Part[],
  size: number,
  importance: Importance = () => 1,
): { parts: LaidPart[]; texelsPerMetre: number } {
  const charted = parts.map(cutIntoCharts)
  const charts = charted.flatMap((owner) => {
    const detail = owner.part.detail ?? 1
    if (detail === 0) return []
    return owner.charts.map((chart) => ({ chart, owner, detail: detail * importance(owner, chart) }))
  })
  const placesAt = (density: number) =>
    pack(
      charts.map(({ chart, detail }) => ({
        width: texels(chart.width * density * detail),
        height: texels(chart.height * density * detail),
      })),
      size,
    )
  let low = sparsest
  let high = densest
  let places = placesAt(low)
  if (!places) throw new Error(`A light map of ${size} texels is too small for this room.`)
  for (let i = 0; i < 10; i++) {
    const middle = Math.sqrt(low * high)
    const found = placesAt(middle)
    if (found) {
      places = found
      low = middle
    } else high = middle
  }

  const lightUvs = new Map<ChartedPart, Float32Array>()
  charts.forEach(({ chart, owner, detail }, i) => {
    const uv = lightUvs.get(owner) ?? new Float32Array((owner.position.length / 3) * 2)
    lightUvs.set(owner, uv)
    put(chart, uv, places[i] ?? { x: 0, y: 0 }, low * detail, size)
  })
  const laid = charted.map((owner): LaidPart => {
    const { part, position, normal, uv, index } = owner
    return { part, position, normal, uv, index, lightUv: lightUvs.get(owner) ?? null }
  })
  return { parts: laid, texelsPerMetre: low }
}

/** Texels that a length takes, counted from the middle of its first to the middle of its last. */
function texels(length: number): number {
  return Math.ceil(length) + 1 + gutter
}

function put(
  chart: Chart,
  uv: Float32Array,
  { x, y }: { x: number; y: number },
  density: number,
  size: number,
): void {
  chart.vertices.forEach((vertex, i) => {
    uv[vertex * 2] = (x + 0.5 + (chart.flat[i * 2] ?? 0) * density) / size
    uv[vertex * 2 + 1] = (y + 0.5 + (chart.flat[i * 2 + 1] ?? 0) * density) / size
  })
}
