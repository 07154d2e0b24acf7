import { z } from 'zod'

/** What staff may know of the dongle in use. Counts are of this connection. */
export const dongleFacts = z.strictObject({
  /** As its family calls it: "ZStack3x0 20240710". */
  firmware: z.string(),
  channel: z.number().int(),
  panId: z.number().int(),
  /** When the network was backed up last, as ISO 8601; null when it never was. */
  lastBackup: z.string().nullable(),
  /** Bytes on the line that belonged to no message. */
  skippedBytes: z.number().int(),
  /** Requests that the dongle had to be sent again. */
  repeatedRequests: z.number().int(),
  /** Devices may join now. */
  joining: z.boolean(),
})
export type DongleFacts = z.infer<typeof dongleFacts>
