import { describe, expect, it } from 'vitest'
import { seeded } from '../showroom/testing/seeded.ts'
import { CutLine } from './testing/cut-line.ts'
import { DriverRig, startWithLamps } from './testing/driver-rig.ts'
import { bright, fuzzHost, works } from './testing/fuzz-host.ts'
import { lampAddress } from './testing/stick.ts'

const lamps = [1, 2, 3]

/** The longest frame: 255 bytes of payload and five around them. */
const longestFrame = 260

describe('nonsense on the line', () => {
  it.each([
    ['driver', 'byDongle'],
    ['dongle', 'byDriver'],
  ] as const)(
    'towards the %s is forgotten after 260 clean bytes, and no request is lost',
    async (end, clean) => {
      const { stick, rig: before } = await startWithLamps([1], { seed: 6 })
      const { folder } = before
      await before.driver.stop()
      const line = await CutLine.to(stick.path)
      const rig = await DriverRig.start(line.url, { memory: folder })
      await rig.ready()
      const random = seeded(6)
      const needed: number[] = []
      for (let round = 0; round < 3; round++) {
        const noise = Uint8Array.from({ length: 200 }, () => Math.floor(random() * 256))
        // It ends with the beginning of a frame that will not come.
        line.disturb(end, Uint8Array.of(...noise, 0xfe, 250 - round, 0x44, 0x80, round))
        const saidBefore = line.said[clean]
        expect(await rig.send(bright(1, 1))).toEqual({ kind: 'confirmed' })
        needed.push(line.said[clean] - saidBefore)
      }
      expect(Math.max(...needed)).toBeLessThanOrEqual(longestFrame)
      expect(rig.timesTold('dongle-hung')).toBe(0)
      await rig.stop()
      await line.close()
      await stick.discard()
    },
  )
})

describe('nonsense from the stick', () => {
  it('neither stops the driver nor costs it a lamp', async () => {
    const { stick, rig } = await startWithLamps(lamps, { seed: 5 })
    await fuzzHost(stick, rig, 80_000, lamps)
    await works(rig, lamps)
    expect(new Set(rig.met().keys())).toEqual(new Set(lamps.map(lampAddress)))
    await rig.stop()
    await stick.discard()
  })
})
