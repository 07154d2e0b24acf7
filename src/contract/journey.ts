import { z } from 'zod'
import { fixtureId, roomId } from './ids.ts'

/** What became of a touch at one lamp; moments on the showroom's clock, null while they have not come. */
export const journeyStop = z.strictObject({
  room: roomId,
  fixture: fixtureId,
  /** By a frame of its own, or by one to many lamps. */
  cast: z.enum(['alone', 'group']),
  /** The frame was given to the radio stick. */
  leftAtMs: z.number(),
  /** Alone: the lamp's answer came. To a group, which nobody answers: the stick said that it is out. */
  takenAtMs: z.number().nullable(),
  /** The lamp told what it is now, by itself or when it was asked. */
  toldAtMs: z.number().nullable(),
})
export type JourneyStop = z.infer<typeof journeyStop>

/** The way of the last touch on the screen. There is never more than one, it is written nowhere, and it is forgotten. */
export const journey = z.strictObject({
  /** Counts up. */
  number: z.number().int(),
  /** When the showroom heard of the touch. */
  askedAtMs: z.number(),
  stops: z.array(journeyStop),
})
export type Journey = z.infer<typeof journey>
