import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { deviceId } from '../showroom/device.ts'
import type { SavedDongle } from '../virtual/saved-state.ts'
import { osal } from '../virtual/znp/nv-store.ts'
import { DriverRig, patience, startWithLamps } from './testing/driver-rig.ts'
import { lampAddress, Stick } from './testing/stick.ts'

const lamps = [1, 2, 3]
const lit = (lamp: number) =>
  ({ kind: 'light', device: deviceId.parse(lampAddress(lamp)), on: true, transitionMs: 0 }) as const
const [herdsmansMark, nib] = [0x60, 0x21]
const recordIn = (folder: string) => join(folder, 'zigbee/coordinator-backups.json')

/** What a stick and a driver remember after the day on which a store was set up. */
interface Memory {
  readonly stick: SavedDongle
  readonly folder: string
  readonly network: ReturnType<typeof networkIn>
}

async function setUpStore(): Promise<Memory> {
  const { stick, rig } = await startWithLamps(lamps)
  await rig.driver.backUp()
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  await cp(rig.folder, folder, { recursive: true })
  const memory = { stick: stick.dongle.save(), folder, network: networkIn(stick) }
  await rig.stop()
  await stick.discard()
  return memory
}

describe('another stick', () => {
  let [ours, theirs]: Memory[] = []
  let stick: Stick
  let rig: DriverRig

  beforeAll(async () => {
    ours = await setUpStore()
    theirs = await setUpStore()
  })

  afterAll(async () => {
    for (const memory of [ours, theirs])
      if (memory) await rm(memory.folder, { recursive: true, maxRetries: 10, retryDelay: 100 })
  })

  beforeEach(async () => {
    if (ours === undefined) throw new Error('there is no store')
    stick = await Stick.plugIn({ saved: ours.stick })
    rig = await DriverRig.start(stick.path, { memory: ours.folder })
    await rig.ready()
  })

  afterEach(async () => {
    await rig.stop()
    await stick.discard()
  })

  it('that is blank takes over the network from the backup, with all lamps', async () => {
    const address = stick.dongle.coordinator.ieee
    const network = networkIn(stick)
    await stick.swapFor(null)
    await vi.waitFor(() => expect(rig.timesTold('dongle-unplugged')).toBeGreaterThan(0), patience)
    await rig.ready()
    for (const lamp of lamps) {
      await vi.waitFor(async () => expect(await rig.send(lit(lamp))).toEqual({ kind: 'confirmed' }), patience)
      expect(stick.lamp(lamp).remember().on).toBe(true)
    }
    expect(networkIn(stick)).toEqual(network)
    expect(stick.dongle.coordinator.ieee).toBe(address)
  })

  it('that holds a network of its own is left alone until staff give that one up', async () => {
    if (theirs === undefined) throw new Error('there is no other store')
    const network = networkIn(stick)
    await stick.swapFor(theirs.stick)
    await vi.waitFor(() => expect(rig.timesTold('dongle-other-network')).toBeGreaterThan(0), patience)
    const panId = Number.parseInt(rig.latestStatus()?.notice?.values.panId ?? '', 16)
    expect(panId).toBe(networkIn(stick).panId)
    rig.driver.allowOverwriting(panId ^ 1)
    await vi.waitFor(() => expect(rig.timesTold('dongle-other-network')).toBeGreaterThan(2), patience)
    expect(stick.dongle.coordinator.nv.dump()).toEqual(theirs.stick.nv)

    rig.driver.allowOverwriting(panId)
    await rig.ready()
    expect(networkIn(stick)).toEqual(network)
    await vi.waitFor(async () => expect(await rig.send(lit(1))).toEqual({ kind: 'confirmed' }), patience)
  })

  it('that is blank does not begin anew when lamps have joined and there is no backup', async () => {
    await writeFile(recordIn(rig.folder), '{"version":1,"backups":[{"meta')
    await writeFile(join(rig.folder, 'zigbee/coordinator.json'), '{"meta')
    await stick.swapFor(null)
    await vi.waitFor(() => expect(rig.timesTold('dongle-blank-no-backup')).toBeGreaterThan(0), patience)
    rig.driver.allowOverwriting('new')
    await rig.ready()
  })

  it('that another program has set up, without herdsman’s mark, is left alone as well', async () => {
    if (theirs === undefined) throw new Error('there is no other store')
    await stick.unplug()
    const { coordinator } = stick.dongle
    coordinator.bringNetwork(stick.dongle.freshStickAddress())
    const before = coordinator.nv.get(osal(nib))
    await stick.replug()
    await vi.waitFor(() => expect(rig.timesTold('dongle-other-network')).toBeGreaterThan(2), patience)
    expect(coordinator.nv.get(osal(nib))).toEqual(before)
    rig.driver.allowOverwriting(coordinator.nib.panId)
    await rig.ready()
    await vi.waitFor(async () => expect(await rig.send(lit(1))).toEqual({ kind: 'confirmed' }), patience)
  })

  it('that is pulled out while it takes the network over goes on with it, whatever it holds half-way', async () => {
    const network = networkIn(stick)
    await stick.swapFor(null)
    // herdsman has formed the random network that it begins with, and has not put its mark.
    await vi.waitFor(() => expect(stick.dongle.coordinator.nib.started).toBe(true), {
      ...patience,
      interval: 5,
    })
    expect(networkIn(stick)).not.toEqual(network)
    await stick.unplug()
    const before = rig
    await before.driver.stop()
    rig = await DriverRig.start(stick.path, { memory: before.folder })
    await before.stop()
    await stick.replug()
    await rig.ready()
    expect(rig.timesTold('dongle-other-network')).toBe(0)
    expect(networkIn(stick)).toEqual(network)
    await vi.waitFor(async () => expect(await rig.send(lit(1))).toEqual({ kind: 'confirmed' }), patience)
  })

  it('with a router’s firmware is told from one that does not answer', async () => {
    stick.dongle.coordinator.roles = 6
    await stick.swapFor(null)
    await vi.waitFor(() => expect(rig.timesTold('dongle-no-coordinator')).toBeGreaterThan(0), patience)
  })

  it('finds the last few backups, which nobody else may read and no log tells', async () => {
    for (let count = 0; count < 6; count++) await rig.driver.backUp()
    const record = JSON.parse(await readFile(recordIn(rig.folder), 'utf8'))
    expect(record).toMatchObject({ version: 1 })
    expect(record.backups).toHaveLength(5)
    expect(record.backups[0]).toMatchObject({ metadata: { format: 'zigpy/open-coordinator-backup' } })
    expect(record.backups[0].devices).toHaveLength(lamps.length)
    expect((await stat(recordIn(rig.folder))).mode & 0o077).toBe(0)
    expect(rig.logged.join('\n')).not.toContain(record.backups[0].network_key.key)
  })
})

