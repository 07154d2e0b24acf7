import { describe, expect, it, vi } from 'vitest'
import { DriverRig, patience } from './testing/driver-rig.ts'
import { bytesInUse, openResources } from './testing/process-counts.ts'
import { lampAddress, Stick } from './testing/stick.ts'
import { unplugAtRandom } from './testing/unplug-cycles.ts'

const megabyte = 1024 * 1024

describe('a stick that is pulled out a hundred times', () => {
  it.each([
    ['over tcp', false, 41],
    ['at a serial device file', true, 42],
  ])('recovers a hundred times, loses no lamp and leaves nothing behind: %s', async (way, serial, seed) => {
    const stick = await Stick.plugIn({ serial })
    for (const lamp of [1, 2, 9]) stick.addLamp(lamp)
    const rig = await DriverRig.start(stick.path)
    await rig.ready()
    await rig.driver.openForJoining(60)
    for (const lamp of [1, 2, 9]) stick.joinLamp(lamp)
    await vi.waitFor(() => expect(rig.met().size).toBe(3), patience)

    await unplugAtRandom(stick, rig, 10, seed) // What is loaded once is loaded now.
    const before = { resources: await settled(rig), bytes: bytesInUse() }
    const recoveriesMs = await unplugAtRandom(stick, rig, 100, seed + 1000)
    const after = { resources: await settled(rig), bytes: bytesInUse() }

    const sorted = recoveriesMs.toSorted((a, b) => a - b).map(Math.round)
    console.log(
      `${way}: ${recoveriesMs.length} recoveries, median ${sorted[50]} ms, p95 ${sorted[94]} ms, slowest ${sorted[99]} ms; ` +
        `${((after.bytes - before.bytes) / megabyte).toFixed(2)} MB more in use; ${JSON.stringify(after.resources)}`,
    )
    expect(recoveriesMs).toHaveLength(100)
    expect(sorted[50]).toBeLessThan(2000)
    expect(after.resources).toEqual(before.resources)
    expect(after.bytes - before.bytes).toBeLessThan(4 * megabyte)

    rig.events.length = 0
    await stick.unplug()
    await stick.replug()
    await rig.ready()
    expect([...rig.met().keys()].sort()).toEqual([1, 2, 9].map(lampAddress))
    await rig.stop()
    await stick.discard()
  })
})

/** What the process holds when nothing is going on: timers and requests of the moment have ended. */
async function settled(rig: DriverRig): Promise<Record<string, number>> {
  rig.events.length = 0
  let last = openResources()
  await vi.waitFor(
    () => {
      const now = openResources()
      const same = JSON.stringify(now) === JSON.stringify(last)
      last = now
      expect(same && (now.Timeout ?? 0) < 20).toBe(true)
    },
    { timeout: 30_000, interval: 2000 },
  )
  return { ...last, Timeout: 0 }
}
