import { z } from 'zod'
import { fixtureId, productId } from '../../contract/ids.ts'
import { localizedText } from '../../contract/words.ts'

const others = z.array(productId).max(20).default([])

const product = z.strictObject({
  id: productId,
  name: localizedText,
  /** What it is, in a sentence or two that a shopper reads. */
  about: localizedText.optional(),
  /** Where it stands: fixtures by room. */
  at: z.record(z.string(), z.array(fixtureId).min(1).max(200)).default({}),
  /** What each one of it needs besides, such as its bulb. */
  each: others,
  /** What is needed once at home, however many there are: a hub, a remote. */
  once: others,
})
export type Product = z.infer<typeof product>

/** `products/<any>.yaml`: what is sold everywhere of what scenes and rooms show. */
export const productFile = z.strictObject({
  version: z.literal(1),
  products: z.array(product).min(1).max(500),
})
export type ProductFile = z.infer<typeof productFile>
