import { z } from 'zod'
import { brightness, colour } from './colour.ts'
import { fixtureId, roomId, ruleId, sceneId } from './ids.ts'

const target = { room: roomId, fixture: fixtureId }

/** What the person at the screen wants: the only thing the screen may send. */
export const intent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('play-scene'), scene: sceneId }),
  /** Starts a rule by hand, as its sensor would. */
  z.strictObject({ kind: z.literal('play-rule'), rule: ruleId }),
  /** Switches a lamp or a plug. */
  z.strictObject({ kind: z.literal('switch'), ...target, on: z.boolean() }),
  /** Dims a lamp, and lights it if it was off. `steady` is true while the finger is still moving. */
  z.strictObject({ kind: z.literal('dim'), ...target, brightness, steady: z.boolean() }),
  z.strictObject({ kind: z.literal('tint'), ...target, colour }),
  /** Moves a blind: 1 is fully open. */
  z.strictObject({ kind: z.literal('move-blind'), ...target, openness: z.number().min(0).max(1) }),
])
export type Intent = z.infer<typeof intent>
