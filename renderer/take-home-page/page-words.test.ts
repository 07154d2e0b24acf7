import { expect, test } from 'vitest'
import { languages } from '../../src/contract/words.ts'
import { languageFor, wordsIn } from './page-words.ts'

const placeholders = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

test.each(languages)('in %s the same is filled in as in English', (language) => {
  for (const [key, english] of Object.entries(wordsIn('en'))) {
    const words = wordsIn(language)[key as keyof ReturnType<typeof wordsIn>]
    expect([key, placeholders(words)]).toEqual([key, placeholders(english)])
  }
})

test('a phone gets the first of its languages that the page speaks, then the list’s, then English', () => {
  expect(languageFor(['fi-FI', 'de-AT', 'en'], 'sv')).toBe('de')
  expect(languageFor(['zh-CN'], 'sv')).toBe('zh-Hans')
  expect(languageFor(['fi', 'da'], 'sv')).toBe('sv')
  expect(languageFor(['fi'], 'xx')).toBe('en')
})
