import { z } from 'zod'
import { hardwareId } from './staff-device.ts'

/** A lamp that answered beside the stick, in whatever network it is. */
export const nearbyLamp = z.strictObject({
  device: hardwareId,
  /** Zigbee's, 11 to 26. */
  channel: z.number().int(),
  /** It belongs to this kiosk: it is removed, not reset. */
  isOurs: z.boolean(),
})
export type NearbyLamp = z.infer<typeof nearbyLamp>

/** Why not: the stick is at it already; it does not answer, or has not blinked; this kind of stick cannot. */
export const nearbyProblem = z.enum(['busy', 'gone', 'unable'])
