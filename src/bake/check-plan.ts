import { Box3, Matrix4, Vector3 } from 'three'
import { isMaterial } from '../../scenes/furniture/materials.ts'
import type { Place } from '../../scenes/furniture/piece.ts'
import type { RoomDescription } from '../showroom/room.ts'
import type { DataPath } from '../showroom/yaml-file.ts'
import { inRoom, type PlanProblem, type StandingPiece } from './furnish.ts'
import { overlap, type TurnedBox } from './turned-box.ts'
import { wallFrame } from './wall-frame.ts'

/** How deep one thing may reach into another: cushions sink in, and nobody measures better. Metres. */
const sunk = 0.03
/** How far a thing may reach into a wall: windows and sockets sit in it. */
const intoWall = 0.02
/** A camera may stand this far before the open front of the room, as a photographer would. */
const stepBack = 3

/** What only shows once the furniture is built: overlaps, things outside, lamps that nothing gives light to. */
export function checkPlan(room: RoomDescription, pieces: readonly StandingPiece[]): PlanProblem[] {
  return [
    ...finishProblems(room),
    ...openingProblems(room),
    ...bodyProblems(room, pieces),
    ...outsideProblems(room, pieces),
    ...overlapProblems(pieces),
    ...lightProblems(pieces),
    ...cameraProblems(room, pieces),
  ]
}

function finishProblems({ finishes }: RoomDescription): PlanProblem[] {
  const { walls, floor, ceiling, wall } = finishes
  const given: [DataPath, string][] = [
    [['walls'], walls],
    [['floor'], floor],
    [['ceiling'], ceiling],
    ...Object.entries(wall).map(([name, finish]): [DataPath, string] => [['wall', name], finish]),
  ]
  return given
    .filter(([, finish]) => !isMaterial(finish))
    .map(([path, finish]) => ({ path: ['finishes', ...path], message: `there is no finish "${finish}"` }))
}

function openingProblems({ size, openings }: RoomDescription): PlanProblem[] {
  const spans = openings.map((opening) => {
    const bottom = opening.kind === 'window' ? opening.sill : 0
    const { along, width, height, wall } = opening
    return { wall, from: along - width / 2, to: along + width / 2, bottom, top: bottom + height }
  })
  const windows = openings.filter((opening) => opening.kind === 'window')
  return openings.flatMap((opening, i) => {
    const path = ['openings', i]
    const span = spans[i]
    if (!span) return []
    const found: PlanProblem[] = []
    if (span.from < 0 || span.to > wallFrame(size, span.wall).length)
      found.push({ path: [...path, 'along'], message: `the ${span.wall} wall does not reach that far` })
    if (span.top > size.height) found.push({ path, message: 'it is higher than the room' })
    if (openings.findIndex(({ id }) => id === opening.id) < i)
      found.push({ path: [...path, 'id'], message: `there is another opening "${opening.id}"` })
    if (opening.kind === 'window' && windows[0] !== opening)
      found.push({ path, message: 'a room has one window that light comes through; this is another' })
    const crossed = spans.findIndex(
      (other, k) =>
        k < i &&
        other.wall === span.wall &&
        other.from < span.to &&
        span.from < other.to &&
        other.bottom < span.top &&
        span.bottom < other.top,
    )
    if (crossed >= 0) found.push({ path, message: `it lies over opening "${openings[crossed]?.id}"` })
    return found
  })
}

function bodyProblems({ fixtures }: RoomDescription, pieces: readonly StandingPiece[]): PlanProblem[] {
  return fixtures.flatMap((fixture, i) => {
    if (!fixture.body)
      return [
        { path: ['fixtures', i], message: `"${fixture.id}" has no body: say which piece of furniture it is` },
      ]
    const standing = pieces.find((piece) => piece.fixture === fixture)
    const shines = standing?.piece.emitters?.length ?? 0
    return fixture.kind === 'light' && standing && shines === 0
      ? [{ path: ['fixtures', i, 'body'], message: `a ${fixture.body.piece} gives no light` }]
      : []
  })
}

