import { Box3, Vector3 } from 'three'
import { catalogue } from '../../scenes/furniture/catalogue.ts'
import type { Furniture, Surroundings } from '../../scenes/furniture/furniture.ts'
import { type Piece, type Place, place } from '../../scenes/furniture/piece.ts'
import type { Fixture, RoomDescription } from '../showroom/room.ts'
import type { Opening, PieceInPlace } from '../showroom/room-plan.ts'
import type { DataPath } from '../showroom/yaml-file.ts'
import { onWall, wallFrame } from './wall-frame.ts'

/** Something wrong in a description, and where in it. */
export interface PlanProblem {
  readonly path: DataPath
  readonly message: string
}

/** A piece that was built, and where it stands. */
export interface StandingPiece {
  readonly path: DataPath
  readonly entry: PieceInPlace
  readonly fixture: Fixture | null
  /** As its builder made it, around its own origin. */
  readonly piece: Piece
  readonly at: Place
  /** Radians. */
  readonly turn: number
}

/** A piece that is asked for: by the list of furniture, or as the body of a fixture. */
interface Wanted {
  readonly path: DataPath
  readonly entry: PieceInPlace
  readonly fixture: Fixture | null
}

type WindowOpening = Extract<Opening, { kind: 'window' }>

/** Builds every piece of a room and finds its place; what cannot be built or placed is told, not thrown. */
export function furnish(room: RoomDescription): { pieces: StandingPiece[]; problems: PlanProblem[] } {
  const problems: PlanProblem[] = []
  const standing = new Map<Wanted, StandingPiece>()
  const wanted = wantedPieces(room)
  const byName = new Map<string, Wanted>()
  for (const one of wanted) {
    const { id } = one.entry
    if (id === undefined) continue
    if (byName.has(id)) problems.push({ path: [...one.path, 'id'], message: `there is another "${id}"` })
    byName.set(id, one)
  }
  const stand = (one: Wanted, above: readonly Wanted[]): StandingPiece | null => {
    const known = standing.get(one)
    if (known) return known
    const built = build(one, room, problems)
    const found = built && whereFor(one, built, [...above, one])
    if (!built || !found) return null
    const made = { ...one, piece: built, ...found }
    standing.set(one, made)
    return made
  }
  const whereFor = (one: Wanted, piece: Piece, above: readonly Wanted[]) => {
    const { on, at: [x, z] = [0, 0], up, turn } = one.entry
    if (on === undefined) return placeOf(one.entry, piece, room)
    const host = byName.get(on)
    const say = (message: string) => {
      problems.push({ path: [...one.path, 'on'], message })
      return null
    }
    if (!host) return say(`no piece is called "${on}" (known: ${[...byName.keys()].join(', ') || 'none'})`)
    if (above.includes(host)) return say(`"${on}" would stand on itself`)
    const below = stand(host, above)
    if (!below) return null
    const height = up ?? below.piece.top
    if (height === undefined) return say(`"${on}" has no top to stand on; say how far "up" it shall be`)
    const [cos, sin] = [Math.cos(below.turn), Math.sin(below.turn)]
    const at: Place = [below.at[0] + x * cos + z * sin, below.at[1] + height, below.at[2] - x * sin + z * cos]
    return { at, turn: below.turn + radians(turn) }
  }
  for (const one of wanted) stand(one, [])
  return { pieces: wanted.flatMap((one) => standing.get(one) ?? []), problems }
}

/** A standing piece's parts and emitters, in the room; the body of a fixture is marked as its own. */
export function inRoom({ piece, fixture, at, turn }: StandingPiece): Piece {
  const placed = place(piece, at, turn)
  if (fixture === null) return placed
  return { ...placed, parts: placed.parts.map((part) => ({ ...part, fixture: fixture.id })) }
}

