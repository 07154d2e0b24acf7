import { z } from 'zod'

/** What is kept of a PIN. Costs are those of scrypt (RFC 7914), kept with it so that they can be raised later. */
export const hashedPin = z.strictObject({
  salt: z.base64().min(1),
  hash: z.base64().min(1),
  cost: z.number().int().min(2),
  blockSize: z.number().int().min(1),
  parallel: z.number().int().min(1),
})
export type HashedPin = z.infer<typeof hashedPin>

/** Makes of a PIN what cannot be turned back, and recognises it. `src/platform/scrypt-hasher.ts` does it. */
export interface PinHasher {
  hash(pin: string): Promise<HashedPin>
  matches(pin: string, hashed: HashedPin): Promise<boolean>
}
