/** TI's Unified Network Processor Interface: FE, length, two command bytes, data, exclusive-or of all but FE. */

const startOfFrame = 0xfe
const overhead = 5
/** Longest data field of Z-Stack's serial transport. */
export const maximumData = 250
/** A frame that is not complete after this long was cut off: its first byte was no start. */
const stalledAfterMs = 1000

export const frameType = { poll: 0, syncRequest: 1, async: 2, syncResponse: 3 } as const

export interface UnpiFrame {
  /** One of `frameType`, or another value of the three bits. */
  readonly type: number
  readonly subsystem: number
  readonly command: number
  readonly data: Buffer
}

export function encodeUnpi(frame: UnpiFrame): Buffer {
  if (frame.data.length > maximumData) {
    throw new RangeError(`A frame carries ${maximumData} bytes at most, not ${frame.data.length}.`)
  }
  const bytes = Buffer.alloc(frame.data.length + overhead)
  bytes[0] = startOfFrame
  bytes[1] = frame.data.length
  bytes[2] = (frame.type << 5) | (frame.subsystem & 0x1f)
  bytes[3] = frame.command
  frame.data.copy(bytes, 4)
  bytes[bytes.length - 1] = checksum(bytes)
  return bytes
}

/** Over everything between the start byte and the checksum itself. */
function checksum(frame: Buffer): number {
  let sum = 0
  for (const byte of frame.subarray(1, frame.length - 1)) sum ^= byte
  return sum
}

/**
 * Finds frames in a stream that may hold anything. After garbage it looks for the next start byte; a false
 * start costs at most one longest frame (255 bytes) and loses none of the true frames behind it.
 */
export class UnpiParser {
  /** Bytes that belonged to no frame. */
  garbageBytes = 0
  /** Starts whose length or checksum was wrong. */
  badFrames = 0
  frames = 0
  private pending: Buffer = Buffer.alloc(0)
  private lastInputMs = 0

  /** `nowMs` lets it tell a slow line from a frame that was cut off. */
  feed(input: Uint8Array, nowMs: number): UnpiFrame[] {
    if (this.pending.length > 0 && nowMs - this.lastInputMs >= stalledAfterMs) this.falseStart()
    this.lastInputMs = nowMs
    this.pending = Buffer.concat([this.pending, input])
    const found: UnpiFrame[] = []
    for (;;) {
      this.seekStart()
      const length = this.pending[1]
      if (length === undefined) break
      if (length > maximumData) {
        this.falseStart()
        continue
      }
      const size = length + overhead
      if (this.pending.length < size) break
      const bytes = this.pending.subarray(0, size)
      if (checksum(bytes) !== bytes[size - 1]) {
        this.falseStart()
        continue
      }
      const head = bytes.readUInt8(2)
      this.frames++
      found.push({
        type: head >> 5,
        subsystem: head & 0x1f,
        command: bytes.readUInt8(3),
        data: Buffer.from(bytes.subarray(4, size - 1)),
      })
      this.pending = this.pending.subarray(size)
    }
    return found
  }

  /** Forgets half a frame, as a new connection must. */
  reset(): void {
    this.garbageBytes += this.pending.length
    this.pending = Buffer.alloc(0)
  }

  private seekStart(): void {
    const start = this.pending.indexOf(startOfFrame)
    const skipped = start === -1 ? this.pending.length : start
    this.garbageBytes += skipped
    this.pending = this.pending.subarray(skipped)
  }

  private falseStart(): void {
    this.badFrames++
    this.garbageBytes++
    this.pending = this.pending.subarray(1)
  }
}
