import { z } from 'zod'
import { kelvin } from '../contract/colour.ts'
import { fixtureId, roomId } from '../contract/ids.ts'
import { localizedText } from '../contract/words.ts'

/** Metres from the middle of the floor: x to the right, y up, z towards the person who looks in. */
const place = z.tuple([z.number(), z.number(), z.number()])

const fixtureBase = { id: fixtureId, name: localizedText, at: place }

/** A place for a lamp. What is drawn until a device is bound, and what the product's box says of its light. */
const lightFixture = z.strictObject({
  ...fixtureBase,
  kind: z.literal('light'),
  /** Luminous flux at full brightness, white. */
  lumens: z.number().positive().max(20000),
  /** Range of white in kelvin; leave it out for a lamp of one white. */
  kelvin: z
    .strictObject({ min: kelvin, max: kelvin })
    .refine(({ min, max }) => min <= max, 'min must not be above max')
    .optional(),
  colour: z.boolean().default(false),
})

const fixture = z.discriminatedUnion('kind', [
  lightFixture,
  z.strictObject({ ...fixtureBase, kind: z.literal('blind') }),
  z.strictObject({ ...fixtureBase, kind: z.literal('plug') }),
  z.strictObject({ ...fixtureBase, kind: z.literal('motion') }),
  z.strictObject({ ...fixtureBase, kind: z.literal('remote') }),
])
export type Fixture = z.infer<typeof fixture>
export type LightFixture = z.infer<typeof lightFixture>

/**
 * A point of view. `fov` is the vertical field of view in degrees; `turn` is how far it may be turned around
 * what it looks at, to either side, in degrees.
 */
const camera = z.strictObject({
  from: place,
  to: place,
  fov: z.number().min(10).max(100),
  turn: z.number().min(0).max(60).default(20),
})

/** `scenes/rooms/<id>/room.yaml`: a room and the places in it. */
export const roomDescription = z.strictObject({
  version: z.literal(1),
  id: roomId,
  name: localizedText,
  cameras: z.strictObject({ landscape: camera, portrait: camera }),
  fixtures: z.array(fixture).min(1).max(200),
})
export type RoomDescription = z.infer<typeof roomDescription>
