import type { FixtureId } from '../../contract/ids.ts'
import { type Condition, eachPart } from './condition.ts'
import type { Rule } from './rule.ts'
import { allSteps } from './steps.ts'

/** What a rule listens to: it starts by it, ends by it, or goes on by it. */
export interface Hearing {
  readonly changesOf: ReadonlySet<FixtureId>
  readonly buttonsOf: ReadonlySet<FixtureId>
  readonly clock: boolean
}

export function hearingOf({ when, until, do: steps }: Rule): Hearing {
  const changesOf = new Set<FixtureId>()
  const buttonsOf = new Set<FixtureId>()
  let clock = false
  for (const cause of [...when, ...until]) {
    if ('becomes' in cause) changesOf.add(cause.fixture)
    else if ('button' in cause) buttonsOf.add(cause.button)
    else if ('at' in cause || 'sun' in cause) clock = true
  }
  const look = (part: Condition) => {
    if ('fixture' in part) changesOf.add(part.fixture)
    else if ('between' in part || 'weekdays' in part || 'sun' in part) clock = true
  }
  for (const step of allSteps(steps)) if ('waitFor' in step) eachPart(step.waitFor, look)
  return { changesOf, buttonsOf, clock }
}
