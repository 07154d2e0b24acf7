import { describe, expect, it } from 'vitest'
import { MemoryStorage } from '../showroom/memory-storage.ts'
import { keepBackup, loadBackups, type OpenBackup, restorable } from './coordinator-backup.ts'
import type { NetworkRecord } from './network-record.ts'

const network: NetworkRecord = {
  version: 1,
  panId: 0x1a62,
  extendedPanId: [1, 2, 3, 4, 5, 6, 7, 8],
  networkKey: Array.from({ length: 16 }, (_, index) => index),
  channel: 25,
}

const written = (date = '2026-03-01T06:00:00.000Z') => ({
  metadata: { format: 'zigpy/open-coordinator-backup', version: 1, source: 'test', internal: { date } },
  stack_specific: { zstack: { tclk_seed: 'aa'.repeat(16) } },
  coordinator_ieee: '00124b0000000001',
  pan_id: '1a62',
  extended_pan_id: '0102030405060708',
  nwk_update_id: 0,
  security_level: 5,
  channel: 20,
  channel_mask: [20],
  network_key: { key: '000102030405060708090a0b0c0d0e0f', sequence_number: 0, frame_counter: 1000 },
  devices: [
    {
      nwk_address: 'ab12',
      ieee_address: '00158d0000000101',
      is_child: false,
      link_key: { key: 'bb'.repeat(16), rx_counter: 0, tx_counter: 7 },
    },
    { nwk_address: null, ieee_address: '00158d0000000102', is_child: false },
  ],
})

const keep = (storage: MemoryStorage, backup: object) =>
  keepBackup(storage, 'zigbee', network, JSON.stringify(backup))

describe('a coordinator backup', () => {
  it('is kept whole, the newest first, the last five of them', async () => {
    const storage = new MemoryStorage()
    for (let day = 1; day <= 7; day++) await keep(storage, written(`2026-03-0${day}T06:00:00.000Z`))
    const kept = await loadBackups(storage, 'zigbee', network)
    expect(kept.map((backup) => backup.metadata.internal.date.slice(8, 10))).toEqual([
      '07',
      '06',
      '05',
      '04',
      '03',
    ])
    expect(kept[0]).toEqual(written('2026-03-07T06:00:00.000Z'))
  })

  it('of another network, or cut short, does not push the good ones out', async () => {
    const storage = new MemoryStorage()
    await keep(storage, written())
    expect(await keep(storage, { ...written(), pan_id: 'ffff' })).toBeNull()
    expect(
      await keep(storage, { ...written(), network_key: { ...written().network_key, key: 'cc'.repeat(16) } }),
    ).toBeNull()
    expect(await keepBackup(storage, 'zigbee', network, JSON.stringify(written()).slice(0, -20))).toBeNull()
    expect(await loadBackups(storage, 'zigbee', network)).toEqual([written()])
  })

  it('counts as none when its record cannot be read at any length', async () => {
    const storage = new MemoryStorage()
    await keep(storage, written())
    const text = (await storage.read('zigbee/coordinator-backups.json')) ?? ''
    for (let length = 0; length < text.length - 2; length += 7) {
      await storage.write('zigbee/coordinator-backups.json', text.slice(0, length))
      expect(await loadBackups(storage, 'zigbee', network)).toEqual([])
    }
  })

  it('is restored where the network is now, with counters that no lamp has seen', async () => {
    const storage = new MemoryStorage()
    const backup = (await keep(storage, written())) as OpenBackup
    const twoDaysLater = restorable(backup, network, new Date('2026-03-03T06:00:00.000Z'))
    expect(twoDaysLater).toMatchObject({ channel: 25, channel_mask: [25] })
    // 50 frames a second for two days, and one more.
    expect(twoDaysLater.network_key.frame_counter).toBe(1000 + 50 * 3 * 86_400)
    expect(twoDaysLater.devices[0]?.link_key?.tx_counter).toBe(7 + 50 * 3 * 86_400)
    expect(twoDaysLater.devices[1]).toEqual(written().devices[1])
    const clockWentBack = restorable(backup, network, new Date('2020-01-01T00:00:00.000Z'))
    expect(clockWentBack.network_key.frame_counter).toBe(1000 + 50 * 86_400)
  })
})
