import { expect, test } from 'vitest'
import type { Rule } from '../rules/rule.ts'
import type { Scene } from '../scene.ts'
import { ruleOf, sceneOf, wardrobe, wardrobeWith } from '../testing/wardrobe.ts'
import { ruleLoops } from './rule-loops.ts'

/** "fan on": when the fan becomes on; "light off": the light is switched off. */
const rule = (id: string, when: string, set: string, more: object = {}) => {
  const [from = '', becomes] = when.split(' ')
  const [to = '', word] = set.split(' ')
  const target =
    word === 'open' || word === 'closed' ? { openness: word === 'open' ? 1 : 0 } : { on: word === 'on' }
  return ruleOf(id, { when: [{ fixture: from, becomes }], do: [{ set: { [to]: target } }], ...more })
}
const loops = (rules: readonly Rule[], scenes: readonly Scene[] = []) =>
  ruleLoops(rules, scenes, wardrobe).map((loop) => loop.map(({ id }) => id).join(' '))

test('rules that undo what the other has done are found, once', () => {
  expect(loops([rule('a', 'fan on', 'fan off'), rule('b', 'fan off', 'fan on')])).toEqual(['a b'])
  const longer = [
    rule('a', 'fan on', 'light off'),
    rule('b', 'light off', 'fan off'),
    rule('c', 'fan off', 'light on'),
    rule('d', 'light on', 'fan on'),
  ]
  expect(loops(longer)).toEqual(['a b c d'])
})

test('rules that only ever switch on come to an end', () => {
  expect(loops([rule('a', 'fan on', 'light on'), rule('b', 'light on', 'fan on')])).toEqual([])
  expect(loops([rule('self', 'fan on', 'fan on')])).toEqual([])
  expect(loops([rule('a', 'fan on', 'light on'), rule('b', 'light on', 'mirror on')])).toEqual([])
})

test('a rule that something of the circle sets off may undo it', () => {
  const rules = [rule('a', 'fan on', 'light on'), rule('b', 'light on', 'fan on')]
  expect(loops([...rules, rule('c', 'light on', 'fan off'), rule('d', 'fan off', 'light off')])).toContain(
    'a b',
  )
})

test('the other word starts nothing', () => {
  expect(loops([rule('a', 'fan on', 'light on'), rule('b', 'light off', 'fan off')])).toEqual([])
})

test('what is given back may start a rule again', () => {
  const until = { until: [{ after: '20s' }] }
  expect(loops([rule('self', 'fan off', 'fan on', until)])).toEqual(['self'])
  expect(loops([rule('self', 'fan off', 'fan on', { ...until, afterwards: 'stay' })])).toEqual([])
})

test('blinds and scenes take part', () => {
  expect(loops([rule('a', 'rack open', 'rack closed'), rule('b', 'rack closed', 'rack open')])).toEqual([
    'a b',
  ])
  const half = { do: [{ set: { rack: { openness: 0.5 } } }] }
  expect(loops([rule('a', 'rack open', 'rack closed', half), rule('b', 'rack closed', 'rack open')])).toEqual(
    [],
  )
  const scene = sceneOf('off', { fixtures: { fan: { on: false } } })
  const play = { do: [{ play: 'off' }] }
  expect(loops([rule('a', 'fan on', 'fan on', play), rule('b', 'fan off', 'fan on')], [scene])).toEqual([
    'a b',
  ])
})

test('a condition that cannot hold then breaks the circle', () => {
  const never = { if: { fixture: 'fan', is: 'off' } }
  expect(loops([rule('a', 'fan on', 'fan off', never), rule('b', 'fan off', 'fan on')])).toEqual([])
  const sometimes = { if: { between: { from: '08:00', until: '20:00' } } }
  expect(loops([rule('a', 'fan on', 'fan off', sometimes), rule('b', 'fan off', 'fan on')])).toEqual(['a b'])
})

/** Whether the engine has to stop these rules when the fan or the light becomes something. */
async function mustBeStopped(rules: readonly Rule[]): Promise<boolean> {
  for (const fixture of ['fan', 'light']) {
    for (const [on, other] of [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ] as const) {
      const room = wardrobeWith([])
      room.change(fixture, { on: !on })
      room.change(fixture === 'fan' ? 'light' : 'fan', { on: other })
      const visit = wardrobeWith(rules, [], room.board.all())
      visit.change(fixture, { on })
      await visit.clock.advance(20_000)
      if (visit.told.some((line) => /too-often|round/.test(line))) return true
    }
  }
  return false
}

test('a warning means that the engine has to stop them, and silence that it has not', async () => {
  const words = ['fan on', 'fan off', 'light on', 'light off']
  const pairs = words.flatMap((when) => words.map((set) => [when, set] as const))
  for (const [when, set] of pairs) {
    for (const [otherWhen, otherSet] of pairs) {
      const a = rule('a', when, set)
      const b = rule('b', otherWhen, otherSet)
      const later = (of: Rule): Rule => ({ ...of, do: [{ wait: 1000 }, ...of.do] })
      const timings = [
        [a, b],
        [later(a), b],
        [a, later(b)],
        [later(a), later(b)],
      ]
      let stopped = false
      for (const timing of timings) stopped ||= await mustBeStopped(timing)
      expect(loops([a, b]).length > 0, `${when}: ${set}; ${otherWhen}: ${otherSet}`).toBe(stopped)
    }
  }
})
