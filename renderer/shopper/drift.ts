import type { Look } from '../room/gaze.ts'

/** How far the view wanders: radians, and as `closer` of a look. */
const swing = 0.1
const lift = 0.025
const approach = 0.06
/** How long it takes to and fro, milliseconds: as slow as a shadow. */
const swingMs = 64_000
const liftMs = 90_000
const approachMs = 110_000

/** How often the view is drawn while it drifts: at this pace a step is less than a pixel or two. */
export const driftStepMs = 90

/** Where somebody looks from who wanders slowly through a room, `sinceMs` after they began at the composed view. */
export function driftLook(sinceMs: number): Look {
  const wave = (periodMs: number) => Math.sin((2 * Math.PI * sinceMs) / periodMs)
  const rise = (periodMs: number) => (1 - Math.cos((2 * Math.PI * sinceMs) / periodMs)) / 2
  return {
    azimuth: swing * wave(swingMs),
    tilt: lift * rise(liftMs),
    closer: 1 + approach * rise(approachMs),
  }
}
