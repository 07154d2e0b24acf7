import { describe, expect, it } from 'vitest'
import { startWithLamps } from './testing/driver-rig.ts'
import { fuzzHost, works } from './testing/fuzz-host.ts'
import { lampAddress } from './testing/stick.ts'

const lamps = [1, 2, 3]

describe('nonsense from the stick', () => {
  it('neither stops the driver nor costs it a lamp', async () => {
    const { stick, rig } = await startWithLamps(lamps, { seed: 5 })
    await fuzzHost(stick, rig, 200_000, lamps)
    await works(rig, lamps)
    expect(new Set(rig.met().keys())).toEqual(new Set(lamps.map(lampAddress)))
    await rig.stop()
    await stick.discard()
  })
})
