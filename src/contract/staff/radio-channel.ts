import { z } from 'zod'
import { hardwareId } from './staff-device.ts'

/** Zigbee's channels in the 2.4 GHz band. */
export const zigbeeChannel = z.number().int().min(11).max(26)

/** What the stick heard on the channels that lights look for a network on first. */
export const channelNoise = z.strictObject({
  /** Where the network is. */
  present: zigbeeChannel,
  /** `energy` is a scan's, 0..255, the loudest of some moments; the quietest channel comes first. */
  heard: z.array(z.strictObject({ channel: zigbeeChannel, energy: z.number().min(0).max(255) })),
})
export type ChannelNoise = z.infer<typeof channelNoise>

/** How far a change of channel has come, or how the last one ended. */
export const channelMove = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('none') }),
  /** Everybody on mains is asked whether they are there, the network moves, they are asked again, or it goes back. */
  z.strictObject({
    phase: z.enum(['asking', 'moving', 'looking', 'returning']),
    from: zigbeeChannel,
    to: zigbeeChannel,
  }),
  z.strictObject({
    phase: z.enum(['moved', 'returned']),
    from: zigbeeChannel,
    to: zigbeeChannel,
    /** Those that answered before and do not yet. */
    silent: z.array(hardwareId),
  }),
  /** The stick did not move, or went away meanwhile. */
  z.strictObject({ phase: z.literal('failed'), from: zigbeeChannel, to: zigbeeChannel }),
])
export type ChannelMove = z.infer<typeof channelMove>

/** A network that may be given up: the one that a stick holds, "1a62", or this store's own, for a "new" one. */
export const givenUpNetwork = z.union([z.string().regex(/^[0-9a-f]{4}$/), z.literal('new')])
export type GivenUpNetwork = z.infer<typeof givenUpNetwork>
