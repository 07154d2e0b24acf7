import { expect, test } from 'vitest'
import { FixtureBoard } from './fixture-board.ts'
import { offerOf } from './offer.ts'
import { ruleOf, sceneOf, wardrobe } from './testing/wardrobe.ts'

const evening = sceneOf('evening', {
  hour: '19:30',
  fixtures: { mirror: { on: false } },
  moments: [{ at: '1s', fixtures: { rack: { openness: 1 } } }],
  palettes: [{ fixtures: ['glow'], colours: ['#ff0000', '#00ff00'], every: '5s' }],
})
const fixtures = new FixtureBoard([wardrobe], () => {}).all()
const offered = (...rules: ReturnType<typeof ruleOf>[]) =>
  offerOf({ rooms: [wardrobe], scenes: [evening], rules }, fixtures, [])

test('a card names every fixture that takes part, in the order of the room', () => {
  const inSteps = ruleOf('in-steps', {
    when: [{ manual: true }],
    do: [{ together: [[{ set: { fan: { on: true } } }], [{ play: 'evening' }]] }],
  })
  const { scenes, rules } = offered(inSteps)
  expect(scenes[0]).toMatchObject({ sets: ['mirror', 'glow', 'rack'], hour: 19 * 60 + 30 })
  expect(rules[0]?.sets).toEqual(['mirror', 'glow', 'rack', 'fan'])
})

test('a card tells what starts and ends a rule, and what it wants to know', () => {
  const facts = { sensor: { en: 'Someone is here.', sv: 'Någon är här.' } }
  const many = ruleOf('many', {
    when: [
      { fixture: 'sensor', becomes: 'occupied' },
      { button: 'button', pressed: 'on' },
      { at: '07:30' },
      { sun: 'set', offsetMinutes: -15 },
      { manual: true },
    ],
    do: [{ set: { fan: { on: true } } }],
    until: [{ fixture: 'sensor', becomes: 'clear', heldFor: '20s' }, { after: '5m' }],
    facts,
  })
  const { rules } = offered(many)
  expect(rules[0]).toMatchObject({
    when: [
      { kind: 'becomes', fixture: 'sensor', word: 'occupied', heldForMs: 0 },
      { kind: 'pressed', fixture: 'button', buttons: ['on'] },
      { kind: 'clock', minute: 450 },
      { kind: 'sun', turn: 'set', offsetMinutes: -15 },
      { kind: 'by-hand' },
    ],
    until: [
      { kind: 'becomes', fixture: 'sensor', word: 'clear', heldForMs: 20_000 },
      { kind: 'time-over', afterMs: 300_000 },
    ],
    facts,
  })
})
