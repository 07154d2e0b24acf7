import { describe, expect, it, vi } from 'vitest'
import { DriverRig, patience } from './testing/driver-rig.ts'
import { lampAddress, Stick } from './testing/stick.ts'
import { unplugAtRandom } from './testing/unplug-cycles.ts'

describe('a stick that is pulled out at any moment', () => {
  it.each([
    ['over tcp', false],
    ['at a serial device file', true],
  ])('works again by itself, and has lost no lamp: %s', async (_, serial) => {
    const stick = await Stick.plugIn({ serial })
    for (const lamp of [1, 2, 9]) stick.addLamp(lamp)
    const rig = await DriverRig.start(stick.path)
    await rig.ready()
    await rig.driver.openForJoining(60)
    for (const lamp of [1, 2, 9]) stick.joinLamp(lamp)
    await vi.waitFor(() => expect(rig.met().size).toBe(3), patience)
    const recoveriesMs = await unplugAtRandom(stick, rig, 8, serial ? 2 : 1)
    expect(recoveriesMs).toHaveLength(8)
    rig.events.length = 0
    await stick.unplug()
    await stick.replug()
    await vi.waitFor(() => expect(rig.latestStatus()?.status.phase).toBe('ready'), patience)
    expect([...rig.met().keys()].sort()).toEqual([1, 2, 9].map(lampAddress))
    await rig.stop()
    await stick.discard()
  })
})
