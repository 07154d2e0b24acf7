import { ByteReader, ByteWriter } from '../bytes.ts'
import { channelsOf, firstChannel } from '../znp/channels.ts'
import { zdoRequest, zdoStatus } from './zdo-cluster.ts'

/** What a network update request can ask for besides a scan of 0..5 (Zigbee specification 2.4.3.3.9). */
export const [changeChannel, changeMask] = [0xfe, 0xff] as const
export const longestScan = 5
/** Everybody moves once the broadcast has had time to go round (BCAST_DELIVERY_TIME). */
export const channelChangeDelayMs = 3000

/** Channels 11 to 26. */
const allChannels = 0x07fff800
/** aBaseSuperframeDuration, 960 symbols. */
const superframeMs = 15.36

/** Listening on each channel takes (2^n + 1) superframes; 0 for requests that are no scan. */
export function scanMs(cluster: number, payload: Buffer): number {
  if (cluster !== zdoRequest.networkUpdate || payload.length < 5) return 0
  const reader = new ByteReader(payload)
  const [channels, duration] = [reader.u32(), reader.u8()]
  if (duration > longestScan) return 0
  return channelsOf(channels & allChannels).length * (2 ** duration + 1) * superframeMs
}

/** The answer to a scan: energy on each channel asked for. */
export function energyScan(channels: number, noise: readonly number[]): Buffer {
  const scanned = channels & allChannels
  const energies = channelsOf(scanned).map((channel) => noise[channel - firstChannel] ?? 0)
  return new ByteWriter()
    .u8(zdoStatus.success)
    .u32(scanned)
    .u16(0)
    .u16(0)
    .u8(energies.length)
    .bytes(Buffer.from(energies))
    .done()
}

export function refuseNetworkUpdate(channels: number): Buffer {
  return new ByteWriter().u8(zdoStatus.invalidRequestType).u32(channels).u16(0).u16(0).u8(0).done()
}
