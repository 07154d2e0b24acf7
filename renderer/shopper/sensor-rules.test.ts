import { expect, test } from 'vitest'
import type { FixtureState } from '../../src/contract/fixture-state.ts'
import { fixtureId, roomId, ruleId } from '../../src/contract/ids.ts'
import type { RuleCard, RuleCause } from '../../src/contract/offer.ts'
import { ruleOf, rulesWithoutSensor } from './sensor-rules.ts'

const den = roomId.parse('den')
const door: FixtureState = {
  ...{ id: fixtureId.parse('door'), room: den, name: { en: 'Door', sv: 'Dörr' }, reach: 'reachable' },
  ...{ kind: 'motion', occupied: false },
}
const byHand: RuleCause = { kind: 'by-hand' }
const byDoor: RuleCause = { kind: 'becomes', fixture: door.id, word: 'occupied', heldForMs: 0 }
const rule = (id: string, when: RuleCause[], more: Partial<RuleCard> = {}): RuleCard => ({
  ...{ id: ruleId.parse(id), room: den, title: { en: id, sv: id }, story: { en: id, sv: id }, icon: 'sun' },
  ...{ fit: 'complete', missing: [], sets: [], running: false, when, until: [], facts: {} },
  ...more,
})
const sunset: RuleCause = { kind: 'sun', turn: 'set', offsetMinutes: 0 }

test('a rule that a shopper may ask for has its sensor to touch, or a chip of its own', () => {
  const rules = [
    rule('hello', [byDoor, byHand]),
    rule('second', [byDoor, byHand]),
    rule('dusk', [sunset, byHand]),
    rule('alone', [sunset]),
    rule('unfit', [sunset, byHand], { fit: 'none' }),
    rule('elsewhere', [byHand], { room: roomId.parse('hall') }),
  ]
  expect(ruleOf(door, rules)?.id).toBe('hello')
  expect(rulesWithoutSensor([door], rules).map(({ id }) => id)).toEqual(['second', 'dusk'])
})
