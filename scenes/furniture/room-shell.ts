import { Path, Shape, ShapeGeometry, Vector2 } from 'three'
import type { Part, Piece } from './piece.ts'
import { box, sheet } from './shapes.ts'

export interface ShellSize {
  readonly width: number
  readonly height: number
  /** z of the wall opposite the viewer, and of the wall behind them. */
  readonly back: number
  readonly front: number
  /** The hole in the left wall. */
  readonly window: { readonly z: number; readonly width: number; readonly sill: number; readonly top: number }
}

/** Floor, ceiling and four walls, each seen from inside only, so that a camera may stand behind a wall. */
export function roomShell(size: ShellSize): Piece {
  const { width, height, back, front } = size
  const depth = front - back
  const middle = (front + back) / 2
  const parts: Part[] = [
    {
      material: 'floor',
      geometry: sheet(width, depth)
        .rotateX(-Math.PI / 2)
        .translate(0, 0, middle),
    },
    {
      material: 'ceiling',
      geometry: sheet(width, depth)
        .rotateX(Math.PI / 2)
        .translate(0, height, middle),
      detail: 0.6,
    },
    { material: 'accent-wall', geometry: sheet(width, height).translate(0, height / 2, back) },
    {
      material: 'wall',
      geometry: sheet(width, height)
        .rotateY(Math.PI)
        .translate(0, height / 2, front),
      detail: 0.3,
    },
    {
      material: 'wall',
      geometry: sheet(depth, height)
        .rotateY(-Math.PI / 2)
        .translate(width / 2, height / 2, middle),
    },
    { material: 'wall', geometry: wallWithWindow(size) },
    ...skirting(size),
  ]
  return { parts }
}

function wallWithWindow({ width, height, back, front, window }: ShellSize) {
  // The shape's x runs towards the viewer's back once it is turned to face right, so z is negated.
  const wall = new Shape([
    new Vector2(-front, 0),
    new Vector2(-back, 0),
    new Vector2(-back, height),
    new Vector2(-front, height),
  ])
  const from = -window.z - window.width / 2
  const to = -window.z + window.width / 2
  wall.holes.push(
    new Path([
      new Vector2(from, window.sill),
      new Vector2(from, window.top),
      new Vector2(to, window.top),
      new Vector2(to, window.sill),
    ]),
  )
  return new ShapeGeometry(wall).rotateY(Math.PI / 2).translate(-width / 2, 0, 0)
}

function skirting({ width, back, front }: ShellSize): Part[] {
  const depth = front - back
  const middle = (front + back) / 2
  const part = (geometry: Part['geometry']): Part => ({ material: 'joinery', geometry, detail: 0.7 })
  return [
    part(box(width, 0.1, 0.016).translate(0, 0.05, back + 0.008)),
    part(box(0.016, 0.1, depth).translate(-width / 2 + 0.008, 0.05, middle)),
    part(box(0.016, 0.1, depth).translate(width / 2 - 0.008, 0.05, middle)),
  ]
}
