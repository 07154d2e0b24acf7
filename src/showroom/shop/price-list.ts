import { z } from 'zod'
import { decimalsOf } from '../../contract/currency.ts'
import { productId } from '../../contract/ids.ts'

const countryCode = z.string().regex(/^[A-Z]{2}$/, 'write a country as two capital letters, like "SE"')

const article = z.strictObject({
  /** As it stands on the shelf. */
  number: z.string().min(1).max(24),
  /** In the country's currency. */
  price: z.number().min(0).max(10_000_000).optional(),
  /** The last day on which the price holds, at the store. */
  until: z.iso.date('write a day as "2027-01-31"').optional(),
})

/** `products/countries/<any>.yaml`: article numbers and prices of one country, by product. */
export const priceList = z
  .strictObject({
    version: z.literal(1),
    country: countryCode,
    /** ISO 4217 */
    currency: z.string().refine(isCurrency, 'write a currency as in "SEK" or "EUR"'),
    articles: z.record(productId, article),
  })
  .superRefine(({ currency, articles }, context) => {
    const decimals = isCurrency(currency) ? decimalsOf(currency) : null
    for (const [id, { price, until }] of Object.entries(articles)) {
      const tell = (message: string, key: string) =>
        context.addIssue({ code: 'custom', path: ['articles', id, key], message })
      if (price === undefined) continue
      if (until === undefined) tell('a price has a last day: add "until"', 'price')
      if (decimals !== null && Math.abs(amountOf(price, decimals) - price * 10 ** decimals) > 1e-6)
        tell(`${currency} has ${decimals} decimals`, 'price')
    }
  })
export type PriceList = z.infer<typeof priceList>

/** `products/stores/<any>.yaml`: one store, and where in it things are, by product. */
export const storeFile = z.strictObject({
  version: z.literal(1),
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens, like "malmo"')
    .max(64),
  country: countryCode,
  /** As people there call it. */
  name: z.string().min(1).max(80),
  places: z.record(productId, z.strictObject({ aisle: shelfMark(), bin: shelfMark() })).default({}),
})
export type StoreFile = z.infer<typeof storeFile>

/** In the currency's smallest unit. */
export function amountOf(price: number, decimals: number): number {
  return Math.round(price * 10 ** decimals)
}

/** "12", 12 or "B4": as it stands on the sign. */
function shelfMark() {
  return z.union([z.string().min(1).max(8), z.number().int().min(0).max(9999)]).transform(String)
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}
