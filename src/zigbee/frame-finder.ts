/** TI's serial frame: FE, length, two command bytes, data, exclusive-or of all but FE ("Z-Stack Monitor and Test API"). */
const startOfFrame = 0xfe
const overhead = 5
/** Longest data field of Z-Stack's serial transport. */
const longestData = 250

/**
 * Finds whole frames in a stream that may hold anything. A false start costs one byte: herdsman's own parser believes
 * any length, and throws away up to 260 bytes with the true frames in them.
 */
export class FrameFinder {
  /** Bytes that belonged to no frame. */
  skippedBytes = 0
  private pending: Buffer = Buffer.alloc(0)

  /** A frame has begun whose end has not come yet. */
  get isWaiting(): boolean {
    return this.pending.length > 0
  }

  /** The whole frames that these bytes complete, each as it came. */
  feed(bytes: Uint8Array): Buffer[] {
    this.pending = Buffer.concat([this.pending, bytes])
    const frames: Buffer[] = []
    for (;;) {
      this.skip(this.untilStart())
      const length = this.pending[1]
      if (length === undefined) return frames
      const size = length + overhead
      if (length <= longestData && this.pending.length < size) return frames
      const frame = this.pending.subarray(0, size)
      if (length <= longestData && checksum(frame) === frame[size - 1]) {
        frames.push(frame)
        this.pending = this.pending.subarray(size)
      } else {
        this.skip(1)
      }
    }
  }

  /** The frame that has begun will not end: what it had swallowed is looked through again. */
  giveUpWaiting(): Buffer[] {
    if (!this.isWaiting) return []
    this.skip(1)
    return this.feed(Buffer.alloc(0))
  }

  private untilStart(): number {
    const start = this.pending.indexOf(startOfFrame)
    return start === -1 ? this.pending.length : start
  }

  private skip(count: number): void {
    this.skippedBytes += count
    this.pending = this.pending.subarray(count)
  }
}

function checksum(frame: Uint8Array): number {
  let sum = 0
  for (const byte of frame.subarray(1, frame.length - 1)) sum ^= byte
  return sum
}
