import { z } from 'zod'
import { kelvin } from '../contract/colour.ts'
import { fixtureId, roomId } from '../contract/ids.ts'
import { localizedText } from '../contract/words.ts'
import { opening, pieceInPlace, roomSize, wallName } from './room-plan.ts'

const fixtureBase = {
  id: fixtureId,
  name: localizedText,
  /** What it looks like and where it is: a lamp's shade and stand, a blind's cloth, a sensor's case. */
  body: pieceInPlace.optional(),
}

/** A place for a lamp. What is drawn until a device is bound, and what the product's box says of its light. */
const lightFixture = z.strictObject({
  ...fixtureBase,
  kind: z.literal('light'),
  /** Luminous flux at full brightness, white. */
  lumens: z.number().positive().max(20000),
  /** Of a directed lamp: the angle, in degrees, between the directions that get half of its brightest. */
  beam: z.number().min(10).max(120).optional(),
  /** Range of white in kelvin; leave it out for a lamp of one white. */
  kelvin: z
    .strictObject({ min: kelvin, max: kelvin })
    .refine(({ min, max }) => min <= max, 'min must not be above max')
    .optional(),
  colour: z.boolean().default(false),
})

/** A place for a remote or button. */
const remoteFixture = z.strictObject({
  ...fixtureBase,
  kind: z.literal('remote'),
  /**
   * The lamps and plugs of its room that it switches and dims; by itself every lamp, and "nothing" for a button that
   * only starts rules.
   */
  controls: z.union([z.enum(['room', 'nothing']), z.array(fixtureId).min(1).max(200)]).default('room'),
})
export type RemoteFixture = z.infer<typeof remoteFixture>

const fixture = z.discriminatedUnion('kind', [
  lightFixture,
  z.strictObject({
    ...fixtureBase,
    kind: z.literal('blind'),
    /** It goes up and comes down, as a clothes-rack, instead of opening and closing. */
    lowers: z.boolean().default(false),
  }),
  z.strictObject({ ...fixtureBase, kind: z.literal('plug') }),
  z.strictObject({ ...fixtureBase, kind: z.literal('motion') }),
  z.strictObject({ ...fixtureBase, kind: z.literal('contact') }),
  remoteFixture,
])
export type Fixture = z.infer<typeof fixture>
export type LightFixture = z.infer<typeof lightFixture>

/** Metres from the middle of the floor: x to the right, y up, z towards the person who looks in. */
const point = z.tuple([z.number(), z.number(), z.number()])

/**
 * A point of view. `fov` is the vertical field of view in degrees; `turn` is how far it may be turned around
 * what it looks at, to either side, in degrees.
 */
const camera = z.strictObject({
  from: point,
  to: point,
  fov: z.number().min(10).max(100),
  turn: z.number().min(0).max(60).default(20),
})

/** A finish: the name of a material, or one in a colour of its own, such as "wall #e9e2d6". */
const finish = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*( #[0-9a-fA-F]{6})?$/, 'name a finish, like "floor" or "wall #e9e2d6"')

const finishes = z.strictObject({
  /** All walls, and single ones that differ. */
  walls: finish.default('wall'),
  wall: z.partialRecord(wallName, finish).default({}),
  floor: finish.default('floor'),
  ceiling: finish.default('ceiling'),
  /** Height of the skirting board in metres; 0 for none. */
  skirting: z.number().min(0).max(0.4).default(0.1),
})

/** `scenes/rooms/<id>/room.yaml`: a room, what stands in it, and the places in it that the kiosk speaks of. */
export const roomDescription = z.strictObject({
  version: z.literal(1),
  id: roomId,
  name: localizedText,
  size: roomSize,
  openings: z.array(opening).max(20).default([]),
  finishes: finishes.prefault({}),
  furniture: z.array(pieceInPlace).max(300).default([]),
  fixtures: z.array(fixture).min(1).max(200),
  cameras: z.strictObject({ landscape: camera, portrait: camera }),
})
export type RoomDescription = z.infer<typeof roomDescription>
