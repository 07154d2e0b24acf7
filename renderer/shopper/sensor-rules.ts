import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { FixtureId } from '../../src/contract/ids.ts'
import type { RuleCard } from '../../src/contract/offer.ts'

/** The rule that a touch on a sensor or button plays, as the real one would start it; null for none. */
export function ruleOf(fixture: FixtureState, rules: readonly RuleCard[]): RuleCard | null {
  return (
    rules.find(
      (rule) =>
        rule.room === fixture.room &&
        rule.fit !== 'none' &&
        isByHand(rule) &&
        startersOf(rule).includes(fixture.id),
    ) ?? null
  )
}

/** The rules of a room that a shopper may ask for, and that none of its sensors and buttons plays when it is touched. */
export function rulesWithoutSensor(
  fixtures: readonly FixtureState[],
  rules: readonly RuleCard[],
): RuleCard[] {
  const played = new Set(fixtures.map((fixture) => ruleOf(fixture, rules)?.id))
  const rooms = new Set(fixtures.map(({ room }) => room))
  return rules.filter(
    (rule) => rooms.has(rule.room) && rule.fit !== 'none' && isByHand(rule) && !played.has(rule.id),
  )
}

function isByHand(rule: RuleCard): boolean {
  return rule.when.some(({ kind }) => kind === 'by-hand')
}

/** The sensors and buttons that start a rule. */
export function startersOf(rule: RuleCard): FixtureId[] {
  return rule.when.flatMap((cause) => ('fixture' in cause ? [cause.fixture] : []))
}

/** Sensors and remotes speak, and cannot be told anything. */
export function isSensor({ kind }: FixtureState): boolean {
  return kind === 'motion' || kind === 'contact' || kind === 'remote'
}

/** Whether the real one has just been used, by somebody in the room. */
export function isAwake(fixture: FixtureState): boolean {
  return (fixture.kind === 'motion' && fixture.occupied) || (fixture.kind === 'contact' && fixture.open)
}
