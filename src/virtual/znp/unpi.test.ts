import { describe, expect, it } from 'vitest'
import { encodeUnpi, UnpiParser } from './unpi.ts'

const ping = encodeUnpi({ type: 1, subsystem: 1, command: 1, data: Buffer.alloc(0) })

/** Small and repeatable: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

describe('framing', () => {
  it('knows the frame of TI’s document', () => {
    expect(ping.toString('hex')).toBe('fe00210120')
  })

  it('finds frames however the bytes are cut', () => {
    const frames = Array.from({ length: 30 }, (_, length) =>
      encodeUnpi({ type: 2, subsystem: 5, command: length, data: Buffer.alloc(length * 8, 0xfe) }),
    )
    const stream = Buffer.concat(frames)
    for (const size of [1, 2, 3, 7, 100, stream.length]) {
      const parser = new UnpiParser()
      const found = []
      for (let at = 0; at < stream.length; at += size)
        found.push(...parser.feed(stream.subarray(at, at + size), 0))
      expect(found.map((frame) => encodeUnpi(frame))).toEqual(frames)
      expect([parser.garbageBytes, parser.badFrames]).toEqual([0, 0])
    }
  })

  it('works again within 260 clean bytes after any garbage', () => {
    const clean = Buffer.concat(Array.from({ length: 52 }, () => ping))
    for (let seed = 0; seed < 2000; seed++) {
      const random = seeded(seed)
      const garbage = Buffer.from(
        Array.from({ length: Math.floor(random() * 400) }, () =>
          random() < 0.2 ? 0xfe : Math.floor(random() * 256),
        ),
      )
      const parser = new UnpiParser()
      parser.feed(garbage, 0)
      parser.feed(clean, 0)
      expect(parser.feed(ping, 0), `seed ${seed}`).toHaveLength(1)
    }
  })

  it('loses no whole frame behind a false start', () => {
    const parser = new UnpiParser()
    const stream = Buffer.concat([Buffer.from([0xfe, 250, 0x21]), ...Array.from({ length: 60 }, () => ping)])
    expect(parser.feed(stream, 0)).toHaveLength(60)
    expect(parser.badFrames).toBe(1)
    expect(parser.garbageBytes).toBe(3)
  })

  it('takes a frame that stays half for cut off', () => {
    const parser = new UnpiParser()
    parser.feed(Buffer.from([0xfe, 200, 0x21, 0x01]), 0)
    expect(parser.feed(ping, 5000)).toHaveLength(1)
  })

  it('counts bytes that skip a bootloader as garbage, no more', () => {
    const parser = new UnpiParser()
    expect(parser.feed(Buffer.alloc(256, 0xef), 0)).toEqual([])
    expect(parser.garbageBytes).toBe(256)
    expect(parser.feed(ping, 0)).toHaveLength(1)
  })
})
