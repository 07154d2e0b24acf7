/** How carefully a room is baked. More of anything costs time in proportion. */
export interface BakeSettings {
  /** Texels along each edge of the light map. */
  readonly size: number
  /** Shadow rays for each texel and emitter; four times as many where a shadow's edge is found. */
  readonly directRays: number
  /** Rays that look for what lights a texel indirectly. */
  readonly gatherRays: number
  /** Reflections that are followed; what is left after them is estimated. */
  readonly bounces: number
  /** Threads; 0 works in the caller's own. */
  readonly workers: number
}

export const defaultSettings: BakeSettings = {
  size: 576,
  directRays: 4,
  gatherRays: 32,
  bounces: 4,
  workers: 2,
}

/** Quick enough to look at a room while one furnishes it. */
export const draftSettings: Partial<BakeSettings> = { size: 384, gatherRays: 16, bounces: 3 }
