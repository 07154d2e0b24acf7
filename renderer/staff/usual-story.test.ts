import { expect, test } from 'vitest'
import { localizedText } from '../../src/contract/words.ts'
import { localized, usualStory } from './usual-story.ts'

test('what was said in one language stands in for English', () => {
  const text = localized((tag) => (tag === 'sv' ? ' Hörn ' : ''))
  expect(text).toEqual({ en: 'Hörn', sv: 'Hörn' })
  expect(localized((tag) => ({ en: 'Corner', sv: 'Hörn' })[tag as string])).toEqual({
    en: 'Corner',
    sv: 'Hörn',
  })
})

test('there is a story for whoever says nothing, in every language', () => {
  expect(localizedText.parse(usualStory())).toMatchObject({
    en: 'Made in this store.',
    ja: expect.any(String),
  })
})