describe('a kiosk without a network of its own', () => {
  let used: Memory
  let stick: Stick
  let rig: DriverRig

  beforeAll(async () => {
    used = await setUpStore()
  })

  afterAll(() => rm(used.folder, { recursive: true }))

  beforeEach(async () => {
    stick = await Stick.plugIn({ saved: used.stick })
  })

  afterEach(async () => {
    await rig.stop()
    await stick.discard()
  })

  it('goes on with the network that a used stick brings along, and finds its lamps', async () => {
    rig = await DriverRig.start(stick.path)
    await rig.ready()
    expect(rig.latestStatus()?.notice).toMatchObject({ code: 'dongle-network-adopted', severity: 'info' })
    await vi.waitFor(() => expect(rig.met().size).toBe(lamps.length), patience)
    for (const lamp of lamps) {
      expect(await rig.send(lit(lamp))).toEqual({ kind: 'confirmed' })
      expect(stick.lamp(lamp).remember().on).toBe(true)
    }
    expect(networkIn(stick)).toEqual(used.network)
    await vi.waitFor(async () => {
      const { backups } = JSON.parse(await readFile(recordIn(rig.folder), 'utf8'))
      expect(backups[0].devices).toHaveLength(lamps.length)
    }, patience)

    const { folder } = rig
    await rig.driver.stop()
    const again = await DriverRig.start(stick.path, { memory: folder })
    await again.ready()
    expect(again.latestStatus()?.notice).toBeNull()
    expect(again.met().size).toBe(lamps.length)
    expect(networkIn(stick)).toEqual(used.network)
    await again.stop()
  })

  it('does so too when another program has formed the network, without herdsman’s mark', async () => {
    expect(stick.dongle.coordinator.nv.delete(osal(herdsmansMark))).toBe(0)
    rig = await DriverRig.start(stick.path)
    await rig.ready()
    expect(rig.latestStatus()?.notice?.code).toBe('dongle-network-adopted')
    expect(networkIn(stick)).toEqual(used.network)
  })

  it('knows a lamp that was dark, as soon as that has power', async () => {
    const dark = stick.dongle.device(lampAddress(2))
    dark?.setPowered(false)
    rig = await DriverRig.start(stick.path)
    await rig.ready()
    await vi.waitFor(() => expect(rig.met().size).toBe(lamps.length - 1), patience)
    dark?.setPowered(true)
    await vi.waitFor(() => expect(rig.met().size).toBe(lamps.length), patience)
    expect(await rig.send(lit(2))).toEqual({ kind: 'confirmed' })
  })

  it('forms one of its own when staff give the stick’s network up', async () => {
    rig = await DriverRig.start(stick.path, { overwrite: used.network.panId })
    await rig.ready()
    expect(rig.latestStatus()?.notice).toBeNull()
    expect(networkIn(stick).networkId).not.toBe(used.network.networkId)
  })
})

function networkIn(stick: Stick) {
  const { panId, channel } = stick.dongle.coordinator.nib
  return { panId, channel, networkId: stick.dongle.coordinator.networkId }
}
