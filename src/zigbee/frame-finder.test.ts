import { describe, expect, it } from 'vitest'
import { FrameFinder } from './frame-finder.ts'

/** A `SYS_PING` response, and a longer frame that carries bytes which look like a start. */
const ping = Buffer.from('fe02610159063d', 'hex')
const report = frame(0x44, 0x81, Buffer.from('fe02fefefe00fe14', 'hex'))

function frame(head: number, command: number, data: Buffer): Buffer {
  const body = Buffer.from([data.length, head, command, ...data])
  return Buffer.from([0xfe, ...body, body.reduce((sum, byte) => sum ^ byte, 0)])
}

describe('the frame finder', () => {
  it('finds frames however they are cut up', () => {
    const stream = Buffer.concat([ping, report, ping])
    for (let size = 1; size <= stream.length; size++) {
      const finder = new FrameFinder()
      const found: Buffer[] = []
      for (let at = 0; at < stream.length; at += size) {
        found.push(...finder.feed(stream.subarray(at, at + size)).map((each) => Buffer.from(each)))
      }
      expect(found).toEqual([Buffer.from(ping), report, Buffer.from(ping)])
      expect(finder.skippedBytes).toBe(0)
    }
  })

  it('loses no frame behind a false start, whatever length it claims', () => {
    for (let claimed = 0; claimed <= 255; claimed++) {
      const finder = new FrameFinder()
      const clean = Buffer.concat(Array.from({ length: 40 }, () => ping))
      const found = finder.feed(Buffer.concat([Buffer.from([0xfe, claimed]), clean]))
      // A false start can seem whole by chance: one of 256 has the right sum.
      expect(found.filter((each) => each.equals(ping)).length).toBeGreaterThanOrEqual(claimed === 0 ? 38 : 40)
    }
  })

  it('does not wait for ever for a frame that was cut off', () => {
    const finder = new FrameFinder()
    expect(finder.feed(Buffer.concat([Buffer.from([0xfe, 200, 0x44]), ping]))).toEqual([])
    expect(finder.isWaiting).toBe(true)
    expect(finder.giveUpWaiting()).toEqual([ping])
    expect(finder.skippedBytes).toBe(3)
    expect(finder.isWaiting).toBe(false)
  })

  it('keeps nothing of a stream without starts', () => {
    const finder = new FrameFinder()
    finder.feed(Buffer.alloc(100_000, 0x41))
    expect(finder.isWaiting).toBe(false)
    expect(finder.skippedBytes).toBe(100_000)
  })
})
