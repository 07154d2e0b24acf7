import { z } from 'zod'
import { dongleFacts } from './dongle-facts.ts'
import { fixtureState } from './fixture-state.ts'
import { fixtureId, roomId, sceneId } from './ids.ts'
import { journey } from './journey.ts'
import { ruleCard, sceneCard, usedFact } from './offer.ts'
import { presence } from './presence.ts'
import { shop } from './shop.ts'
import { localizedText } from './words.ts'

/**
 * Whether the devices of a room got to the scene that was played last, by their own word: "late" after they were
 * asked again or came back. A device that a person has changed since does not count. For staff and playlists.
 */
export const sceneArrival = z.strictObject({
  scene: sceneId,
  outcome: z.enum(['under-way', 'reached', 'reached-late', 'not-reached']),
  /** Who did not get there: it is silent, or it answers and is something else. */
  missing: z.array(z.strictObject({ fixture: fixtureId, reason: z.enum(['silent', 'differs']) })),
})
export type SceneArrival = z.infer<typeof sceneArrival>

export const roomCard = z.strictObject({
  id: roomId,
  name: localizedText,
  activeScene: sceneId.nullable(),
  /** Where its bake lies under /rooms/, when a playlist brought one along; else under its own id. */
  baked: z.string().optional(),
  /** Null while no scene was played, or no device is bound that it sets. */
  arrival: sceneArrival.nullable(),
})
export type RoomCard = z.infer<typeof roomCard>

/** Where the dongle stands; `simulated` is true when the lamps behind it are. */
export const dongleStatus = z.strictObject({
  phase: z.enum(['starting', 'ready', 'lost']),
  simulated: z.boolean(),
})
export type DongleStatus = z.infer<typeof dongleStatus>

/**
 * Something staff should know or mend. `sentence` is English, for logs; screens translate `code` with `values`. Among them
 * `detail` is English, too: it stands on a line of its own, for whoever is asked for help.
 */
export const notice = z.strictObject({
  code: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  sentence: z.string(),
  values: z.record(z.string(), z.string()),
})
export type Notice = z.infer<typeof notice>

/** Everything the screen needs to draw the showroom, at one moment of the showroom's clock. */
export const snapshot = z.strictObject({
  rooms: z.array(roomCard),
  scenes: z.array(sceneCard),
  rules: z.array(ruleCard),
  /** The facts that rules used lately, oldest first. */
  facts: z.array(usedFact),
  /** Of the last touch; null when there was none lately. */
  journey: journey.nullable(),
  shop,
  fixtures: z.array(fixtureState),
  presence,
  dongle: dongleStatus,
  /** Null while there is no dongle, and where there is none to know anything of. */
  dongleFacts: dongleFacts.nullable(),
  notices: z.array(notice),
})
export type Snapshot = z.infer<typeof snapshot>

/** One record of the snapshot, replaced whole. */
export const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixture'), fixture: fixtureState }),
  z.strictObject({ kind: z.literal('room'), room: roomCard }),
  z.strictObject({ kind: z.literal('offer'), scenes: z.array(sceneCard), rules: z.array(ruleCard) }),
  z.strictObject({ kind: z.literal('fact'), fact: usedFact }),
  z.strictObject({ kind: z.literal('journey'), journey: journey.nullable() }),
  z.strictObject({ kind: z.literal('shop'), shop }),
  z.strictObject({ kind: z.literal('presence'), presence }),
  /** The facts of a visit that is over are forgotten. */
  z.strictObject({ kind: z.literal('forgotten') }),
  z.strictObject({ kind: z.literal('dongle'), dongle: dongleStatus }),
  z.strictObject({ kind: z.literal('dongle-facts'), dongleFacts: dongleFacts.nullable() }),
  z.strictObject({ kind: z.literal('notices'), notices: z.array(notice) }),
])
export type Change = z.infer<typeof change>

/** A snapshot first, then changes in order. `nowMs` is the showroom's clock when it was sent. */
export const showroomEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('snapshot'), nowMs: z.number(), snapshot }),
  z.strictObject({ kind: z.literal('change'), nowMs: z.number(), change }),
])
export type ShowroomEvent = z.infer<typeof showroomEvent>
