import { expect, test } from 'vitest'
import { productId } from '../../contract/ids.ts'
import type { Shop } from '../../contract/shop.ts'
import type { ProductPlace } from '../../contract/staff/store-habits.ts'
import { readContent, type SourceFile } from '../content.ts'
import type { Calendar } from '../local-time.ts'
import { ManualClock } from '../manual-clock.ts'
import { roomFile } from '../testing/room-file.ts'
import { problemSentence } from '../yaml-file.ts'
import { ShopWatch } from './shop.ts'

const room = roomFile(
  'den',
  `
  - { id: pendant, kind: light, name: { en: Pendant, sv: Taklampa }, lumens: 800 }
  - { id: left, kind: light, name: { en: Left, sv: Vänster }, lumens: 600, kelvin: { min: 2200, max: 4000 } }
  - { id: right, kind: light, name: { en: Right, sv: Höger }, lumens: 600, kelvin: { min: 2200, max: 4000 } }
  - { id: blind, kind: blind, name: { en: Blind, sv: Rullgardin } }
`,
)
const range = `
version: 1
products:
  - { id: dome, name: { en: Dome, sv: Kupol }, at: { den: [pendant] }, each: [bulb], once: [hub] }
  - { id: globe, name: { en: Globe, sv: Klot }, at: { den: [left, right] }, each: [bulb], once: [hub] }
  - { id: bulb, name: { en: Bulb, sv: Lampa } }
  - { id: hub, name: { en: Hub, sv: Hubb } }
  - { id: rug, name: { en: Rug, sv: Matta } }
`
const sweden = `
version: 1
country: SE
currency: SEK
articles:
  dome: { number: "1.2", price: 599, until: "2026-11-21" }
  globe: { number: "1.3", price: 99.5, until: "2027-01-31" }
  hub: { number: "1.4" }
`
const malmo = 'version: 1\nid: malmo\ncountry: SE\nname: Malmö\nplaces:\n  dome: { aisle: 12, bin: "B4" }\n'
const evening = `
version: 1
id: evening
room: den
title: { en: Evening, sv: Kväll }
story: { en: Calm., sv: Lugnt. }
icon: moon
fixtures:
  pendant: { on: false }
  left: { brightness: 0.4, kelvin: 2400 }
  right: { brightness: 0.2, kelvin: 2400 }
  blind: { openness: 0 }
products: [rug, globe]
`
const files: readonly SourceFile[] = [
  room,
  { path: 'products/range.yaml', text: range },
  { path: 'products/countries/se.yaml', text: sweden },
  { path: 'products/stores/malmo.yaml', text: malmo },
  { path: 'den/evening.yaml', text: evening },
]

/** A kiosk in a store, on a day that tests may change. */
function opened(storeId: string | null, day: string) {
  const content = readContent(files)
  expect(content.problems).toEqual([])
  const clock = new ManualClock()
  const wall = { date: day }
  const calendar: Calendar = {
    now: () => ({ date: wall.date, minute: 0, weekday: 'sat' }),
    sun: () => null,
  }
  const told: Shop[] = []
  const places: ProductPlace[] = []
  const takeHomeUrl = 'https://a.example/'
  const watch = new ShopWatch({
    content,
    clock,
    calendar,
    storeId,
    places: () => places,
    takeHomeUrl,
    tell: (shop) => told.push(shop),
  })
  watch.start()
  return {
    watch,
    places,
    clock,
    wall,
    told,
    card: (id: string) => told.at(-1)?.products.find((card) => card.id === id),
  }
}

test('a card tells article, price in the smallest unit, and place', () => {
  const { card, told } = opened('malmo', '2026-11-20')
  expect(told.at(-1)?.store).toEqual({ id: 'malmo', name: 'Malmö', country: 'SE' })
  expect(card('dome')).toMatchObject({
    article: '1.2',
    price: { amount: 59900, currency: 'SEK', until: '2026-11-21' },
    place: { aisle: '12', bin: 'B4' },
    at: [{ room: 'den', fixture: 'pendant' }],
    each: ['bulb'],
    once: ['hub'],
  })
  expect(card('globe')).toMatchObject({ price: { amount: 9950 }, place: null })
  expect(card('hub')).toMatchObject({ article: '1.4', price: null })
})

test('a price is shown through its last day, and is gone when the store’s date changes', async () => {
  const { clock, wall, told, card, watch } = opened('malmo', '2026-11-21')
  expect(card('dome')?.price?.amount).toBe(59900)
  await clock.advance(10 * 60_000)
  expect(told).toHaveLength(1)
  wall.date = '2026-11-22'
  await clock.advance(60_000)
  expect(told).toHaveLength(2)
  expect(card('dome')).toMatchObject({ price: null, article: '1.2' })
  expect(card('globe')?.price?.amount).toBe(9950)
  watch.stop()
  wall.date = '2026-11-23'
  await clock.advance(10 * 60_000)
  expect(told).toHaveLength(2)
})

