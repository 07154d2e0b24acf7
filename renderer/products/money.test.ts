import { expect, test } from 'vitest'
import { formatDay, formatMoney } from './money.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test.each([
  ['sv', 'SE', 59900, 'SEK', '599 kr'],
  ['sv', 'SE', 124950, 'SEK', '1 249,50 kr'],
  ['en', 'SE', 59900, 'SEK', '599 kr'],
  ['de', 'DE', 5499, 'EUR', '54,99 €'],
  ['en', 'DE', 5499, 'EUR', '€54.99'],
  ['ja', 'JP', 5990, 'JPY', '¥5,990'],
  ['sv', null, 5990, 'KWD', '5,990 KWD'],
])('in %s and %s, %d of %s are %s', (language, country, amount, currency, words) => {
  expect(plain(formatMoney({ amount, currency }, language, country)).replace('￥', '¥')).toBe(words)
})

test('a day is that day, wherever the screen’s clock stands', () => {
  expect(formatDay('2026-11-21', 'sv', 'SE')).toBe('21 november 2026')
  expect(formatDay('2027-01-01', 'de', 'DE')).toBe('1. Januar 2027')
})
