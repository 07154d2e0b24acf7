import { z } from 'zod'
import { buttonWord } from './button.ts'
import { brightness, colour } from './colour.ts'
import { fixtureId, roomId } from './ids.ts'
import { localizedText } from './words.ts'

/**
 * How well a fixture's device can be reached: `unbound` has no device and lives on the screen only;
 * `unknown` has not been heard of since the start.
 */
export const reach = z.enum(['unbound', 'unknown', 'reachable', 'unreachable'])
export type Reach = z.infer<typeof reach>

/** A change under way: it began at `startedAtMs` on the showroom's clock and takes `durationMs`. */
export const fade = z.strictObject({ startedAtMs: z.number(), durationMs: z.number().min(0) })
export type Fade = z.infer<typeof fade>

/** What a lamp can do: `kelvin` is its range of white or null; `colour` says whether it reaches xy colours. */
export const lightAbility = z.strictObject({
  kelvin: z.strictObject({ min: z.number(), max: z.number() }).nullable(),
  colour: z.boolean(),
})
export type LightAbility = z.infer<typeof lightAbility>

const place = { id: fixtureId, room: roomId, name: localizedText, reach }

export const lightState = z.strictObject({
  ...place,
  kind: z.literal('light'),
  ability: lightAbility,
  on: z.boolean(),
  /** Kept while the lamp is off: what it will have when it is switched on. */
  brightness,
  colour,
  /** The transition that leads to these values, or null when they stand. */
  fade: fade.nullable(),
})
export type LightState = z.infer<typeof lightState>

export const blindState = z.strictObject({
  ...place,
  kind: z.literal('blind'),
  /** 1 is fully open, or up; 0 covers the window, or is down. */
  openness: z.number().min(0).max(1),
  /** It goes up and comes down instead of opening and closing. */
  lowers: z.literal(true).optional(),
  fade: fade.nullable(),
})
export type BlindState = z.infer<typeof blindState>

export const plugState = z.strictObject({ ...place, kind: z.literal('plug'), on: z.boolean() })
export type PlugState = z.infer<typeof plugState>

export const motionState = z.strictObject({ ...place, kind: z.literal('motion'), occupied: z.boolean() })
export type MotionState = z.infer<typeof motionState>

export const contactState = z.strictObject({
  ...place,
  kind: z.literal('contact'),
  /** Whether the door, drawer or window that it sits at stands open. */
  open: z.boolean(),
})
export type ContactState = z.infer<typeof contactState>

export const remoteState = z.strictObject({
  ...place,
  kind: z.literal('remote'),
  /** What was pressed last, and when on the showroom's clock. */
  lastPress: z.strictObject({ button: buttonWord, atMs: z.number() }).nullable(),
})
export type RemoteState = z.infer<typeof remoteState>

/** What the screen shows of a fixture: its picture, in the design's sense of the word. */
export const fixtureState = z.discriminatedUnion('kind', [
  lightState,
  blindState,
  plugState,
  motionState,
  contactState,
  remoteState,
])
export type FixtureState = z.infer<typeof fixtureState>
