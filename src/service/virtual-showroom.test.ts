import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deviceId } from '../showroom/device.ts'
import { readDevicesFile } from '../virtual/devices-file.ts'
import { bindingsOf, readVirtualShowroom } from './virtual-showroom.ts'

describe('the list of simulated devices', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'virtual-showroom-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const read = async (text: string) => {
    const file = join(folder, 'virtual-showroom.yaml')
    await writeFile(file, text)
    return readVirtualShowroom(file)
  }

  it('is read by the kiosk as by the virtual dongle: models of one’s own, distances, lamps at no fixture', async () => {
    const text = `version: 1
models:
  - modelID: Glow 9
    vendor: Acme
    manufacturerCode: 4660
    type: Router
    endpoints: { "3": { profile: 260, device: 257, in: [0, 3, 4, 5, 6, 8] } }
devices:
  - { ieee: "0x0017880000000001", model: Glow 9, hops: 2, room: living-room, fixture: pendant }
  - { ieee: "0x0017880000000002", model: Glow 9 }
`
    const showroom = await read(text)
    const [pendant, spare] = readDevicesFile(text, 'list').devices.map(({ ieee }) => deviceId.parse(ieee))
    if (pendant === undefined || spare === undefined) throw new Error('not listed')
    expect(bindingsOf(showroom, pendant)).toEqual([
      { room: 'living-room', fixture: 'pendant', device: pendant },
    ])
    expect(bindingsOf(showroom, spare)).toEqual([])
    expect(showroom.devices.map(({ ieee }) => ieee)).toEqual([pendant, spare])
  })

  it('says in which line a fixture is misspelt', async () => {
    const text = `version: 1
devices:
  - { ieee: "0x0017880000000001", model: Glow 9, room: living-room, fixtur: pendant }
`
    await expect(read(text)).rejects.toThrow(/virtual-showroom.yaml:3.*both "room" and "fixture"/)
  })
})
