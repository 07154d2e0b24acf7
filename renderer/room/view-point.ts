import type { BakedRoom, Vector } from '../../src/light/baked-room.ts'
import type { Look } from './gaze.ts'

/** Where a camera stands and looks; `fov` is vertical, in degrees. */
export interface ViewPoint {
  readonly from: Vector
  readonly to: Vector
  readonly fov: number
}

/** Width over height that each preset was composed for. */
const composedFor = { landscape: 16 / 9, portrait: 9 / 16 }

/**
 * The view of a room on a screen of this shape, seen as `look` says. A screen narrower than the preset was
 * composed for sees more above and below rather than less at the sides.
 */
export function viewPoint(room: BakedRoom, aspect: number, look: Look): ViewPoint {
  const name = aspect >= 1 ? 'landscape' : 'portrait'
  const preset = room.cameras[name]
  const widen = Math.max(1, composedFor[name] / aspect)
  const fov = (2 * Math.atan(Math.tan((preset.fov * Math.PI) / 360) * widen) * 180) / Math.PI
  return { from: lookFrom(preset.from, preset.to, look), to: preset.to, fov }
}

/** How far the view may be turned to either side, radians. */
export function turnLimit(room: BakedRoom, aspect: number): number {
  const { turn } = room.cameras[aspect >= 1 ? 'landscape' : 'portrait']
  return (turn * Math.PI) / 180
}

function lookFrom(from: Vector, to: Vector, { azimuth, tilt, closer }: Look): Vector {
  const [x, y, z] = [from[0] - to[0], from[1] - to[1], from[2] - to[2]]
  const distance = Math.hypot(x, y, z) / closer
  const side = Math.atan2(x, z) + azimuth
  const up = Math.atan2(y, Math.hypot(x, z)) + tilt
  const level = distance * Math.cos(up)
  return [to[0] + level * Math.sin(side), to[1] + distance * Math.sin(up), to[2] + level * Math.cos(side)]
}