test('the list of a scene counts what shines and moves, what each needs, and what is needed once', () => {
  const list = opened('malmo', '2026-11-21').told.at(-1)?.lists[0]
  expect(list).toMatchObject({
    scene: 'evening',
    items: [
      { product: 'globe', count: 2 },
      { product: 'bulb', count: 2 },
      { product: 'rug', count: 1 },
    ],
    once: ['hub'],
    beyond: [],
  })
  expect(
    list?.settings.map(({ fixture, ...rest }) => [fixture, rest.on, rest.brightness, rest.openness]),
  ).toEqual([
    ['pendant', false, undefined, undefined],
    ['left', undefined, 0.4, undefined],
    ['right', undefined, 0.2, undefined],
    ['blind', undefined, undefined, 0],
  ])
})

test('staff are told of a store that nobody named, or that is not there', () => {
  expect(opened('malmo', '2026-11-21').watch.notices()).toEqual([])
  const assumed = opened(null, '2026-11-21')
  expect(assumed.watch.notices()).toMatchObject([{ code: 'store-assumed', values: { store: 'Malmö' } }])
  expect(assumed.card('dome')?.price?.amount).toBe(59900)
  const unknown = opened('lund', '2026-11-21')
  expect(unknown.watch.notices()).toMatchObject([{ code: 'store-unknown', values: { store: 'lund' } }])
  expect(unknown.card('dome')).toMatchObject({ price: null, article: null, place: null })
  expect(unknown.told.at(-1)?.store).toBeNull()
})

test('mistakes in product files are told with their place', () => {
  const spoilt: SourceFile[] = [
    room,
    {
      path: 'products/range.yaml',
      text: `${range}  - { id: dome, name: { en: D, sv: D } }\n`,
    },
    {
      path: 'products/more.yaml',
      text: 'version: 1\nproducts:\n  - { id: lamp, name: { en: L, sv: L }, at: { den: [pendent], dan: [left] }, each: [bulbb] }\n  - { id: bulb, name: { en: B, sv: B }, at: { den: [left] } }\n  - { id: ball, name: { en: B, sv: B }, at: { den: [left] } }\n',
    },
    {
      path: 'products/countries/se.yaml',
      text: 'version: 1\ncountry: se\ncurrency: KRON\narticles:\n  bulb: { number: "1", price: 1.005 }\n',
    },
    {
      path: 'products/countries/fi.yaml',
      text: 'version: 1\ncountry: FI\ncurrency: EUR\narticles:\n  bulb: { number: "1", price: 1.005, until: "2026-02-30" }\n',
    },
    {
      path: 'products/countries/de.yaml',
      text: 'version: 1\ncountry: DE\ncurrency: EUR\narticles:\n  bulb: { number: "1", price: 1.005 }\n',
    },
    {
      path: 'products/stores/lund.yaml',
      text: 'version: 1\nid: lund\ncountry: NO\nname: Lund\nplaces: { lump: { aisle: 1, bin: 2 } }\n',
    },
  ]
  expect(readContent(spoilt).problems.map(problemSentence)).toEqual([
    'products/range.yaml:9:7 products.5.id: there is another product "dome"',
    'products/more.yaml:3:85 products.0.each.0: there is no product "bulbb"',
    'products/more.yaml:3:53 products.0.at.den.0: this room has no fixture "pendent"',
    'products/more.yaml:3:63 products.0.at.dan: there is no room "dan"',
    'products/more.yaml:5:53 products.2.at.den.0: "bulb" stands there already',
    'products/countries/se.yaml:2:1 country: write a country as two capital letters, like "SE"',
    'products/countries/se.yaml:3:1 currency: write a currency as in "SEK" or "EUR"',
    'products/countries/se.yaml:5:24 articles.bulb.price: a price has a last day: add "until"',
    'products/countries/fi.yaml:5:38 articles.bulb.until: write a day as "2027-01-31"',
    'products/countries/fi.yaml:5:24 articles.bulb.price: EUR has 2 decimals',
    'products/countries/de.yaml:5:24 articles.bulb.price: a price has a last day: add "until"',
    'products/countries/de.yaml:5:24 articles.bulb.price: EUR has 2 decimals',
    'products/stores/lund.yaml:3:1 country: there is no price list of "NO"',
    'products/stores/lund.yaml:5:11 places.lump: there is no product "lump"',
  ])
})

test('staff say where a product is fetched, over the store’s file, and take it back', () => {
  const { watch, told, places } = opened('malmo', '2026-11-01')
  const placeOf = (id: string) => told.at(-1)?.products.find((product) => product.id === id)?.place
  expect([placeOf('dome'), placeOf('rug')]).toEqual([{ aisle: '12', bin: 'B4' }, null])
  const at = { aisle: '7', bin: 'C' }
  places.push({ product: productId.parse('dome'), ...at }, { product: productId.parse('rug'), ...at })
  watch.setStore('malmo')
  expect([placeOf('dome'), placeOf('rug')]).toEqual([at, at])
  places.length = 0
  watch.setStore('malmo')
  expect([placeOf('dome'), placeOf('rug')]).toEqual([{ aisle: '12', bin: 'B4' }, null])
})
