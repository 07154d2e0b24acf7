import { z } from 'zod'
import { brightness, kelvin } from './colour.ts'
import { fixtureId, productId, roomId, sceneId } from './ids.ts'
import { localizedText } from './words.ts'

/** A day of the store's calendar: "2026-11-21". */
const day = z.iso.date()

/** What something costs up to and including a day; `amount` is in the currency's smallest unit, such as öre or cent. */
export const price = z.strictObject({
  amount: z.number().int().min(0),
  /** ISO 4217 */
  currency: z.string().length(3),
  until: day,
})
export type Price = z.infer<typeof price>

/** Something that this store sells. What the store does not know of it is null; a price that is over is not told. */
export const productCard = z.strictObject({
  id: productId,
  name: localizedText,
  /** What it is, in a sentence or two. */
  about: localizedText.nullable(),
  article: z.string().nullable(),
  price: price.nullable(),
  /** Where it is fetched. */
  place: z.strictObject({ aisle: z.string(), bin: z.string() }).nullable(),
  /** Where it stands in the rooms. */
  at: z.array(z.strictObject({ room: roomId, fixture: fixtureId })),
  /** What each one of it needs besides, such as its bulb. */
  each: z.array(productId),
  /** What is needed once at home, such as a hub. */
  once: z.array(productId),
})
export type ProductCard = z.infer<typeof productCard>

/** What a lamp, blind or plug is set to in a scene; what it has no word for is left out. */
export const setting = z.strictObject({
  fixture: fixtureId,
  name: localizedText,
  on: z.boolean().optional(),
  brightness: brightness.optional(),
  kelvin: kelvin.optional(),
  /** sRGB, "#rrggbb" */
  colour: z.string().optional(),
  openness: z.number().min(0).max(1).optional(),
  /** Its openness is how far up it is. */
  lowers: z.literal(true).optional(),
})
export type Setting = z.infer<typeof setting>

/** Everything that makes a scene at home: what to buy, and what to set it to. */
export const sceneList = z.strictObject({
  scene: sceneId,
  items: z.array(z.strictObject({ product: productId, count: z.number().int().min(1) })),
  /** What of it is needed only once, however many scenes. */
  once: z.array(productId),
  settings: z.array(setting),
  /** What a plain scene of another system may lack: it changes by itself, or its colours wander. */
  beyond: z.array(z.enum(['moments', 'palettes'])),
})
export type SceneList = z.infer<typeof sceneList>

/** The store around the kiosk. */
export const shop = z.strictObject({
  /** Null while nobody has said which store this is. `country` is ISO 3166-1, two letters. */
  store: z.strictObject({ id: z.string(), name: z.string(), country: z.string().length(2) }).nullable(),
  /** Where the page for phones is; the list of a scene goes behind its "#". Empty until it is known. */
  takeHomeUrl: z.string(),
  products: z.array(productCard),
  lists: z.array(sceneList),
})
export type Shop = z.infer<typeof shop>
