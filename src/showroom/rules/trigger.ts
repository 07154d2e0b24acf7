import { z } from 'zod'
import { buttonWord } from '../../contract/button.ts'
import { type FixtureId, fixtureId } from '../../contract/ids.ts'
import { stateWord } from '../../contract/state-word.ts'
import { duration } from '../duration.ts'
import { timeOfDay } from '../local-time.ts'

const halfDayMinutes = 12 * 60

/** A fixture turns into something, and stays so for a while: "the sensor noticed nobody for 20 s". */
const becomes = z.strictObject({
  fixture: fixtureId,
  becomes: stateWord,
  heldFor: duration(0).prefault('0s'),
})

/** Buttons pressed one after the other, each within a second and a half of the one before. */
const pressed = z.strictObject({
  button: fixtureId,
  pressed: z.union([buttonWord, z.array(buttonWord).min(1).max(5)]),
})

const atTime = z.strictObject({ at: timeOfDay })

const atSun = z.strictObject({
  sun: z.enum(['rise', 'set']),
  /** Minutes before (negative) or after. */
  offsetMinutes: z.number().int().min(-halfDayMinutes).max(halfDayMinutes).default(0),
})

/** Someone asks for it: a tap on the rule's card or on the sensor in the picture. */
const byHand = z.strictObject({ manual: z.literal(true) })

/** What starts or ends a rule. */
export const trigger = z.union([becomes, pressed, atTime, atSun, byHand])
export type Trigger = z.infer<typeof trigger>

/** What ends a rule may also be that its time is over. */
export const ending = z.union([becomes, pressed, atTime, atSun, z.strictObject({ after: duration(1000) })])
export type Ending = z.infer<typeof ending>

/** The fixture whose change or buttons it waits for; null for the clock, the sun and a person's word. */
export function fixtureNamed(cause: Trigger | Ending): FixtureId | null {
  if ('becomes' in cause) return cause.fixture
  return 'button' in cause ? cause.button : null
}
