import { formatDay, formatMoney } from '../products/money.ts'
import type { TakeHome, TakeHomeItem, TakeHomeSetting } from '../take-home/take-home-list.ts'
import { element } from './elements.ts'
import { type KnownWords, translator } from './known-words.ts'
import { filled, type PageWords, wordsIn } from './page-words.ts'

export interface Reader {
  readonly language: string
  /** The day where the reader is: "2026-11-21". */
  readonly today: string
}

/** The whole page for a list. */
export function renderList(list: TakeHome, { language, today }: Reader, known: KnownWords): HTMLElement {
  const words = wordsIn(language)
  const name = translator(known, list.language, language)
  const items = list.items.map((item) => ({ ...item, name: name(item.name), price: priceOn(today, item) }))
  const money = moneyIn(language, list)
  const part = (title: string, of: readonly TakeHomeItem[]) =>
    of.length === 0
      ? null
      : section(title, element('ul', 'items', ...of.map((item) => itemRow(item, words, money))))
  const room = name(list.room)
  const where = list.store === null ? room : filled(words.from, { room, store: list.store.name })
  return element(
    'main',
    '',
    element('p', 'from', where),
    element('h1', '', name(list.scene)),
    part(
      words.list,
      items.filter(({ once }) => !once),
    ),
    part(
      words.once,
      items.filter(({ once }) => once),
    ),
    sumOf(items, words, money, language, list),
    settingsOf(list.settings, words, name, language),
    section(words.how, ...[words.hub, ...list.beyond.map((what) => words[what]), words.yours].map(paragraph)),
    element('footer', '', words.private),
  )
}

/** What the page says in place of a list. */
export function renderSorry(title: string, story: string): HTMLElement {
  return element('main', 'sorry', element('h1', '', title), paragraph(story))
}

type Money = (amount: number) => string

/** ISO 4217's code for sums in no currency: a list without prices has none. */
const noCurrency = 'XXX'

function moneyIn(language: string, { currency, store }: TakeHome): Money {
  const country = store === null || store.country === '' ? null : store.country
  return (amount) => formatMoney({ amount, currency: currency ?? noCurrency }, language, country)
}

/** Days are written so that the later one is the greater text. */
function priceOn(today: string, { price }: TakeHomeItem): TakeHomeItem['price'] {
  return price === null || price.until < today ? null : price
}

function section(title: string, ...children: readonly Node[]): HTMLElement {
  return element('section', '', element('h2', '', title), ...children)
}

function paragraph(text: string): HTMLElement {
  return element('p', '', text)
}

/** A thing to fetch, with a box to tick. What is ticked is forgotten with the page. */
function itemRow({ name, count, article, place, price }: TakeHomeItem, words: PageWords, money: Money) {
  const box = element('input', '')
  box.type = 'checkbox'
  const details = [
    place === null ? null : `${words.aisle} ${place.aisle} · ${words.bin} ${place.bin}`,
    article === null ? null : `${words.article} ${article}`,
  ].filter((detail) => detail !== null)
  return element(
    'li',
    '',
    element(
      'label',
      '',
      box,
      element(
        'span',
        'what',
        element('span', 'name', count > 1 ? `${count} × ${name}` : name),
        ...details.map((detail) => element('span', 'detail', detail)),
      ),
      element(
        'span',
        price === null ? 'detail' : 'cost',
        price === null ? words.ask : money(price.amount * count),
      ),
    ),
  )
}

function sumOf(
  items: readonly TakeHomeItem[],
  words: PageWords,
  money: Money,
  language: string,
  { store }: TakeHome,
): HTMLElement | null {
  const priced = items.flatMap(({ price, count }) => (price === null ? [] : [{ ...price, count }]))
  const firstEnd = priced.map(({ until }) => until).toSorted()[0]
  if (firstEnd === undefined) return null
  const amount = priced.reduce((sum, price) => sum + price.amount * price.count, 0)
  const day = formatDay(firstEnd, language, store === null || store.country === '' ? null : store.country)
  return element(
    'p',
    'sum',
    element('span', 'what', words.sum, element('span', 'detail', notes().join(' · '))),
    element('strong', '', money(amount)),
  )

  function notes(): string[] {
    const until = filled(words.until, { day })
    return priced.length < items.length ? [words.unpriced, until] : [until]
  }
}

function settingsOf(
  settings: readonly TakeHomeSetting[],
  words: PageWords,
  name: (of: string) => string,
  language: string,
): HTMLElement | null {
  if (settings.length === 0) return null
  const rows = settings.flatMap((setting) => {
    const swatch = setting.colour === null ? null : element('span', 'swatch')
    if (swatch !== null && setting.colour !== null) swatch.style.background = setting.colour
    return [
      element('dt', '', name(setting.name)),
      element('dd', '', swatch, settingWords(setting, words, language)),
    ]
  })
  return section(words.settings, element('dl', 'settings', ...rows))
}

function settingWords(setting: TakeHomeSetting, words: PageWords, language: string): string {
  const { on, brightness, kelvin, colour, openness, lowers } = setting
  const percent = (share: number) => new Intl.NumberFormat(language, { style: 'percent' }).format(share)
  if (openness !== null) {
    const [all, none, partly] = lowers
      ? [words.up, words.down, words.partlyUp]
      : [words.open, words.closed, words.partlyOpen]
    if (openness === 0 || openness === 1) return openness === 0 ? none : all
    return filled(partly, { percent: percent(openness) })
  }
  if (on === false) return words.off
  const said = [
    brightness === null ? null : percent(brightness),
    kelvin === null ? null : `${kelvin} K`,
    colour,
  ].filter((word) => word !== null)
  return said.length === 0 ? words.on : said.join(' · ')
}
