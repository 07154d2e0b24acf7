import { z } from 'zod'

/** A room on paper: its size, the holes in its walls, and where things stand. Lengths in metres. */

const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens, like "coffee-table"')
  .max(64)

/** A box of a room; the middle of its floor is the origin, x to the right, y up, z towards the onlooker. */
export const roomSize = z.strictObject({
  width: z.number().min(1).max(30),
  depth: z.number().min(1).max(30),
  height: z.number().min(1.8).max(8),
})
export type RoomSize = z.infer<typeof roomSize>

/** As one sees them who looks into the room; "front" is the wall behind them. */
export const wallName = z.enum(['back', 'left', 'right', 'front'])
export type WallName = z.infer<typeof wallName>

const hole = {
  id: name,
  wall: wallName,
  /** From the wall's left end, as one faces it, to the middle of the opening. */
  along: z.number(),
  width: z.number().min(0.3).max(8),
  height: z.number().min(0.3).max(4),
}

export const opening = z.discriminatedUnion('kind', [
  z.strictObject({
    ...hole,
    kind: z.literal('window'),
    /** From the floor to its lower edge. */
    sill: z.number().min(0).max(3),
    /** How deep it sits in the wall. */
    reveal: z.number().min(0.02).max(0.6).default(0.16),
    /** Where it looks, degrees from north by east: 90 is east, 180 south. */
    faces: z.number().min(0).lt(360),
  }),
  z.strictObject({ ...hole, kind: z.literal('door') }),
])
export type Opening = z.infer<typeof opening>

/** From the middle of what it stands on: to the right, and towards the onlooker. */
const spot = z.tuple([z.number(), z.number()])

/**
 * A piece of furniture, its parameters, and where it stands. One of five ways: `at` on the floor, against a
 * `wall`, from the `ceiling`, in a `window`, or `on` another piece.
 */
export const pieceInPlace = z
  .strictObject({
    /** The name of a piece of furniture that there is a builder for. */
    piece: name,
    /** What other pieces call it that stand on it. */
    id: name.optional(),
    /** On the floor, or on the piece named by `on`. */
    at: spot.optional(),
    wall: wallName.optional(),
    /** From the wall's left end, as one faces it, to the middle of the piece. */
    along: z.number().optional(),
    /** Space between the wall and the piece's back. */
    gap: z.number().min(0).max(3).optional(),
    ceiling: spot.optional(),
    window: name.optional(),
    on: name.optional(),
    /** Height above the floor, or above the foot of the piece that it stands on. */
    up: z.number().min(-1).max(8).optional(),
    /** Degrees, anticlockwise seen from above; 0 faces the onlooker, or away from its wall. */
    turn: z.number().min(-360).max(360).default(0),
    /** The builder's parameters. */
    with: z.record(z.string(), z.unknown()).default({}),
  })
  .superRefine((entry, context) => {
    const say = (message: string, key?: string) =>
      context.addIssue({ code: 'custom', message, path: key === undefined ? [] : [key] })
    const ways = (['wall', 'ceiling', 'window', 'on'] as const).filter((key) => entry[key] !== undefined)
    if (ways.length > 1) say(`it cannot be both at "${ways[0]}" and at "${ways[1]}"`, ways[1])
    const stands = ways.length === 0 || ways[0] === 'on'
    if (stands && entry.at === undefined) say('say where it stands: at, wall, ceiling, window or on')
    if (!stands && entry.at !== undefined) say(`"at" does not go with "${ways[0]}"`, 'at')
    if (entry.wall !== undefined && entry.along === undefined) say('a wall needs "along"', 'wall')
    for (const key of ['along', 'gap'] as const)
      if (entry.wall === undefined && entry[key] !== undefined) say(`"${key}" goes with "wall" only`, key)
  })
export type PieceInPlace = z.infer<typeof pieceInPlace>
