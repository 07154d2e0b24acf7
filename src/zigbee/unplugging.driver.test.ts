import { describe, expect, it, vi } from 'vitest'
import { patience, startWithLamps } from './testing/driver-rig.ts'
import { lampAddress } from './testing/stick.ts'
import { unplugAtRandom } from './testing/unplug-cycles.ts'

describe('a stick that is pulled out at any moment', () => {
  it.each([
    ['over tcp', false],
    ['at a serial device file', true],
  ])('works again by itself, and has lost no lamp: %s', async (_, serial) => {
    const { stick, rig } = await startWithLamps([1, 2, 9], { serial })
    const recoveriesMs = await unplugAtRandom(stick, rig, 8, serial ? 2 : 1)
    expect(recoveriesMs).toHaveLength(8)
    rig.events.length = 0
    await stick.unplug()
    await stick.replug()
    await vi.waitFor(() => expect(rig.latestStatus()?.status.phase).toBe('ready'), patience)
    // One that was asked what it is while the stick went is asked once more.
    const known = [1, 2, 9].map(lampAddress)
    await vi.waitFor(() => expect([...rig.met().keys()].sort()).toEqual(known), patience)
    await rig.stop()
    await stick.discard()
  })
})
