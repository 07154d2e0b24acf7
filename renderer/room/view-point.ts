import type { BakedCamera, BakedRoom, Vector } from '../../src/light/baked-room.ts'

/** Where a camera stands and looks; `fov` is vertical, in degrees. */
export interface ViewPoint {
  readonly from: Vector
  readonly to: Vector
  readonly fov: number
}

/** Width over height that each preset was composed for. */
const composedFor = { landscape: 16 / 9, portrait: 9 / 16 }

/**
 * The view of a room on a screen of this shape, turned by `azimuth` radians around what it looks at. A screen
 * narrower than the preset was composed for sees more above and below rather than less at the sides.
 */
export function viewPoint(room: BakedRoom, aspect: number, azimuth: number): ViewPoint {
  const name = aspect >= 1 ? 'landscape' : 'portrait'
  const preset = room.cameras[name]
  const widen = Math.max(1, composedFor[name] / aspect)
  const fov = (2 * Math.atan(Math.tan((preset.fov * Math.PI) / 360) * widen) * 180) / Math.PI
  return { from: turnAround(preset, azimuth), to: preset.to, fov }
}

/** How far the view may be turned to either side, radians. */
export function turnLimit(room: BakedRoom, aspect: number): number {
  const { turn } = room.cameras[aspect >= 1 ? 'landscape' : 'portrait']
  return (turn * Math.PI) / 180
}

function turnAround({ from, to }: BakedCamera, azimuth: number): Vector {
  const x = from[0] - to[0]
  const z = from[2] - to[2]
  const cos = Math.cos(azimuth)
  const sin = Math.sin(azimuth)
  return [to[0] + x * cos + z * sin, from[1], to[2] - x * sin + z * cos]
}
