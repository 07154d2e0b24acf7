import { expect, test } from 'vitest'
import { seeded } from '../../src/showroom/testing/seeded.ts'
import { GarbledError } from './bytes.ts'
import { bytesOf, digitsOf } from './digits.ts'
import { decodeTakeHome, encodeTakeHome, NewerCodeError } from './take-home-code.ts'
import type { TakeHome, TakeHomeItem } from './take-home-list.ts'

const item: TakeHomeItem = {
  name: 'Dome pendant',
  count: 2,
  article: '204.325.27',
  price: { amount: 59900, until: '2026-12-31' },
  place: { aisle: '11', bin: 'B4' },
  once: false,
}
const unset = { on: null, brightness: null, kelvin: null, colour: null, openness: null, lowers: false }
const list: TakeHome = {
  language: 'sv',
  scene: 'Filmkväll',
  room: 'Vardagsrum',
  store: { name: 'Malmö', country: 'SE' },
  currency: 'SEK',
  items: [
    item,
    { ...item, name: '电影之夜', article: 'X-7', count: 1, once: true },
    { ...item, name: '', article: null, price: null, place: null },
    { ...item, article: '000.000.00', price: { amount: 0, until: '1970-01-01' } },
  ],
  settings: [
    { ...unset, name: 'Pendel', on: false },
    { ...unset, name: 'Slinga', on: true, brightness: 0.6, colour: '#5468ff' },
    { ...unset, name: 'Golv', brightness: 0.12, kelvin: 1900 },
    { ...unset, name: 'Rullgardin', openness: 0 },
    { ...unset, name: 'Klädhiss', openness: 0.3, lowers: true },
  ],
  beyond: ['palettes'],
}

test('what is encoded is what is decoded', () => {
  const code = encodeTakeHome(list)
  expect(code).toMatch(/^[1-9][0-9]+$/)
  expect(decodeTakeHome(code)).toEqual(list)
  const bare = { ...list, store: null, currency: null, items: [], settings: [], beyond: [] }
  expect(decodeTakeHome(encodeTakeHome(bare))).toEqual(bare)
})

test('a text that is too long is cut at a whole character', () => {
  const scene = '🛋'.repeat(200)
  expect(decodeTakeHome(encodeTakeHome({ ...list, scene })).scene).toBe('🛋'.repeat(100))
})

test('a code of version 1 is read', () => {
  const first =
    '51461190068855998571174943476898100836182521203686676963819030557404648539076495027656374731318576104355568772649491417497061649097479620608'
  expect(decodeTakeHome(first)).toEqual({ ...list, items: [item], settings: [list.settings[0]] })
})

test('words of each language cost about the same', () => {
  const told = {
    en: ['Dome pendant', 'Bulb E27, white and colour', 'Roller blind with motor'],
    de: ['Kuppelleuchte', 'Lampe E27, Weiß und Farbe', 'Rollo mit Motor'],
    ja: ['ドームペンダント', '電球 E27、白とカラー', '電動ロールブラインド'],
    ar: ['مصباح معلّق على شكل قبة', 'لمبة E27، أبيض وألوان', 'ستارة لفافة بمحرّك'],
  }
  const lengths = Object.entries(told).map(([language, names]) => {
    const items = names.map((name) => ({ ...item, name }))
    return encodeTakeHome({ ...list, language, scene: '', room: '', items }).length
  })
  expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(1.35)
})

test('a code of a newer kiosk says so', () => {
  expect(() => decodeTakeHome(digitsOf(Uint8Array.from([3, 1, 2, 3])))).toThrow(NewerCodeError)
  expect(() => decodeTakeHome(digitsOf(Uint8Array.from([2, 99, 1, 2, 3])))).toThrow(NewerCodeError)
})

test.each(['', '0', 'list', '12a', ' 12', '-1', '1e9', '9'.repeat(8000), '256', '1'])(
  'the fragment "%.10s" is no list',
  (fragment) => {
    expect(() => decodeTakeHome(fragment)).toThrow(GarbledError)
  },
)

/** Decodes; whatever is wrong is said by one of the two errors, and by no other. */
function attempt(fragment: string): TakeHome | null {
  try {
    return decodeTakeHome(fragment)
  } catch (error) {
    if (error instanceof GarbledError || error instanceof NewerCodeError) return null
    throw error
  }
}

test('of ten thousand spoilt codes none is taken for a list, and none does harm', () => {
  const random = seeded(20261121)
  const code = encodeTakeHome(list)
  const digit = () => String(Math.floor(random() * 10))
  let taken = 0
  for (let round = 0; round < 10_000; round++) {
    const at = Math.floor(random() * code.length)
    const spoilt = [
      () => code.slice(0, at),
      () => code.slice(0, at) + digit() + code.slice(at + 1),
      () => code.slice(0, at) + code.slice(at + 1),
      () => Array.from({ length: 1 + Math.floor(random() * 900) }, digit).join(''),
    ][round % 4]?.()
    const found = attempt(spoilt ?? '')
    if (found !== null && spoilt !== code) taken += 1
  }
  // The checksum has 16 bits, and what is unpacked must make sense besides.
  expect(taken).toBe(0)
}, 60_000)

test('bytes of any kind behind the right version are refused or read, never worse', () => {
  const random = seeded(7)
  for (let round = 0; round < 3000; round++) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256))
    attempt(digitsOf(Uint8Array.from([1 + (round % 2), ...bytes])))
  }
})

test('digits and bytes are the same number', () => {
  const random = seeded(3)
  for (let round = 0; round < 200; round++) {
    const bytes = Uint8Array.from({ length: 1 + Math.floor(random() * 400) }, () =>
      Math.floor(random() * 256),
    )
    bytes[0] = 1
    expect(bytesOf(digitsOf(bytes))).toEqual(bytes)
  }
})
