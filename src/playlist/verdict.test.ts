import { expect, test } from 'vitest'
import { type Verdict, verdictSentence, verdictValues } from './verdict.ts'

const verdicts: readonly Verdict[] = [
  { kind: 'plays' },
  { kind: 'stopped' },
  { kind: 'broken', why: 'a file is missing' },
  { kind: 'outside-ring', ring: 10 },
  { kind: 'app-too-old', needs: '1.2.0' },
  { kind: 'replaced', by: 8 },
  { kind: 'other-stores' },
  { kind: 'needs-hardware', missing: ['den/blind', 'den/plug'] },
  { kind: 'exception' },
  { kind: 'other-hours' },
  { kind: 'outranked', by: 'se/recall', class: 'emergency' },
  { kind: 'others-turn', whose: 'se/spring' },
]

test.each(verdicts)('other languages are given what the English sentence tells: $kind', (verdict) => {
  const { kind, ...what } = verdict
  const values = Object.values(verdictValues(verdict))
  expect(values).toHaveLength(Math.min(1, Object.keys(what).length))
  for (const value of values) expect(verdictSentence(verdict)).toContain(value)
})

test.each([
  [{ date: '2026-11-27', minute: null }, '2026-11-27', 'not: from Fri 27 Nov 2026'],
  [{ date: '2026-11-27', minute: 545 }, '2026-11-27T09:05', 'not: from Fri 27 Nov 2026 09:05'],
])('moments are told by the wall of the store: %j', (from, at, sentence) => {
  expect(verdictValues({ kind: 'not-yet', from })).toEqual({ at })
  expect(verdictValues({ kind: 'over', until: from })).toEqual({ at })
  expect(verdictSentence({ kind: 'not-yet', from })).toBe(sentence)
})
