import { z } from 'zod'

/**
 * Whether anybody is at the kiosk: `visit` while somebody is; `leaving` once nobody has touched anything for a while,
 * until `endsAtMs` on the showroom's clock, when all that the visit changed returns; then `attract`, when the room
 * shows what it can do by itself, or `closed` outside opening hours, when it rests.
 */
export const presence = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('visit') }),
  z.strictObject({ phase: z.literal('leaving'), endsAtMs: z.number() }),
  z.strictObject({ phase: z.literal('attract') }),
  z.strictObject({ phase: z.literal('closed') }),
])
export type Presence = z.infer<typeof presence>
