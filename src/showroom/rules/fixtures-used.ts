import type { FixtureId } from '../../contract/ids.ts'
import { type Condition, eachPart } from './condition.ts'
import type { Rule } from './rule.ts'
import { allSteps } from './steps.ts'
import { fixtureNamed } from './trigger.ts'

/** Fixtures that start a rule, end it, or that it looks at before it starts and on the way. */
export function fixturesUsed({ when, until, if: condition, do: steps }: Rule): ReadonlySet<FixtureId> {
  const found = new Set([...when, ...until].flatMap((cause) => fixtureNamed(cause) ?? []))
  const look = (looked: Condition) =>
    eachPart(looked, (part) => {
      if ('fixture' in part) found.add(part.fixture)
    })
  if (condition !== undefined) look(condition)
  for (const step of allSteps(steps)) {
    if ('waitFor' in step) look(step.waitFor)
    if ('if' in step) look(step.if)
  }
  return found
}
