import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenBackup, readBackup, restorable } from './coordinator-backup.ts'
import { dongleNotice } from './dongle-problem.ts'
import { quietHerdsman } from './herdsman-log.ts'
import type { NetworkRecord } from './network-record.ts'
import { guardEmberStick, NetworkToAdopt, type Ownership } from './stick-network.ts'
import { type EmberMemory, EmberStick } from './testing/ember-stick.ts'

const record = (panId: number): NetworkRecord => ({
  version: 1,
  panId,
  extendedPanId: [1, 2, 3, 4, 5, 6, 7, panId & 0xff],
  networkKey: Array.from({ length: 16 }, (_, index) => (index + panId) & 0xff),
  channel: 20,
})
const memoryOf = ({ panId, extendedPanId, networkKey, channel }: NetworkRecord): EmberMemory => ({
  parameters: { panId, extendedPanId, radioChannel: channel },
  key: Buffer.from(networkKey),
})
const [ours, theirs] = [record(0x1a62), record(0x2b73)]

describe('a stick of the EmberZNet family', () => {
  let folder: string

  beforeEach(async () => {
    quietHerdsman()
    folder = await mkdtemp(join(tmpdir(), 'ember-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  /** `stick` starts as herdsman starts it, watched over by us. */
  function guarded(stick: EmberStick, ownership: Partial<Ownership> = {}): EmberStick {
    guardEmberStick(stick.adapter, {
      ...{ overwrite: null, network: ours, adopts: false, knowsDevices: () => false },
      unfinished: { isSo: async () => false, begins: async () => {} },
      ...ownership,
    })
    return stick
  }
  const stickWith = (memory: EmberMemory | null) =>
    new EmberStick(memory, ours, join(folder, 'coordinator.json'))

  it('goes on with the network that it holds when that is ours', async () => {
    const stick = guarded(stickWith(memoryOf(ours)), { knowsDevices: () => true })
    expect(await stick.start()).toBe('resumed')
    expect(stick.left).toEqual([])
  })

  it('keeps a network of its own, and staff are told which, until they give it up', async () => {
    const refusal = await guarded(stickWith(memoryOf(theirs)))
      .start()
      .catch((error: unknown) => dongleNotice(error, '/dev/ttyUSB0'))
    expect(refusal).toMatchObject({ code: 'dongle-other-network', values: { panId: '2b73', channel: '20' } })

    const kept = guarded(stickWith(memoryOf(theirs)), { overwrite: 0x1111 })
    await expect(kept.start()).rejects.toThrow()
    expect(kept.memory).toEqual(memoryOf(theirs))

    const given = guarded(stickWith(memoryOf(theirs)), { overwrite: 0x2b73, knowsDevices: () => true })
    expect(await given.start()).toBe('reset')
    expect(given.left).toEqual([0x2b73])
    expect(given.memory).toMatchObject({
      parameters: { panId: ours.panId },
      key: Buffer.from(ours.networkKey),
    })
  })

  it('keeps a network that differs from ours in its key alone', async () => {
    const other = { ...memoryOf(ours), key: Buffer.alloc(16, 9) }
    const stick = guarded(stickWith(other))
    await expect(stick.start()).rejects.toThrow('dongle-other-network')
    expect(stick.memory).toEqual(other)
  })

  it('brings its network along to a kiosk that has none, and is not touched', async () => {
    const stick = guarded(stickWith(memoryOf(theirs)), { adopts: true })
    const offered = await stick.start().catch((error: unknown) => error)
    expect(offered).toBeInstanceOf(NetworkToAdopt)
    if (!(offered instanceof NetworkToAdopt)) return
    expect(offered.network).toEqual(theirs)
    expect(stick.memory).toEqual(memoryOf(theirs))

    const again = new EmberStick(stick.memory, offered.network, join(folder, 'coordinator.json'))
    expect(await guarded(again, { network: offered.network }).start()).toBe('resumed')
  })

  it('brings nothing along when it does not tell its key', async () => {
    const mute = { ...memoryOf(theirs), key: Buffer.alloc(16) }
    await expect(guarded(stickWith(mute), { adopts: true }).start()).rejects.toThrow('dongle-other-network')
  })

  it('that is blank forms our network where no lamp has joined yet', async () => {
    const stick = guarded(stickWith(null))
    expect(await stick.start()).toBe('reset')
    expect(stick.memory?.parameters).toMatchObject({ panId: ours.panId, radioChannel: 20 })
  })

  it('that is blank does not begin anew when lamps have joined and there is no backup', async () => {
    const stick = guarded(stickWith(null), { knowsDevices: () => true })
    await expect(stick.start()).rejects.toThrow('dongle-blank-no-backup')
    expect(stick.memory).toBeNull()
    const given = guarded(stickWith(null), { knowsDevices: () => true, overwrite: 'new' })
    expect(await given.start()).toBe('reset')
  })

  it('that is blank takes over the network from the backup, its frames numbered ahead', async () => {
    await writeFile(join(folder, 'coordinator.json'), JSON.stringify(backupOfEmber()))
    const stick = guarded(stickWith(null), { knowsDevices: () => true })
    expect(await stick.start()).toBe('restored')
    expect(stick.memory).toMatchObject({
      parameters: { panId: ours.panId },
      key: Buffer.from(ours.networkKey),
    })
    expect(stick.frameCounter).toBe(1000 + 86_400 * 50)
  })

  it('cannot take over what another family has backed up, and staff are told so', async () => {
    const { stack_specific: _, ...foreign } = backupOfEmber()
    await writeFile(join(folder, 'coordinator.json'), JSON.stringify(foreign))
    const stick = guarded(stickWith(null), { knowsDevices: () => true })
    const refusal = await stick.start().catch((error: unknown) => dongleNotice(error, '/dev/ttyUSB0'))
    expect(refusal).toMatchObject({ code: 'dongle-mismatch' })
    expect(stick.memory).toBeNull()
  })
})

/** As herdsman's adapter for the family writes it, and as we lay it out before a start. */
function backupOfEmber(): OpenBackup {
  const hex = (bytes: readonly number[]) => Buffer.from(bytes).toString('hex')
  const date = '2026-11-20T06:00:00.000Z'
  const written = readBackup(
    JSON.stringify({
      metadata: {
        format: 'zigpy/open-coordinator-backup',
        version: 1,
        source: 'zigbee-herdsman',
        internal: { date, ezspVersion: 13 },
      },
      stack_specific: { ezsp: { hashed_tclk: 'cc'.repeat(16) } },
      coordinator_ieee: '00124b0000000001',
      pan_id: ours.panId.toString(16),
      extended_pan_id: hex(ours.extendedPanId),
      nwk_update_id: 0,
      security_level: 5,
      channel: 20,
      channel_mask: [20],
      network_key: { key: hex(ours.networkKey), sequence_number: 0, frame_counter: 1000 },
      devices: [
        {
          nwk_address: 'ab12',
          ieee_address: '00158d0000000101',
          is_child: false,
          link_key: { key: 'bb'.repeat(16), rx_counter: 0, tx_counter: 7 },
        },
      ],
    }),
  )
  if (written === null) throw new Error('this is no backup')
  return restorable(written, ours, new Date(date))
}