function wantedPieces({ furniture, fixtures }: RoomDescription): Wanted[] {
  return [
    ...furniture.map((entry, i) => ({ path: ['furniture', i], entry, fixture: null })),
    ...fixtures.flatMap((fixture, i) =>
      fixture.body ? [{ path: ['fixtures', i, 'body'], entry: fixture.body, fixture }] : [],
    ),
  ]
}

function build({ path, entry, fixture }: Wanted, room: RoomDescription, problems: PlanProblem[]) {
  const known = problems.length
  const say = (key: DataPath, message: string) => problems.push({ path: [...path, ...key], message })
  if (!Object.hasOwn(catalogue, entry.piece)) {
    say(['piece'], `there is no furniture "${entry.piece}" (known: ${Object.keys(catalogue).join(', ')})`)
    return null
  }
  const kind = catalogue[entry.piece] as Furniture
  const opening = windowOf(entry, room)
  if (entry.window !== undefined && !opening) say(['window'], `there is no window "${entry.window}"`)
  if (kind.serves !== undefined && fixture === null)
    say(['piece'], `a ${entry.piece} belongs to a fixture: make it the body of a ${kind.serves}`)
  if (fixture !== null && kind.serves !== fixture.kind)
    say(['piece'], `a ${entry.piece} cannot be the body of a ${fixture.kind}`)
  const beam = fixture?.kind === 'light' ? (fixture.beam ?? null) : null
  if (beam !== null && kind.directed !== true)
    say(['piece'], `a ${entry.piece} has no beam; leave "beam" out`)
  const parameters = kind.parameters.strict().safeParse(entry.with)
  for (const issue of parameters.error?.issues ?? []) {
    const at = ['with', ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))]
    if (issue.code !== 'unrecognized_keys') say(at, issue.message.replace(/^Invalid input: /, ''))
    else
      for (const key of issue.keys)
        say(
          [...at, key],
          `a ${entry.piece} has no "${key}" (it has ${Object.keys(kind.parameters.shape).join(', ') || 'no parameters'})`,
        )
  }
  if (!parameters.success || problems.length > known) return null
  const surroundings: Surroundings = { fixture: fixture?.id ?? '', beam, window: opening }
  return kind.build(parameters.data, surroundings)
}

function windowOf({ window }: PieceInPlace, { openings }: RoomDescription): WindowOpening | null {
  const found = openings.find((opening) => opening.kind === 'window' && opening.id === window)
  return found?.kind === 'window' ? found : null
}

/** Where a piece stands that stands on no other one. */
function placeOf(entry: PieceInPlace, piece: Piece, room: RoomDescription): { at: Place; turn: number } {
  const turn = radians(entry.turn)
  if (entry.ceiling) return { at: [entry.ceiling[0], room.size.height, entry.ceiling[1]], turn }
  const opening = windowOf(entry, room)
  if (opening) {
    const frame = wallFrame(room.size, opening.wall)
    return {
      at: onWall(frame, opening.along, opening.sill + opening.height + (entry.up ?? 0)),
      turn: frame.turn + turn,
    }
  }
  if (entry.wall !== undefined) {
    const frame = wallFrame(room.size, entry.wall)
    const out = (entry.gap ?? 0) - backOf(piece, turn)
    return { at: onWall(frame, entry.along ?? 0, entry.up ?? 0, out), turn: frame.turn + turn }
  }
  return { at: [entry.at?.[0] ?? 0, entry.up ?? 0, entry.at?.[1] ?? 0], turn }
}

/** The z of a piece's back, once it is turned: what touches the wall behind it. */
function backOf(piece: Piece, turn: number): number {
  const box = new Box3()
  for (const { geometry } of place(piece, [0, 0, 0], turn).parts) {
    geometry.computeBoundingBox()
    if (geometry.boundingBox) box.union(geometry.boundingBox)
  }
  return box.isEmpty() ? 0 : box.getCenter(new Vector3()).z - box.getSize(new Vector3()).z / 2
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
