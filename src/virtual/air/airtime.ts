import type { RadioFrame } from './frame.ts'

/** 250 kbit/s: 32 µs a byte (IEEE 802.15.4, 2.4 GHz O-QPSK). */
const byteMs = 0.032
/** Preamble, start of frame, length. */
const phyBytes = 6
/** Frame control, sequence, PAN id, two short addresses, checksum. */
const macBytes = 11
/** Network header, auxiliary security header with the sender's address, four bytes of integrity code. */
const nwkBytes = 8 + 14 + 4
/** Application support header: a group's address takes one byte more than an endpoint. */
const apsBytes = { unicast: 8, broadcast: 8, group: 9 } as const
/** A MAC frame has 127 bytes at most; longer messages travel in several (APS fragmentation). */
const longestMacFrame = 127

/** From reception to transmission (aTurnaroundTime, 12 symbols). */
export const turnaroundMs = 0.192
/** Listening whether the channel is free (8 symbols). */
export const assessmentMs = 0.128
export const acknowledgementMs = 11 * byteMs
/** Waiting for an acknowledgement that does not come (macAckWaitDuration, 54 symbols). */
export const acknowledgementWaitMs = 0.864
/** One unit of back-off (aUnitBackoffPeriod, 20 symbols). */
export const backoffMs = 0.32

/** A child's question whether there is something for it (MAC data request command). */
export const pollMs = (phyBytes + 12) * byteMs
/** A route request or reply: network command, secured (Zigbee specification 3.4.1). */
export const routeCommandMs = (phyBytes + macBytes + nwkBytes + 12) * byteMs
/** An acknowledgement from end to end: an APS frame without a payload. */
export const apsAcknowledgementMs = (phyBytes + macBytes + nwkBytes + apsBytes.unicast) * byteMs

/** Lengths of the MAC frames that carry this message, in bytes, without what the radio puts in front. */
export function macFrames(frame: RadioFrame): number[] {
  const overhead = macBytes + nwkBytes + apsBytes[frame.destination.kind]
  const room = longestMacFrame - overhead
  if (frame.payload.length <= room) return [overhead + frame.payload.length]
  // Blocks carry two bytes more: which one it is, and of how many.
  const block = room - 2
  const parts = Math.ceil(frame.payload.length / block)
  return Array.from({ length: parts }, (_, index) =>
    index === parts - 1 ? overhead + 2 + frame.payload.length - block * index : longestMacFrame,
  )
}

/** Time a message is on air, back-off and acknowledgements aside. */
export function airtimeMs(frame: RadioFrame): number {
  return macFrames(frame).reduce((sum, bytes) => sum + (phyBytes + bytes) * byteMs, 0)
}
