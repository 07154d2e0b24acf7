import { z } from 'zod'
import { buttonWord } from './button.ts'
import { fixtureId, roomId, ruleId, sceneId } from './ids.ts'
import { stateWord } from './state-word.ts'
import { localizedText } from './words.ts'

const words = { room: roomId, title: localizedText, story: localizedText, icon: z.string() }

/**
 * How much of it the hardware of this store can do: all, not all (`missing` says what it lacks), or too little to be
 * offered to shoppers. A fixture lacks its device, or a lamp there that shows colours or warm and cool white.
 */
const fit = {
  fit: z.enum(['complete', 'reduced', 'none']),
  missing: z.array(z.strictObject({ fixture: fixtureId, lacks: z.enum(['device', 'colour', 'kelvin']) })),
}

/** The fixtures that take part, in the order their room lists them. */
const sets = z.array(fixtureId)

export const sceneCard = z.strictObject({
  id: sceneId,
  ...words,
  ...fit,
  sets,
  /** The hour of the day it belongs to, in minutes since midnight. */
  hour: z.number().int().nullable(),
})
export type SceneCard = z.infer<typeof sceneCard>

/** What starts or ends a rule, as data: screens find the words. */
export const ruleCause = z.discriminatedUnion('kind', [
  /** A fixture turns into something and stays so for a while. */
  z.strictObject({ kind: z.literal('becomes'), fixture: fixtureId, word: stateWord, heldForMs: z.number() }),
  /** Buttons pressed one after the other. */
  z.strictObject({ kind: z.literal('pressed'), fixture: fixtureId, buttons: z.array(buttonWord) }),
  /** Minutes since midnight on the store's wall clock. */
  z.strictObject({ kind: z.literal('clock'), minute: z.number().int() }),
  /** Sunrise or sunset at the store; minutes before it are negative. */
  z.strictObject({ kind: z.literal('sun'), turn: z.enum(['rise', 'set']), offsetMinutes: z.number().int() }),
  /** Somebody asks for it at the screen. Starts only. */
  z.strictObject({ kind: z.literal('by-hand') }),
  /** So long after its start. Ends only. */
  z.strictObject({ kind: z.literal('time-over'), afterMs: z.number() }),
])
export type RuleCause = z.infer<typeof ruleCause>

export const ruleCard = z.strictObject({
  id: ruleId,
  ...words,
  ...fit,
  sets,
  running: z.boolean(),
  /** Any of these starts it. */
  when: z.array(ruleCause),
  /** Any of these ends it; empty when it ends with its last step. */
  until: z.array(ruleCause),
  /** What it wants to know of a sensor or button, in a shopper's words. */
  facts: z.partialRecord(fixtureId, localizedText),
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
