import { join } from 'node:path'
import type { Notice } from '../contract/showroom-state.ts'
import type { Storage } from '../showroom/storage.ts'
import { backedUpNetwork } from './coordinator-backup.ts'
import { DongleSession, type SessionParts } from './dongle-session.ts'
import { layOutBackup, type NetworkPlace } from './network-care.ts'
import { inventNetwork, loadNetwork, type NetworkRecord, saveNetwork } from './network-record.ts'
import { NetworkToAdopt } from './stick-network.ts'
import { UnfinishedStick } from './unfinished-stick.ts'

export type OpeningParts = Omit<SessionParts, 'network' | 'adopts' | 'folder' | 'unfinished'> & {
  readonly storage: Storage
  /** Where `storage` keeps its records. */
  readonly dataFolder: string
}

export interface Opened {
  readonly session: DongleSession
  readonly place: NetworkPlace
  /** The kiosk had no network, and took over the stick's. */
  readonly adopted: boolean
}

/**
 * Opens the dongle with the network that is this kiosk's own. One that has none yet takes the network that the stick
 * brings along, or forms a new one on an empty stick; it is the kiosk's own as soon as that is done.
 */
export async function openOwnNetwork(parts: OpeningParts): Promise<Opened> {
  const { storage } = parts
  // A simulated network must never touch the real one's files.
  const folder = parts.port.simulated ? 'virtual' : 'zigbee'
  const own = await knownNetwork(parts, folder)
  if (own !== null) return await open(parts, folder, own, 'own')
  try {
    const opened = await open(parts, folder, inventNetwork(), 'offered')
    await saveNetwork(storage, folder, opened.place.network)
    return opened
  } catch (error) {
    if (!(error instanceof NetworkToAdopt)) throw error
    await saveNetwork(storage, folder, error.network)
    return { ...(await open(parts, folder, error.network, 'own')), adopted: true }
  }
}

/** A record that was cut short is made good from the newest backup, which has the same numbers. */
export async function knownNetwork(
  { storage, log }: Pick<OpeningParts, 'storage' | 'log'>,
  folder: string,
): Promise<NetworkRecord | null> {
  try {
    return await loadNetwork(storage, folder)
  } catch (error) {
    const network = await backedUpNetwork(storage, folder)
    if (network === null) throw error
    log('warning', `${error instanceof Error ? error.message : ''}: its newest backup takes its place.`)
    await saveNetwork(storage, folder, network)
    return network
  }
}

async function open(
  parts: OpeningParts,
  folder: string,
  network: NetworkRecord,
  whose: 'own' | 'offered',
): Promise<Opened> {
  const { storage, dataFolder } = parts
  const place = { storage, dataFolder, folder, network }
  await layOutBackup(place)
  const unfinished = new UnfinishedStick(storage, folder)
  const session = await DongleSession.open({
    ...parts,
    ...{ network, unfinished },
    adopts: whose === 'offered',
    folder: join(dataFolder, folder),
  })
  await unfinished.isDone()
  return { session, place, adopted: false }
}

export function adoptedNotice({ network }: NetworkPlace, port: string): Notice {
  const values = { port, panId: network.panId.toString(16).padStart(4, '0'), channel: `${network.channel}` }
  return {
    code: 'dongle-network-adopted',
    severity: 'info',
    sentence: `The Zigbee dongle at ${port} brought its network along (${values.panId}, on channel ${values.channel}): the kiosk goes on with it and looks for its lamps. What it does not find, switch off and on again.`,
    values,
  }
}
