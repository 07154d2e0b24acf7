import {
  BoxGeometry,
  type BufferGeometry,
  CatmullRomCurve3,
  CylinderGeometry,
  LatheGeometry,
  PlaneGeometry,
  SphereGeometry,
  SplineCurve,
  TubeGeometry,
  Vector2,
  Vector3,
} from 'three'
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js'
import type { Place } from './piece.ts'

/** Shapes around their own middle unless said otherwise; all lengths in metres. */

export function box(width: number, height: number, depth: number): BufferGeometry {
  return new BoxGeometry(width, height, depth)
}

/** A box whose edges are rounded: what makes joinery catch the light. */
export function roundedBox(width: number, height: number, depth: number, radius: number): BufferGeometry {
  return new RoundedBoxGeometry(width, height, depth, 2, radius)
}

/** A flat rectangle that faces z. */
export function sheet(width: number, height: number): BufferGeometry {
  return new PlaneGeometry(width, height)
}

export function rod(radius: number, length: number, sides = 12, endRadius = radius): BufferGeometry {
  return new CylinderGeometry(radius, endRadius, length, sides)
}

/** A tube without lids; `inside` turns its faces inwards. */
export function tubeWall(
  top: number,
  bottom: number,
  height: number,
  inside: boolean,
  sides = 40,
): BufferGeometry {
  const wall = new CylinderGeometry(top, bottom, height, sides, 3, true)
  return inside ? turnedOut(wall) : wall
}

export function ball(radius: number, sides = 32): BufferGeometry {
  return new SphereGeometry(radius, sides, Math.round(sides * 0.7))
}

/** (radius, height) pairs, from bottom to top. */
type Profile = readonly (readonly [number, number])[]

/** A profile turned around the y axis; its seam is at the back. */
export function turned(profile: Profile, sides = 32): BufferGeometry {
  return new LatheGeometry(
    profile.map(([radius, height]) => new Vector2(radius, height)),
    sides,
  ).rotateY(Math.PI)
}

/** A hollow's wall, turned as its outside is; its seam is in front, where the outside hides it. */
export function turnedHollow(profile: Profile, sides = 32): BufferGeometry {
  return turnedOut(turned(profile, sides)).rotateY(Math.PI)
}

/** A ball that lies flat as one sheet: it has one seam, at the back. */
export function globe(radius: number, sides = 44): BufferGeometry {
  const rows = Math.round(sides * 0.7)
  const profile = Array.from({ length: rows + 1 }, (_, row) => {
    const angle = (row / rows - 0.5) * Math.PI
    return [Math.max(0.001, radius * Math.cos(angle)), radius * Math.sin(angle)] as const
  })
  return turned(profile, sides)
}

/** The profile with its corners rounded: a curve through its points, `steps` long. */
export function smooth(profile: Profile, steps: number): Profile {
  const curve = new SplineCurve(profile.map(([radius, height]) => new Vector2(radius, height)))
  return curve.getPoints(steps).map(({ x, y }) => [Math.max(0.001, x), y] as const)
}

/** A round bar that bends through `points`. */
export function bentRod(points: readonly Place[], radius: number, steps = 24): BufferGeometry {
  return new TubeGeometry(new CatmullRomCurve3(points.map((p) => new Vector3(...p))), steps, radius, 8)
}

/** The same surface seen from its other side. */
export function turnedOut(geometry: BufferGeometry): BufferGeometry {
  const { index } = geometry
  if (index)
    for (let i = 0; i < index.count; i += 3) {
      const first = index.getX(i)
      index.setX(i, index.getX(i + 1))
      index.setX(i + 1, first)
    }
  const normal = geometry.getAttribute('normal')
  for (let i = 0; i < normal.count; i++) normal.setXYZ(i, -normal.getX(i), -normal.getY(i), -normal.getZ(i))
  return geometry
}
