import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
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

  it('changes as staff wish: the lamps follow, and a blank stick is put there too', async () => {
    const { stick, rig } = await startWithLamps(lamps, swiftly())
    open.push({ discard: () => rig.stop() }, stick)
    const before = stick.dongle.coordinator.nib.channel
    const wish = before === 15 ? 25 : 15
    expect(await rig.driver.changeChannel(wish)).toEqual({ kind: 'changed', silent: [] })
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

async function rememberedBy(rig: DriverRig): Promise<number> {
  return JSON.parse(await readFile(join(rig.folder, 'zigbee/network.json'), 'utf8')).channel
}

/** Energy on these channels, as a scan shows it. */
function noise(stick: Stick, energies: Record<number, number>): void {
  for (const [channel, energy] of Object.entries(energies)) stick.noise(Number(channel), energy)
}
