/** How carefully a room is baked. More of anything costs time in proportion. */
export interface BakeSettings {
  /** Texels along each edge of the light map; 0 for as many as a screen's memory allows. */
  readonly size: number
  /** Shadow rays for each texel and emitter; several times as many where a shadow's edge is found. */
  readonly directRays: number
  /** Rays that look for what lights a texel indirectly. */
  readonly gatherRays: number
  /** Rays aimed at each lamp, to see what it lights right around it. */
  readonly lampRays: number
  /** Reflections that are followed; what is left after them is estimated. */
  readonly bounces: number
  /** Threads; 0 works in the caller's own. */
  readonly workers: number
}

export type BakeQuality = 'draft' | 'full'

/** What a bake is made with by name: a draft to place furniture by, and what a shop is given. */
export const bakeQualities: Readonly<Record<BakeQuality, BakeSettings>> = {
  draft: { size: 448, directRays: 4, gatherRays: 24, lampRays: 8, bounces: 3, workers: 2 },
  full: { size: 0, directRays: 4, gatherRays: 72, lampRays: 32, bounces: 4, workers: 2 },
}

/** Bytes that the layers and the map they are mixed into may take on a graphics card. */
const cardMemory = 60e6
const largestMap = 1024

/** Texels along an edge of the largest map that so many layers leave room for: four bytes for each layer, eight for the mixed map. */
export function sizeFor(layers: number): number {
  const most = Math.sqrt(cardMemory / (4 * layers + 8))
  return Math.min(largestMap, Math.floor(most / 32) * 32)
}
