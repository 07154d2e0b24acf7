import { z } from 'zod'
import { brightness, colour } from './colour.ts'
import { fixtureId, roomId, ruleId, sceneId } from './ids.ts'

const target = { room: roomId, fixture: fixtureId }

/** What a fixture shall be. A lamp that is off keeps the level and colour given until it is lit again. */
export const fixtureAim = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('light'),
    fixture: fixtureId,
    on: z.boolean(),
    brightness,
    colour,
  }),
  z.strictObject({ kind: z.literal('plug'), fixture: fixtureId, on: z.boolean() }),
  z.strictObject({ kind: z.literal('blind'), fixture: fixtureId, openness: z.number().min(0).max(1) }),
])
export type FixtureAim = z.infer<typeof fixtureAim>

/** What the person at the screen wants: the only thing the screen may send. */
export const intent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('play-scene'), scene: sceneId }),
  /** Starts a rule by hand, as its sensor would. */
  z.strictObject({ kind: z.literal('play-rule'), rule: ruleId }),
  /** Ends a rule that runs, as if what it waits for had come: what it covered comes back. */
  z.strictObject({ kind: z.literal('end-rule'), rule: ruleId }),
  /** Switches a lamp or a plug. */
  z.strictObject({ kind: z.literal('switch'), ...target, on: z.boolean() }),
  /** Dims a lamp, and lights it if it was off. `steady` is true while the finger is still moving. */
  z.strictObject({ kind: z.literal('dim'), ...target, brightness, steady: z.boolean() }),
  z.strictObject({ kind: z.literal('tint'), ...target, colour }),
  /** Makes several fixtures of a room what they are said to be, together; what one cannot do is left out. */
  z.strictObject({
    kind: z.literal('arrange'),
    room: roomId,
    aims: z.array(fixtureAim).min(1).max(200),
  }),
  /** Somebody opened a scene's code to take home: it is counted, and nothing else. */
  z.strictObject({ kind: z.literal('show-code'), scene: sceneId }),
  /** Somebody is here: nothing else is said by it. */
  z.strictObject({ kind: z.literal('stay') }),
  /** The visit is over, and everything shall return. */
  z.strictObject({ kind: z.literal('end-visit') }),
  /** Moves a blind: 1 is fully open. */
  z.strictObject({ kind: z.literal('move-blind'), ...target, openness: z.number().min(0).max(1) }),
])
export type Intent = z.infer<typeof intent>
