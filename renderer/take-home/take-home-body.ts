import { type ByteReader, ByteWriter, GarbledError } from './bytes.ts'
import type { TakeHome, TakeHomeItem, TakeHomeSetting } from './take-home-list.ts'

/** No list has more things, or more lamps; what claims to is garbage. */
const mostEntries = 300
const dayMs = 86_400_000
/** Days since 1970 up to the year 2243. */
const mostDays = 100_000
const beyondFlags = ['moments', 'palettes'] as const

/** A list as bytes, version 1. What is alike stands side by side, names with names, so that it packs well. */
export function writeTakeHome({ items, settings, ...list }: TakeHome): Uint8Array {
  const out = new ByteWriter()
  const { store } = list
  for (const text of [list.language, list.scene, list.room]) out.text(text)
  for (const text of [store?.country ?? '', store?.name ?? '', list.currency ?? '']) out.text(text)
  out.number(beyondFlags.reduce((flags, flag, bit) => flags + (list.beyond.includes(flag) ? 2 ** bit : 0), 0))
  out.number(items.length)
  for (const { name } of items) out.text(name)
  for (const { count, once } of items) out.number(2 * count + (once ? 1 : 0))
  for (const { price } of items) out.number(price === null ? 0 : price.amount + 1)
  for (const { price } of items) if (price !== null) out.number(Date.parse(price.until) / dayMs)
  for (const { article } of items) writeArticle(out, article)
  for (const { place } of items) out.text(place?.aisle ?? '')
  for (const { place } of items) if (place !== null) out.text(place.bin)
  out.number(settings.length)
  for (const { name } of settings) out.text(name)
  for (const setting of settings) writeSetting(out, setting)
  return out.done()
}

/** Throws a `GarbledError` for bytes that `writeTakeHome` cannot have written. */
export function readTakeHome(from: ByteReader): TakeHome {
  const language = languageOf(from.text())
  const scene = from.text()
  const room = from.text()
  const country = matching(from.text(), /^([A-Z]{2})?$/)
  const storeName = from.text()
  const currency = matching(from.text(), /^([A-Z]{3})?$/)
  const flags = from.number(2 ** beyondFlags.length - 1)
  const items = readItems(from)
  const names = times(from.number(mostEntries), () => from.text())
  const settings = names.map((name) => readSetting(from, name))
  if (!from.isAtEnd) throw new GarbledError('there is more')
  return {
    ...{ language, scene, room, items, settings },
    store: storeName === '' ? null : { name: storeName, country },
    currency: currency === '' ? null : currency,
    beyond: beyondFlags.filter((_, bit) => Math.floor(flags / 2 ** bit) % 2 === 1),
  }
}

function readItems(from: ByteReader): TakeHomeItem[] {
  const names = times(from.number(mostEntries), () => from.text())
  const counts = names.map(() => from.number(2 * mostEntries + 1))
  const amounts = names.map(() => from.number())
  const prices = amounts.map((amount) =>
    amount === 0 ? null : { amount: amount - 1, until: dayOf(from.number(mostDays)) },
  )
  const articles = names.map(() => readArticle(from))
  const aisles = names.map(() => from.text())
  const places = aisles.map((aisle) => (aisle === '' ? null : { aisle, bin: from.text() }))
  return names.map((name, index) => {
    const count = counts[index] ?? 0
    return {
      name,
      count: Math.floor(count / 2),
      once: count % 2 === 1,
      price: prices[index] ?? null,
      article: articles[index] ?? null,
      place: places[index] ?? null,
    }
  })
}

/** Article numbers mostly look like "204.325.27": then they are one number. */
const dotted = /^(\d{3})\.(\d{3})\.(\d{2})$/

/** 0 is none, 1 announces a text, and above it are the digits of a dotted one. */
function writeArticle(out: ByteWriter, article: string | null): void {
  const digits = article === null ? null : dotted.exec(article)?.slice(1).join('')
  if (digits === null) out.number(0)
  else if (digits !== undefined) out.number(Number(digits) + 2)
  else {
    out.number(1)
    out.text(article ?? '')
  }
}

function readArticle(from: ByteReader): string | null {
  const kind = from.number(99_999_999 + 2)
  if (kind === 0) return null
  if (kind === 1) return from.text()
  const digits = String(kind - 2).padStart(8, '0')
  return `${digits.slice(0, 3)}.${digits.slice(3, 6)}.${digits.slice(6)}`
}

const told = { on: 1, isOn: 2, brightness: 4, kelvin: 8, colour: 16, openness: 32, lowers: 64 }

function writeSetting(
  out: ByteWriter,
  { on, brightness, kelvin, colour, openness, lowers }: TakeHomeSetting,
): void {
  out.number(
    (on === null ? 0 : told.on) +
      (on === true ? told.isOn : 0) +
      (brightness === null ? 0 : told.brightness) +
      (kelvin === null ? 0 : told.kelvin) +
      (colour === null ? 0 : told.colour) +
      (openness === null ? 0 : told.openness) +
      (lowers ? told.lowers : 0),
  )
  if (brightness !== null) out.number(Math.round(brightness * 100))
  if (kelvin !== null) out.number(Math.round(kelvin / 10))
  if (colour !== null) out.number(Number.parseInt(colour.slice(1), 16))
  if (openness !== null) out.number(Math.round(openness * 100))
}

function readSetting(from: ByteReader, name: string): TakeHomeSetting {
  const flags = from.number(127)
  const has = (flag: number) => Math.floor(flags / flag) % 2 === 1
  return {
    name,
    on: has(told.on) ? has(told.isOn) : null,
    brightness: has(told.brightness) ? from.number(100) / 100 : null,
    kelvin: has(told.kelvin) ? from.number(2000) * 10 : null,
    colour: has(told.colour) ? `#${from.number(0xffffff).toString(16).padStart(6, '0')}` : null,
    openness: has(told.openness) ? from.number(100) / 100 : null,
    lowers: has(told.lowers),
  }
}

function times<T>(count: number, read: () => T): T[] {
  return Array.from({ length: count }, read)
}

function dayOf(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10)
}

function matching(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) throw new GarbledError(`"${text}" cannot be`)
  return text
}

function languageOf(tag: string): string {
  try {
    return new Intl.Locale(tag).toString()
  } catch (cause) {
    throw new GarbledError('no language', { cause })
  }
}
