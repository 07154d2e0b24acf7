import { describe, expect, it } from 'vitest'
import { startWithLamps } from './testing/driver-rig.ts'
import { bytesInUse, openResources } from './testing/process-counts.ts'
import { lampAddress } from './testing/stick.ts'
import { unplugAtRandom } from './testing/unplug-cycles.ts'

const megabyte = 1024 * 1024

describe('a stick that is pulled out a hundred times', () => {
  it.each([
    ['over tcp', false, 41],
    ['at a serial device file', true, 42],
  ])('recovers a hundred times, loses no lamp and leaves nothing behind: %s', async (way, serial, seed) => {
    const { stick, rig } = await startWithLamps([1, 2, 9], { serial })

    await unplugAtRandom(stick, rig, 10, seed) // What is loaded once is loaded now.
    const before = { resources: await fewest(), bytes: bytesInUse() }
    const recoveriesMs = await unplugAtRandom(stick, rig, 100, seed + 1000)
    const after = { resources: await fewest(), bytes: bytesInUse() }

    const sorted = recoveriesMs.toSorted((a, b) => a - b).map(Math.round)
    console.log(
      `${way}: ${recoveriesMs.length} recoveries, median ${sorted[50]} ms, p95 ${sorted[94]} ms, slowest ${sorted[99]} ms; ` +
        `${((after.bytes - before.bytes) / megabyte).toFixed(2)} MB more in use; ${JSON.stringify(before.resources)} became ${JSON.stringify(after.resources)}`,
    )
    expect(recoveriesMs).toHaveLength(100)
    // Every one of them: nobody in a store sees a percentile.
    expect(sorted.at(-1)).toBeLessThanOrEqual(2000)
    const { Timeout: timersBefore = 0, ...heldBefore } = before.resources
    const { Timeout: timersAfter = 0, ...heldAfter } = after.resources
    expect(heldAfter).toEqual(heldBefore)
    // How many lamps are being asked at a moment differs by a few.
    expect(timersAfter).toBeLessThan(timersBefore + 5)
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

/** What the process holds when nothing is going on: of each kind the fewest of some moments. */
async function fewest(): Promise<Record<string, number>> {
  const samples: Record<string, number>[] = []
  for (let sample = 0; sample < 40; sample++) {
    samples.push(openResources())
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  const kinds = [...new Set(samples.flatMap((sample) => Object.keys(sample)))]
  const least = kinds.map((kind) => [kind, Math.min(...samples.map((sample) => sample[kind] ?? 0))] as const)
  return Object.fromEntries(least.filter(([, count]) => count > 0))
}