function outsideProblems({ size }: RoomDescription, pieces: readonly StandingPiece[]): PlanProblem[] {
  const [x, z] = [size.width / 2 + intoWall, size.depth / 2 + intoWall]
  const inside = new Box3(new Vector3(-x, -intoWall, -z), new Vector3(x, size.height + intoWall, z))
  return pieces.flatMap((standing) => {
    if (standing.entry.window !== undefined) return []
    const box = new Box3()
    for (const { geometry } of inRoom(standing).parts) {
      geometry.computeBoundingBox()
      if (geometry.boundingBox) box.union(geometry.boundingBox)
    }
    if (box.isEmpty() || inside.containsBox(box)) return []
    const [name, by] = (
      [
        ['the left wall', inside.min.x - box.min.x],
        ['the right wall', box.max.x - inside.max.x],
        ['the back wall', inside.min.z - box.min.z],
        ['the front wall', box.max.z - inside.max.z],
        ['the floor', inside.min.y - box.min.y],
        ['the ceiling', box.max.y - inside.max.y],
      ] as const
    ).reduce((worst, candidate) => (candidate[1] > worst[1] ? candidate : worst))
    return [
      {
        path: standing.path,
        message: `the ${standing.entry.piece} reaches ${centimetres(by + intoWall)} through ${name}`,
      },
    ]
  })
}

function overlapProblems(pieces: readonly StandingPiece[]): PlanProblem[] {
  const solid = pieces.map(solidBoxes)
  return pieces.flatMap((piece, i) =>
    pieces.slice(0, i).flatMap((other, k) => {
      if (isOn(piece, other) || isOn(other, piece)) return []
      const depth = deepest(solid[i] ?? [], solid[k] ?? [])
      if (depth <= sunk) return []
      const name = other.entry.id ?? other.fixture?.id ?? other.entry.piece
      return [
        {
          path: piece.path,
          message: `the ${piece.entry.piece} and "${name}" are ${centimetres(depth)} inside each other`,
        },
      ]
    }),
  )
}

/** Things that stand on one another may touch as they like: a strip under a bench, books in a shelf. */
function isOn(piece: StandingPiece, other: StandingPiece): boolean {
  return piece.entry.on !== undefined && piece.entry.on === other.entry.id
}

function deepest(a: readonly TurnedBox[], b: readonly TurnedBox[]): number {
  let depth = 0
  for (const one of a) for (const other of b) depth = Math.max(depth, overlap(one, other))
  return depth
}

/** A box around each part that does not give way. */
function solidBoxes({ piece, at, turn }: StandingPiece): TurnedBox[] {
  return piece.parts
    .filter((part) => part.yields !== true && part.role !== 'view')
    .flatMap(({ geometry }) => {
      geometry.computeBoundingBox()
      const box = geometry.boundingBox
      if (!box) return []
      const centre = box.getCenter(new Vector3()).applyMatrix4(new Matrix4().makeRotationY(turn))
      const half = box.getSize(new Vector3()).multiplyScalar(0.5)
      return [
        {
          centre: [centre.x + at[0], centre.y + at[1], centre.z + at[2]] as const,
          half: [half.x, half.y, half.z] as const,
          turn,
        },
      ]
    })
}

function lightProblems(pieces: readonly StandingPiece[]): PlanProblem[] {
  return pieces.flatMap((lamp) =>
    (inRoom(lamp).emitters ?? []).flatMap(({ centre }) => {
      const around = pieces.find((other) => other !== lamp && holds(other, centre))
      return around
        ? [
            {
              path: lamp.path,
              message: `its light is inside the ${around.entry.id ?? around.entry.piece}, where nobody sees it`,
            },
          ]
        : []
    }),
  )
}

function holds(piece: StandingPiece, point: Place): boolean {
  const dot: TurnedBox = { centre: point, half: [1e-4, 1e-4, 1e-4], turn: 0 }
  return solidBoxes(piece).some((box) => overlap(box, dot) > 0)
}

function cameraProblems({ cameras, size }: RoomDescription, pieces: readonly StandingPiece[]): PlanProblem[] {
  return Object.entries(cameras).flatMap(([name, { from, to }]) => {
    const within = ([x, y, z]: Place, front: number) =>
      Math.abs(x) < size.width / 2 && y > 0 && y < size.height && z > -size.depth / 2 && z < front
    const path = ['cameras', name]
    const found: PlanProblem[] = []
    if (!within(from, size.depth / 2 + stepBack))
      found.push({
        path: [...path, 'from'],
        message: `a camera stands in the room, or up to ${stepBack} m before its open front`,
      })
    if (!within(to, size.depth / 2))
      found.push({ path: [...path, 'to'], message: 'it looks at something outside the room' })
    const around = pieces.find((piece) => holds(piece, from))
    if (around) found.push({ path: [...path, 'from'], message: `it stands inside the ${around.entry.piece}` })
    return found
  })
}

function centimetres(metres: number): string {
  return `${Math.round(metres * 100)} cm`
}
