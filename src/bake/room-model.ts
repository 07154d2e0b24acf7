import { panelDoor } from '../../scenes/furniture/door.ts'
import { isMaterial, type MaterialName } from '../../scenes/furniture/materials.ts'
import { type Opening, type Piece, place, type RoomModel, together } from '../../scenes/furniture/piece.ts'
import { roomShell, type ShellWall } from '../../scenes/furniture/room-shell.ts'
import { casementWindow } from '../../scenes/furniture/window.ts'
import type { RoomDescription } from '../showroom/room.ts'
import { type Opening as PlannedOpening, wallName } from '../showroom/room-plan.ts'
import { inRoom, type StandingPiece } from './furnish.ts'
import { onWall, wallFrame } from './wall-frame.ts'

/** Walls that nobody looks at need few texels. */
const unseenDetail = 0.3

/** Everything the baker needs of a described room: its shell, and the pieces that stand in it. */
export function roomModel(room: RoomDescription, pieces: readonly StandingPiece[]): RoomModel {
  const { parts, emitters } = together([
    shellOf(room),
    ...room.openings.map((opening) => joineryOf(room, opening)),
    ...pieces.map(inRoom),
  ])
  const window = room.openings.find((opening) => opening.kind === 'window')
  return { parts, emitters, window: window?.kind === 'window' ? daylightOpening(room, window) : null }
}

/** The wish for a finish, checked by `checkPlan` before. */
function material(finish: string): MaterialName {
  if (!isMaterial(finish)) throw new Error(`There is no finish "${finish}".`)
  return finish
}

function shellOf({ size, finishes, openings }: RoomDescription): Piece {
  const walls = wallName.options.map(
    (name): ShellWall => ({
      ...wallFrame(size, name),
      finish: material(finishes.wall[name] ?? finishes.walls),
      openings: openings
        .filter((opening) => opening.wall === name)
        .map((opening) => ({ ...opening, bottom: opening.kind === 'window' ? opening.sill : 0 })),
      detail: name === 'front' ? unseenDetail : 1,
    }),
  )
  return roomShell({
    ...size,
    floor: material(finishes.floor),
    ceiling: material(finishes.ceiling),
    skirting: finishes.skirting,
    walls,
  })
}

function joineryOf({ size }: RoomDescription, opening: PlannedOpening): Piece {
  const frame = wallFrame(size, opening.wall)
  const { along, width, height } = opening
  if (opening.kind === 'door') return place(panelDoor(width, height), onWall(frame, along, 0), frame.turn)
  const middle = onWall(frame, along, opening.sill + height / 2)
  return place(casementWindow({ width, height, reveal: opening.reveal }), middle, frame.turn)
}

function daylightOpening(
  { size }: RoomDescription,
  { wall, along, width, sill, height, reveal, faces }: Extract<PlannedOpening, { kind: 'window' }>,
): Opening {
  const frame = wallFrame(size, wall)
  const [cos, sin] = [Math.cos(frame.turn), Math.sin(frame.turn)]
  return {
    // Just inside the glass.
    centre: onWall(frame, along, sill + height / 2, 0.01 - reveal),
    u: [(cos * width) / 2, 0, (-sin * width) / 2],
    v: [0, height / 2, 0],
    faces,
  }
}
