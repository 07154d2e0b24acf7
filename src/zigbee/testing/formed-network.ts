import type { SavedDongle } from '../../virtual/saved-state.ts'
import { WireClient } from '../../virtual/wire-client.ts'
import { osal } from '../../virtual/znp/nv-store.ts'
import { type NetworkRecord, readNetwork } from '../network-record.ts'

/** What a stick and a kiosk remember of a network that no device has joined yet. */
export interface FormedNetwork {
  readonly saved: SavedDongle
  readonly record: NetworkRecord
}

/** Where herdsman notes that it is done with a network, and what it notes. */
const [marked, done] = [osal(0x60), Buffer.from([0x55])]
let formed = 0

/** Another network at each call, formed in no time: herdsman takes four seconds, which are mostly its own waits. */
export async function formedNetwork(): Promise<FormedNetwork> {
  const client = new WireClient({ seed: 1000 + formed++ })
  await client.form()
  const { dongle } = client
  const { nib, networkKey, nv } = dongle.coordinator
  nv.put(marked, done)
  const record = readNetwork({
    version: 1,
    panId: nib.panId,
    channel: nib.channel,
    extendedPanId: [...Buffer.from(nib.extendedPanId.slice(2), 'hex')],
    networkKey: [...networkKey],
  })
  if (record === null) throw new Error('the stick formed no network')
  return { saved: dongle.save(), record }
}
