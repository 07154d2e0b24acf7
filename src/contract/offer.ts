import { z } from 'zod'
import { fixtureId, roomId, ruleId, sceneId } from './ids.ts'
import { localizedText } from './words.ts'

const words = { room: roomId, title: localizedText, story: localizedText, icon: z.string() }

/** How much of it the hardware of this store can do; `missing` names the fixtures that have none. */
const fit = {
  fit: z.enum(['complete', 'reduced', 'none']),
  missing: z.array(fixtureId),
}

export const sceneCard = z.strictObject({ id: sceneId, ...words, ...fit })
export type SceneCard = z.infer<typeof sceneCard>

export const ruleCard = z.strictObject({
  id: ruleId,
  ...words,
  ...fit,
  running: z.boolean(),
  /** The sensors and remotes that start it. */
  startedBy: z.array(fixtureId),
  /** Whether it may be asked for on the screen. */
  manual: z.boolean(),
})
export type RuleCard = z.infer<typeof ruleCard>

/** One fact that a rule used: all that this kiosk ever knows of what happens in a room. */
export const usedFact = z.strictObject({
  /** Counts up; the oldest are forgotten. */
  number: z.number().int(),
  /** On the showroom's clock. */
  atMs: z.number(),
  room: roomId,
  fixture: fixtureId,
  /** What was found: "occupied", "off", or the button pressed. */
  fact: z.string(),
  rule: ruleId,
  /** It started the rule, ended it, or was looked at on the way. */
  why: z.enum(['started', 'ended', 'asked']),
})
export type UsedFact = z.infer<typeof usedFact>

/** So many facts are kept, in memory, for so long; then they are forgotten. */
export const factsKept = 100
export const factsKeptMs = 10 * 60_000
