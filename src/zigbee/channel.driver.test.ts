import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { SimulatedDevice } from '../virtual/devices/device.ts'
import { press } from '../virtual/devices/remote.ts'
import { SwiftClock } from '../virtual/testing/swift-clock.ts'
import { DriverRig, patience, startWithLamps } from './testing/driver-rig.ts'
import { works } from './testing/fuzz-host.ts'
import { lampAddress, Stick } from './testing/stick.ts'

const lamps = [1, 2, 3]
/** The stick moves seconds after it was told, and lamps look for their network for half a minute. */
const swiftly = () => ({ clock: new SwiftClock(6) })

describe('the channel of the network', () => {
  const open: { discard(): Promise<void> }[] = []
  afterEach(async () => {
    for (const each of open.splice(0)) await each.discard()
  })

  it('is the quietest one when the network is formed, and is remembered', async () => {
    const stick = await Stick.plugIn(swiftly())
    noise(stick, { 11: 140, 15: 20, 20: 160, 25: 150 })
    const rig = await DriverRig.start(stick.path)
    open.push({ discard: () => rig.stop() }, stick)
    await rig.ready()
    expect(stick.dongle.coordinator.nib.channel).toBe(15)
    expect(await rememberedBy(rig)).toBe(15)
    await vi.waitFor(() => expect(rig.facts()?.channel).toBe(15), patience)
  })

  it('changes as staff wish: lamps and remotes follow, and a blank stick is put there too', async () => {
    const { stick, rig } = await startWithLamps(lamps, swiftly())
    open.push({ discard: () => rig.stop() }, stick)
    const remote = await joinRemote(stick, rig)
    const before = stick.dongle.coordinator.nib.channel
    const wish = before === 15 ? 25 : 15
    const heard = await rig.driver.listenToChannels()
    expect([...heard.keys()].sort()).toEqual([11, 15, 20, 25])
    const phases: string[] = []
    const outcome = await rig.driver.changeChannel(wish, (phase) => phases.push(phase))
    expect(outcome).toEqual({ kind: 'changed', silent: [] })
    expect(phases).toEqual(['moving', 'looking'])
    await expectPress(rig, remote)
    expect(stick.dongle.coordinator.nib.channel).toBe(wish)
    expect(await rememberedBy(rig)).toBe(wish)
    await works(rig, lamps)

    await stick.swapFor(null)
    await vi.waitFor(() => expect(rig.timesTold('dongle-unplugged')).toBeGreaterThan(0), patience)
    await rig.ready()
    expect(stick.dongle.coordinator.nib.channel).toBe(wish)
    await works(rig, lamps)
  })

  it('goes back when most lamps do not follow', async () => {
    const { stick, rig } = await startWithLamps(lamps, swiftly())
    open.push({ discard: () => rig.stop() }, stick)
    const before = stick.dongle.coordinator.nib.channel
    const wish = before === 15 ? 25 : 15
    const outcome = rig.driver.changeChannel(wish)
    const moved = () => expect(stick.dongle.coordinator.nib.channel).toBe(wish)
    await vi.waitFor(moved, { ...patience, interval: 1 })
    for (const lamp of [2, 3]) stick.silence(lamp)
    const { kind, silent } = { silent: [], ...(await outcome) }
    expect(kind).toBe('reverted')
    expect(new Set(silent)).toEqual(new Set([2, 3].map(lampAddress)))
    expect(stick.dongle.coordinator.nib.channel).toBe(before)
    expect(await rememberedBy(rig)).toBe(before)
    await works(rig, [1])
    expect(await rig.driver.changeChannel(27)).toMatchObject({ kind: 'failed' })
    expect(new Set(rig.met().keys())).toEqual(new Set(lamps.map(lampAddress)))
  })
})

/** A remote that sleeps between presses; it joins and has been told where to send them. */
async function joinRemote(stick: Stick, rig: DriverRig): Promise<SimulatedDevice> {
  const address = lampAddress(9)
  stick.addLamp(9, 'RODRET Dimmer')
  await rig.driver.openForJoining(60)
  stick.joinLamp(9)
  await vi.waitFor(() => expect(rig.met().has(address)).toBe(true), patience)
  const remote = stick.dongle.device(address)
  if (remote === null) throw new Error('there is no remote')
  await expectPress(rig, remote)
  return remote
}

/** A press is heard; one that comes while the remote still looks for its network, or is told where to send, is not. */
async function expectPress(rig: DriverRig, remote: SimulatedDevice): Promise<void> {
  const words = () => rig.reports(lampAddress(9)).filter(({ pressed }) => pressed === 'on').length
  const before = words()
  await vi.waitFor(
    () => {
      press(remote, 'on', 'single')
      expect(words()).toBeGreaterThan(before)
    },
    { ...patience, interval: 1000 },
  )
}

async function rememberedBy(rig: DriverRig): Promise<number> {
  return JSON.parse(await readFile(join(rig.folder, 'zigbee/network.json'), 'utf8')).channel
}

/** Energy on these channels, as a scan shows it. */
function noise(stick: Stick, energies: Record<number, number>): void {
  for (const [channel, energy] of Object.entries(energies)) stick.noise(Number(channel), energy)
}
