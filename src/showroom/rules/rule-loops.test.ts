import { expect, test } from 'vitest'
import { ruleOf } from '../testing/wardrobe.ts'
import { ruleLoops } from './rule-loops.ts'

const on = (id: string, fixture: string, sets: string) =>
  ruleOf(id, {
    when: [{ fixture, becomes: 'on' }],
    do: [{ together: [[{ set: { [sets]: { on: true } } }]] }],
  })

test('rules that start each other are found, once', () => {
  const rules = [
    on('a', 'fan', 'light'),
    on('b', 'light', 'mirror'),
    on('c', 'mirror', 'fan'),
    on('d', 'fan', 'mirror'),
  ]
  expect(ruleLoops(rules, []).map((loop) => loop.map(({ id }) => id).join(' '))).toEqual(['a b c', 'c d'])
})

test('a rule that starts itself is a loop, a chain is none', () => {
  expect(ruleLoops([on('self', 'fan', 'fan')], []).length).toBe(1)
  expect(ruleLoops([on('a', 'fan', 'light'), on('b', 'light', 'mirror')], [])).toEqual([])
})
