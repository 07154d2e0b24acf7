import { Path, Shape, ShapeGeometry, Vector2 } from 'three'
import type { MaterialName } from './materials.ts'
import { type Part, type Piece, type Place, place, together } from './piece.ts'
import { box, sheet } from './shapes.ts'

/** A hole in a wall, or what covers one: metres from the wall's left end and from the floor. */
export interface WallOpening {
  readonly kind: 'window' | 'door'
  readonly along: number
  readonly width: number
  readonly bottom: number
  readonly height: number
}

export interface ShellWall {
  /** Where its lower left end is, as one faces it from inside, and how it is turned: radians. */
  readonly corner: Place
  readonly turn: number
  readonly length: number
  readonly finish: MaterialName
  readonly openings: readonly WallOpening[]
  /** Light map texels, relative to the room's usual density. */
  readonly detail: number
}

export interface Shell {
  readonly width: number
  readonly depth: number
  readonly height: number
  readonly floor: MaterialName
  readonly ceiling: MaterialName
  /** Height of the skirting board; 0 for none. */
  readonly skirting: number
  readonly walls: readonly ShellWall[]
}

/** A door's casing covers the wall beside it, where no skirting runs. */
const casing = 0.07

/** Floor, ceiling and walls, each seen from inside only, so that a camera may stand behind a wall. */
export function roomShell({ width, depth, height, floor, ceiling, skirting, walls }: Shell): Piece {
  const flat: Piece = {
    parts: [
      { material: floor, geometry: sheet(width, depth).rotateX(-Math.PI / 2) },
      {
        material: ceiling,
        geometry: sheet(width, depth)
          .rotateX(Math.PI / 2)
          .translate(0, height, 0),
        detail: 0.6,
      },
    ],
  }
  const upright = walls.map((wall) => {
    const parts: Part[] = [
      { material: wall.finish, geometry: wallSheet(wall, height), detail: wall.detail },
      ...skirtingBoards(wall, skirting),
    ]
    return place({ parts }, wall.corner, wall.turn)
  })
  return together([flat, ...upright])
}

function wallSheet({ length, openings }: ShellWall, height: number) {
  const wall = new Shape([
    new Vector2(0, 0),
    new Vector2(length, 0),
    new Vector2(length, height),
    new Vector2(0, height),
  ])
  for (const { kind, along, width, bottom, height: tall } of openings) {
    if (kind === 'door') continue
    const [from, to, top] = [along - width / 2, along + width / 2, bottom + tall]
    wall.holes.push(
      new Path([
        new Vector2(from, bottom),
        new Vector2(from, top),
        new Vector2(to, top),
        new Vector2(to, bottom),
      ]),
    )
  }
  return new ShapeGeometry(wall)
}

function skirtingBoards({ length, openings }: ShellWall, height: number): Part[] {
  if (height === 0) return []
  const gaps = openings
    .filter(({ kind, bottom }) => kind === 'door' || bottom < height)
    .map(({ along, width }) => [along - width / 2 - casing, along + width / 2 + casing] as const)
    .sort(([a], [b]) => a - b)
  const ends = [0, ...gaps.flat(), length]
  const parts: Part[] = []
  for (let i = 0; i < ends.length; i += 2) {
    const [from = 0, to = 0] = ends.slice(i, i + 2)
    if (to - from < 0.02) continue
    const board = box(to - from, height, 0.016).translate((from + to) / 2, height / 2, 0.008)
    parts.push({ material: 'joinery', geometry: board, detail: 0.7 })
  }
  return parts
}
