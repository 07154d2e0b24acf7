import { expect, test } from 'vitest'
import { languages } from '../../src/contract/words.ts'
import { pluralForm, pluralForms } from './plurals.ts'
import { createWords, formatPercent, messages } from './words.ts'

/** Every message of a tree by its path. */
function flat(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  )
}
const placeholders = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const english = new Map(flat(messages.en))

test.each(languages)('%s fills in what English fills in, and counts in its own forms', (language) => {
  for (const [key, message] of flat(messages[language])) {
    const forms = message.split(' | ')
    const meant = english.get(key)?.split(' | ') ?? []
    if (meant.length > 1) {
      expect([key, forms.length]).toEqual([key, pluralForms(language).length])
    } else {
      expect([key, forms.length]).toEqual([key, 1])
      expect([key, placeholders(message)]).toEqual([key, placeholders(meant[0] ?? '')])
    }
  }
})

test.each(languages)(
  '%s: no sentence for staff has the program’s own English words in its midst',
  (language) => {
    const own = flat(messages[language]).filter(([, message]) =>
      placeholders(message).some((name) => ['why', 'problem', 'detail'].includes(name ?? '')),
    )
    expect(own.map(([key]) => key)).toEqual([])
  },
)

/** New messages come in English and Swedish; the others may lag by so many of all, and no more. */
const lag = 1 / 20

test.each(languages)('%s has nearly everything that English has', (language) => {
  const own = new Set(flat(messages[language]).map(([key]) => key))
  const missing = [...english.keys()].filter((key) => !own.has(key))
  expect(missing.length / english.size, `not there yet: ${missing.join(', ')}`).toBeLessThan(lag)
})

test('a number takes the form that its language has for it', () => {
  const polish = pluralForm('pl')
  expect([1, 3, 5, 22, 1.5].map((count) => polish(count, 4))).toEqual([0, 1, 2, 1, 3])
  const arabic = pluralForm('ar')
  expect([0, 1, 2, 3, 11, 100].map((count) => arabic(count, 6))).toEqual([0, 1, 2, 3, 4, 5])
  expect(pluralForm('ja')(1, 1)).toBe(0)
  const counting = createWords('pl').global
  counting.mergeLocaleMessage('pl', { lamps: '{n} lampa | {n} lampy | {n} lamp | {n} lampy' })
  const t = counting.t as (key: string, count: number) => string
  expect([1, 4, 12].map((count) => t('lamps', count))).toEqual(['1 lampa', '4 lampy', '12 lamp'])
})

test('numbers are those on the labels of the shelves, in every language', () => {
  expect(formatPercent(0.62, 'de')).toMatch(/^62\s%$/)
  for (const language of languages) expect(formatPercent(0.62, language)).toContain('62')
})
