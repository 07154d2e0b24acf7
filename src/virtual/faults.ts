import { z } from 'zod'

/** Faults that can be provoked, as POST /faults takes them. */
export const fault = z.discriminatedUnion('kind', [
  /** A device lives but its radio is dead, or well again. */
  z.strictObject({ kind: z.literal('dead-device'), ieee: z.string(), dead: z.boolean() }),
  /** Bytes that belong to no frame go out before each of the next `frames` frames. */
  z.strictObject({
    kind: z.literal('garbage'),
    bytes: z.number().int().min(1).max(1024),
    frames: z.number().int().min(0).max(100000),
  }),
  /** The connection breaks, as when the stick is pulled out and put in again. */
  z.strictObject({ kind: z.literal('drop-connection') }),
])
export type Fault = z.infer<typeof fault>
