import { expect, test } from 'vitest'
import { languages } from '../../contract/words.ts'
import { translationAdvice } from './translation-advice.ts'

const inAll = `{ ${languages.map((language) => `${language}: Calm`).join(', ')} }`
const advice = (text: string) =>
  translationAdvice([{ path: 'den/calm.yaml', text }]).map(
    ({ line, path, message }) => `${line} ${path} ${message}`,
  )

test('a file that is in every language of the screen needs no advice', () => {
  expect(advice(`title: ${inAll}\nfacts: { door: ${inAll} }\nicon: moon`)).toEqual([])
})

test('a file that is not names the first text, how many there are, and the languages', () => {
  const most = inAll.replace(', ja: Calm', '').replace(', ar: Calm', '')
  expect(advice(`icon: moon\ntitle: ${most}`)).toEqual([
    '2 title is not in ja, ar: who reads that is shown English',
  ])
  expect(advice(`products:\n  - { name: ${most} }\n  - { name: { en: Lamp, sv: Lampa } }`)).toEqual([
    '2 products.0.name and 1 other text are not in de, fr, es, pl, zh-Hans, ja, ar: who reads that is shown English',
  ])
})
