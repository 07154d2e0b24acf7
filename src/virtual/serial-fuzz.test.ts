import { describe, expect, it } from 'vitest'
import { SeededRandom } from './seeded-random.ts'
import { SerialFuzz } from './serial-fuzz.ts'
import { fuzzDongle } from './testing/fuzzed-dongle.ts'
import { encodeUnpi, UnpiParser } from './znp/unpi.ts'

describe('nonsense', () => {
  it('holds frames that pass the framing, and more that do not', () => {
    const frames = Array.from({ length: 20 }, (_, length) =>
      encodeUnpi({ type: 1, subsystem: 4, command: 1, data: Buffer.alloc(length * 5, 0x55) }),
    )
    const fuzz = new SerialFuzz(new SeededRandom(1), frames)
    const parser = new UnpiParser()
    for (let piece = 0; piece < 5000; piece++) parser.feed(fuzz.next(), 0)
    expect(parser.frames).toBeGreaterThan(2000)
    expect(parser.badFrames).toBeGreaterThan(2000)
  })

  it('does not bring the dongle down: it answers again within 260 clean bytes', async () => {
    const { asked, applied } = await fuzzDongle(100_000, 1)
    expect(asked).toBe(50)
    expect(applied).toBeGreaterThan(10)
  })
})
