import { describe, expect, it } from 'vitest'
import { startWithLamps } from './testing/driver-rig.ts'
import { fuzzHost, works } from './testing/fuzz-host.ts'
import { bytesInUse } from './testing/process-counts.ts'

const lamps = [1, 2, 3]

describe('nonsense from the stick', () => {
  it.each([11, 12])(
    'of five million bytes neither stops the driver nor fills its memory (seed %i)',
    async (seed) => {
      const { stick, rig } = await startWithLamps(lamps, { seed })
      await fuzzHost(stick, rig, 500_000, lamps)
      rig.forgetAllButStatus()
      const before = bytesInUse()
      for (let part = 0; part < 9; part++) {
        await fuzzHost(stick, rig, 500_000, lamps)
        rig.forgetAllButStatus()
      }
      await works(rig, lamps)
      expect(bytesInUse() - before).toBeLessThan(16 * 1024 * 1024)
      await rig.stop()
      await stick.discard()
    },
  )
})
