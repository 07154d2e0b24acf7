import { z } from 'zod'
import { hardwareId } from './staff-device.ts'

/** Somebody hears somebody: `quality` is a Zigbee link quality, 0..255, by the word of who hears. */
export const networkLink = z.strictObject({
  /** Null is the stick. */
  hears: hardwareId.nullable(),
  heard: hardwareId.nullable(),
  quality: z.number().min(0).max(255),
})
export type NetworkLink = z.infer<typeof networkLink>

/** Who hears whom, as it was when everybody was asked last. */
export const networkMap = z.strictObject({
  /** ISO 8601; null while nobody has been asked. */
  askedAt: z.string().nullable(),
  links: z.array(networkLink),
  /** Those that carry messages on for others, and did not say whom they hear. */
  mute: z.array(hardwareId),
})
export type NetworkMap = z.infer<typeof networkMap>

/** How far the round has come in which everybody is asked whom they hear. */
export const survey = z.strictObject({
  isUnderWay: z.boolean(),
  asked: z.number().int(),
  of: z.number().int(),
  askedAt: z.string().nullable(),
})
export type Survey = z.infer<typeof survey>
