import { z } from 'zod'
import { brightness, colour } from './colour.ts'
import { fixtureId, sceneId } from './ids.ts'

/** What the person at the screen wants: the only thing the screen may send. */
export const intent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('play-scene'), scene: sceneId }),
  /** Switches a lamp or a plug. */
  z.strictObject({ kind: z.literal('switch'), fixture: fixtureId, on: z.boolean() }),
  /** Dims a lamp, and lights it if it was off. `steady` is true while the finger is still moving. */
  z.strictObject({ kind: z.literal('dim'), fixture: fixtureId, brightness, steady: z.boolean() }),
  z.strictObject({ kind: z.literal('tint'), fixture: fixtureId, colour }),
  /** Moves a blind: 1 is fully open. */
  z.strictObject({ kind: z.literal('move-blind'), fixture: fixtureId, openness: z.number().min(0).max(1) }),
])
export type Intent = z.infer<typeof intent>
