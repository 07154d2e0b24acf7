import { z } from 'zod'
import { productId } from '../contract/ids.ts'
import { localizedText } from '../contract/words.ts'

/** `products/<any>.yaml`: what the store sells of what its scenes show. */
export const productFile = z.strictObject({
  version: z.literal(1),
  products: z
    .array(z.strictObject({ id: productId, name: localizedText }))
    .min(1)
    .max(500),
})
