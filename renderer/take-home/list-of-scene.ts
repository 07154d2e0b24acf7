import type { ProductId } from '../../src/contract/ids.ts'
import type { ProductCard, SceneList, Setting, Shop } from '../../src/contract/shop.ts'
import type { LocalizedText } from '../../src/contract/words.ts'
import type { TakeHome, TakeHomeItem, TakeHomeSetting } from './take-home-list.ts'

/** A product of a list, how many of it, and whether a home needs it only once. */
export interface ListEntry {
  readonly product: ProductCard
  readonly count: number
  readonly once: boolean
}

/** What is on the list of a scene, as this store knows it. */
export function entriesOf(list: SceneList, products: readonly ProductCard[]): ListEntry[] {
  const entry = (id: ProductId, count: number, once: boolean): ListEntry[] => {
    const product = products.find((candidate) => candidate.id === id)
    return product === undefined ? [] : [{ product, count, once }]
  }
  return [
    ...list.items.flatMap(({ product, count }) => entry(product, count, false)),
    ...list.once.flatMap((product) => entry(product, 1, true)),
  ]
}

/** What everything costs that has a price, in the currency's smallest unit, and how many things have none. */
export function sumOf(entries: readonly ListEntry[]): {
  readonly amount: number
  readonly currency: string | null
  readonly unpriced: number
} {
  const priced = entries.flatMap(({ product: { price }, count }) =>
    price === null ? [] : [{ price, count }],
  )
  return {
    amount: priced.reduce((sum, { price, count }) => sum + price.amount * count, 0),
    currency: priced[0]?.price.currency ?? null,
    unpriced: entries.length - priced.length,
  }
}

/** What the code of a scene carries, with its words in one language. */
export function takeHomeOf(
  shop: Shop,
  list: SceneList,
  named: { readonly scene: LocalizedText; readonly room: LocalizedText },
  language: string,
  text: (words: LocalizedText) => string,
): TakeHome {
  const entries = entriesOf(list, shop.products)
  return {
    language,
    scene: text(named.scene),
    room: text(named.room),
    store: shop.store === null ? null : { name: shop.store.name, country: shop.store.country },
    currency: sumOf(entries).currency,
    items: entries.map((entry) => itemOf(entry, text)),
    settings: list.settings.map((setting) => settingOf(setting, text)),
    beyond: list.beyond,
  }
}

function itemOf({ product, count, once }: ListEntry, text: (words: LocalizedText) => string): TakeHomeItem {
  const { name, article, price, place } = product
  return {
    name: text(name),
    ...{ count, once, article, place },
    price: price === null ? null : { amount: price.amount, until: price.until },
  }
}

function settingOf(setting: Setting, text: (words: LocalizedText) => string): TakeHomeSetting {
  const { name, on, brightness, kelvin, colour, openness, lowers } = setting
  return {
    name: text(name),
    on: on ?? null,
    brightness: brightness ?? null,
    kelvin: kelvin ?? null,
    colour: colour ?? null,
    openness: openness ?? null,
    lowers: lowers ?? false,
  }
}
