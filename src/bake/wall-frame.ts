import type { Place } from '../../scenes/furniture/piece.ts'
import type { RoomSize, WallName } from '../showroom/room-plan.ts'

/** A wall as one faces it from inside: where its lower left end is, how long it is, and how far it is turned. */
export interface WallFrame {
  readonly corner: Place
  readonly length: number
  /** Radians, anticlockwise from above: turns what faces z into what faces away from the wall. */
  readonly turn: number
}

export function wallFrame({ width, depth }: RoomSize, wall: WallName): WallFrame {
  const [x, z] = [width / 2, depth / 2]
  switch (wall) {
    case 'back':
      return { corner: [-x, 0, -z], length: width, turn: 0 }
    case 'left':
      return { corner: [-x, 0, z], length: depth, turn: Math.PI / 2 }
    case 'right':
      return { corner: [x, 0, -z], length: depth, turn: -Math.PI / 2 }
    case 'front':
      return { corner: [x, 0, z], length: width, turn: Math.PI }
  }
}

/** The point of a wall that is `along` from its left end, `up` from the floor and `out` in front of it. */
export function onWall({ corner, turn }: WallFrame, along: number, up: number, out = 0): Place {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return [corner[0] + along * cos + out * sin, corner[1] + up, corner[2] - along * sin + out * cos]
}
