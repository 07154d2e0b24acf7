import { decimalsOf } from '../../contract/currency.ts'
import type { Price, ProductCard, Shop } from '../../contract/shop.ts'
import type { Notice } from '../../contract/showroom-state.ts'
import type { ProductPlace } from '../../contract/staff/store-habits.ts'
import type { Clock } from '../clock.ts'
import type { Content } from '../content.ts'
import type { Calendar } from '../local-time.ts'
import { amountOf, type PriceList, type StoreFile } from './price-list.ts'
import type { Product } from './product.ts'
import { listOf } from './shopping-list.ts'

/** A name that belongs to nobody (RFC 2606). */
const sampleTakeHomeUrl = 'https://showroom.example/take-home/'

const takeHomeNotice: Notice = {
  code: 'take-home-sample',
  severity: 'info',
  sentence: `The codes to take home lead to a sample address. Put dist/take-home on a web server and set SHOWROOM_TAKE_HOME_URL.`,
  values: {},
}

/** Prices change at midnight; nobody minds half a minute. */
const lookAgainMs = 30_000

interface ShopParts {
  readonly content: Content
  readonly clock: Clock
  readonly calendar: Calendar
  /** Which store this is, by its file's id; null when nobody has said so. */
  readonly storeId: string | null
  /** Where staff say that products are, over what the store's file says. */
  readonly places: () => readonly ProductPlace[]
  /** Where the page for phones is; null when nobody has said so. */
  readonly takeHomeUrl: string | null
  readonly tell: (shop: Shop) => void
}

/** What the store sells, as it is today: it is told anew when the store's date changes. */
export class ShopWatch {
  private readonly parts: ShopParts
  private storeId: string | null
  private toldOn: string | null = null
  private callOff: () => void = () => {}

  constructor(parts: ShopParts) {
    this.parts = parts
    this.storeId = parts.storeId
  }

  private get store(): StoreFile | null {
    const { stores } = this.parts.content.shop
    const first = [...stores.values()][0] ?? null
    return this.storeId === null ? first : (stores.get(this.storeId) ?? null)
  }

  setStore(storeId: string | null): void {
    this.storeId = storeId
    this.tellAnew()
  }

  /** Told at once: something else than the date has changed. */
  tellAnew(): void {
    this.toldOn = null
    this.stop()
    this.start()
  }

  start(): void {
    const { date } = this.parts.calendar.now()
    if (date !== this.toldOn) this.parts.tell(this.shopOn(date))
    this.toldOn = date
    this.callOff = this.parts.clock.after(lookAgainMs, () => this.start())
  }

  stop(): void {
    this.callOff()
  }

  /** What a store sells on a day of its calendar ("2026-11-21"); without a store, what is sold everywhere. */
  private shopOn(today: string): Shop {
    const { content, takeHomeUrl } = this.parts
    const { products, priceLists } = content.shop
    const { store } = this
    const prices = store === null ? null : (priceLists.get(store.country) ?? null)
    return {
      store: store === null ? null : { id: store.id, name: store.name, country: store.country },
      takeHomeUrl: takeHomeUrl ?? sampleTakeHomeUrl,
      products: [...products.values()].map((product) =>
        cardOf(product, today, content, prices, placeOf(product.id, store, this.parts.places())),
      ),
      lists: content.scenes.flatMap((scene) => {
        const room = content.rooms.find(({ id }) => id === scene.room)
        return room === undefined ? [] : [listOf(scene, room, products)]
      }),
    }
  }

  /** What staff should know: prices of a store that nobody named may be another's, and codes must lead somewhere. */
  notices(): Notice[] {
    if (this.parts.content.shop.products.size === 0) return []
    return [...this.storeNotices(), ...(this.parts.takeHomeUrl === null ? [takeHomeNotice] : [])]
  }

  private storeNotices(): Notice[] {
    const { storeId } = this
    const { content } = this.parts
    const known = [...content.shop.stores.keys()]
    if (known.length === 0) return []
    const values = { store: storeId ?? this.store?.name ?? '', known: known.join(', ') }
    if (storeId !== null && this.store === null) {
      const sentence = `There is no store "${storeId}" in products/stores (there are ${values.known}): no prices are shown.`
      return [{ code: 'store-unknown', severity: 'warning', sentence, values }]
    }
    if (storeId !== null) return []
    const sentence = `Nobody has said which store this is: prices and places are those of ${values.store}. Say so under “Store”.`
    return [{ code: 'store-assumed', severity: 'info', sentence, values }]
  }
}

function cardOf(
  product: Product,
  today: string,
  { rooms }: Content,
  prices: PriceList | null,
  place: ProductCard['place'],
): ProductCard {
  const { id, name, about, at, each, once } = product
  return {
    id,
    name,
    about: about ?? null,
    article: prices?.articles[id]?.number ?? null,
    price: priceOn(today, prices, id),
    place,
    at: rooms.flatMap((room) => (at[room.id] ?? []).map((fixture) => ({ room: room.id, fixture }))),
    each,
    once,
  }
}

/** Staff of the store know it best. */
function placeOf(
  id: Product['id'],
  store: StoreFile | null,
  said: readonly ProductPlace[],
): ProductCard['place'] {
  const known = said.find(({ product }) => product === id)
  return known === undefined ? (store?.places[id] ?? null) : { aisle: known.aisle, bin: known.bin }
}

function priceOn(today: string, prices: PriceList | null, id: Product['id']): Price | null {
  const article = prices?.articles[id]
  if (prices === null || article?.price === undefined || article.until === undefined) return null
  // Days are written so that the later one is the greater text.
  if (article.until < today) return null
  const { currency } = prices
  return { amount: amountOf(article.price, decimalsOf(currency)), currency, until: article.until }
}
