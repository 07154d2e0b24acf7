import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FileStorage } from '../platform/file-storage.ts'
import { silentLog } from '../showroom/log.ts'
import { keepBackup, readBackup } from './coordinator-backup.ts'
import { layOutBackup } from './network-care.ts'
import { inventNetwork, saveNetwork } from './network-record.ts'
import { knownNetwork } from './own-network.ts'

const network = { ...inventNetwork(), channel: 15 }
const hex = (bytes: readonly number[]) => Buffer.from(bytes).toString('hex')
const backup = JSON.stringify({
  metadata: {
    format: 'zigpy/open-coordinator-backup',
    version: 1,
    source: 'test',
    internal: { date: '2026-11-20T06:00:00.000Z' },
  },
  coordinator_ieee: '00124b0000000001',
  pan_id: network.panId.toString(16),
  extended_pan_id: hex(network.extendedPanId),
  channel: 15,
  channel_mask: [15],
  network_key: { key: hex(network.networkKey), sequence_number: 0, frame_counter: 1000 },
  devices: [{ nwk_address: 'ab12', ieee_address: '00158d0000000101', is_child: false }],
})

describe('a file that is cut short at any byte', () => {
  let dataFolder: string
  let storage: FileStorage

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'cut-'))
    storage = new FileStorage(dataFolder)
    await saveNetwork(storage, 'zigbee', network)
    expect(await keepBackup(storage, 'zigbee', network, backup)).not.toBeNull()
    await storage.write('zigbee/coordinator.json', backup)
  })
  afterEach(() => rm(dataFolder, { recursive: true }))

  /** Every byte takes a write to disk: of long files a few dozen lengths, others each time, stand for all. */
  async function cut(name: string, check: () => Promise<void>): Promise<void> {
    const file = join(dataFolder, 'zigbee', name)
    const whole = await readFile(file)
    const stride = Math.ceil(whole.length / 60)
    for (let length = Math.floor(Math.random() * stride); length < whole.length; length += stride) {
      await writeFile(file, whole.subarray(0, length))
      await check().catch((cause: unknown) => {
        throw new Error(`${name}, cut at ${length} of ${whole.length} bytes`, { cause })
      })
    }
  }

  const log = silentLog
  const place = () => ({ storage, dataFolder, folder: 'zigbee', network })
  const laidOut = async () => readBackup(await storage.read('zigbee/coordinator.json'))

  it('costs no network: its newest backup tells what it is', async () => {
    await cut('network.json', async () => {
      expect(await knownNetwork({ storage, log }, 'zigbee')).toEqual(network)
    })
  })

  it('costs no backup: the kiosk and herdsman have one each', async () => {
    const expected = { pan_id: network.panId.toString(16), devices: [{ nwk_address: 'ab12' }] }
    await cut('coordinator.json', async () => {
      await layOutBackup(place())
      expect(await laidOut()).toMatchObject(expected)
    })
    await cut('coordinator-backups.json', async () => {
      await storage.write('zigbee/coordinator.json', backup)
      await layOutBackup(place())
      expect(await laidOut()).toMatchObject(expected)
    })
  })

  it('leaves the kiosk with words for staff when there is no backup either', async () => {
    await rm(join(dataFolder, 'zigbee/coordinator-backups.json'))
    await writeFile(join(dataFolder, 'zigbee/network.json'), '{"version": 1, "panI')
    await expect(knownNetwork({ storage, log }, 'zigbee')).rejects.toThrow(/network record/)
  })
})
