import { type BufferGeometry, Matrix4, Vector3 } from 'three'
import type { MaterialName } from './materials.ts'

/** Metres; x to the right, y up, z towards the person who looks in. */
export type Place = readonly [number, number, number]

/** A part's place in the picture; what the words mean is told in the baked room's format. */
export type PartRole = 'still' | 'glow' | 'blind' | 'lift' | 'indicator' | 'view'

/** One closed or open surface of one material. */
export interface Part {
  readonly material: MaterialName
  readonly geometry: BufferGeometry
  readonly role?: PartRole
  /** The fixture it belongs to; needed for every role but `still` and `view`. */
  readonly fixture?: string
  /** Light map texels a metre, relative to the room's usual density. 0 keeps it out of the light map. */
  readonly detail?: number
  /** Whether light stops at it. Bulbs and what moves let it pass. */
  readonly blocks?: boolean
  /** How far below where it was modelled it comes when its fixture is closed, metres; only for `lift`. */
  readonly travel?: number
  /** Luminance in cd/m2 for each lumen of its fixture; only for `glow`. */
  readonly glow?: number
  /** Keeps the texture coordinates of the geometry; others are laid out anew, in metres. */
  readonly ownUv?: boolean
  /** Gives way, as cloth, leaves and cords do: it may lie on or in other pieces. */
  readonly yields?: boolean
  /** Cloth or a bent rod: its own texture coordinates lay it flat as one sheet in the light map. */
  readonly sheet?: boolean
  /** Of a sheet: its pattern follows it, in metres along the cloth, instead of the room's axes. */
  readonly clothUv?: boolean
}

/** A lit surface, as the baker samples it. `share` is its part of the fixture's flux. */
export type Emitter = { readonly fixture: string; readonly share: number } & (
  | { readonly shape: 'sphere'; readonly centre: Place; readonly radius: number }
  /** The outside of an upright tube. */
  | { readonly shape: 'tube'; readonly centre: Place; readonly radius: number; readonly height: number }
  /**
   * One side of a rectangle; `u` and `v` reach from its middle to two of its edges, and it shines along u x v.
   * A directed one has the `beam` of its fixture, degrees between half intensities; without, it is diffuse.
   */
  | {
      readonly shape: 'rectangle'
      readonly centre: Place
      readonly u: Place
      readonly v: Place
      readonly beam?: number
    }
)

/** Something to put into a room: its parts and what shines in it. */
export interface Piece {
  readonly parts: readonly Part[]
  readonly emitters?: readonly Emitter[]
  /** Height of the surface that other pieces can stand on. */
  readonly top?: number
}

/** The opening that daylight comes through; it lets light in along u x v. `v` points up. */
export interface Opening {
  readonly centre: Place
  readonly u: Place
  readonly v: Place
  /** Where it looks, degrees from north by east; a little past south when nothing is said. */
  readonly faces?: number
}

/** Everything the baker needs of a room. */
export interface RoomModel {
  readonly parts: readonly Part[]
  readonly emitters: readonly Emitter[]
  /** Null for a room without daylight. */
  readonly window: Opening | null
}

/** A copy of `piece` turned around its own upright axis by `turn` radians, then moved to `at`. */
export function place(piece: Piece, at: Place, turn = 0): Piece {
  const move = new Matrix4().makeRotationY(turn).setPosition(...at)
  const point = (p: Place): Place => tuple(new Vector3(...p).applyMatrix4(move))
  const direction = (p: Place): Place =>
    tuple(new Vector3(...p).transformDirection(move).setLength(Math.hypot(...p)))
  return {
    ...piece,
    parts: piece.parts.map((part) => ({
      ...part,
      geometry: part.geometry.clone().applyMatrix4(move),
    })),
    emitters: (piece.emitters ?? []).map((emitter) =>
      emitter.shape === 'rectangle'
        ? { ...emitter, centre: point(emitter.centre), u: direction(emitter.u), v: direction(emitter.v) }
        : { ...emitter, centre: point(emitter.centre) },
    ),
  }
}

/** A copy of `piece` turned around its own upright axis, radians. */
export function turnedBy(piece: Piece, turn: number): Piece {
  return place(piece, [0, 0, 0], turn)
}

/** All of several pieces as one. */
export function together(pieces: readonly Piece[]): Piece & { emitters: readonly Emitter[] } {
  return {
    parts: pieces.flatMap((piece) => piece.parts),
    emitters: pieces.flatMap((piece) => piece.emitters ?? []),
  }
}

function tuple(v: Vector3): Place {
  return [v.x, v.y, v.z]
}
