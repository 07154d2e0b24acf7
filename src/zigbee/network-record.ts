import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Storage } from '../showroom/storage.ts'

const byte = z.number().int().min(0).max(255)

/** `network.json`, beside herdsman's files: the network that is this kiosk's own. It holds the network key. */
const networkRecord = z.strictObject({
  version: z.literal(1),
  panId: z.number().int().min(1).max(0xfffe),
  extendedPanId: z.array(byte).length(8),
  networkKey: z.array(byte).length(16),
  channel: z.number().int().min(11).max(26),
})
export type NetworkRecord = z.infer<typeof networkRecord>

/** Until the stick has listened: between the Wi-Fi channels 6 and 11 that shops use most. */
const firstChannel = 20

const recordName = (folder: string) => `${folder}/network.json`

/** Keeps the network as it is now. */
export async function saveNetwork(storage: Storage, folder: string, network: NetworkRecord): Promise<void> {
  await storage.write(recordName(folder), `${JSON.stringify(network, null, 2)}\n`)
}

/** Null when these are not the numbers of a network. */
export function readNetwork(network: unknown): NetworkRecord | null {
  return networkRecord.safeParse(network).data ?? null
}

/** The kiosk's network; null when it has none yet. */
export async function loadNetwork(storage: Storage, folder: string): Promise<NetworkRecord | null> {
  const text = await storage.read(recordName(folder))
  if (text === null) return null
  try {
    return networkRecord.parse(JSON.parse(text))
  } catch (cause) {
    throw new Error(`network record ${recordName(folder)} cannot be understood`, { cause })
  }
}

/** A network as it may be formed on an empty stick. */
export function inventNetwork(): NetworkRecord {
  return {
    version: 1,
    panId: 1 + (randomBytes(2).readUInt16LE() % 0xfff0),
    extendedPanId: [...randomBytes(8)],
    networkKey: [...randomBytes(16)],
    channel: firstChannel,
  }
}
