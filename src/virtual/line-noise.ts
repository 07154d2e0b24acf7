import type { SeededRandom } from './seeded-random.ts'

/** Share of bytes that a bad cable spoils, each way of spoiling by itself. */
export interface LineQuality {
  /** One bit is the other. */
  readonly corrupt: number
  readonly duplicate: number
  readonly lose: number
}

export const clearLine: LineQuality = { corrupt: 0, duplicate: 0, lose: 0 }

/** What the serial line does to bytes on their way. */
export class LineNoise {
  towardsHost = clearLine
  towardsDongle = clearLine
  /** Random bytes to come: so many before each of so many frames to the host. */
  garbage = { bytes: 0, frames: 0 }
  private readonly random: SeededRandom

  constructor(random: SeededRandom) {
    this.random = random
  }

  /** A whole frame on its way to the host. */
  frameToHost(frame: Buffer): Buffer {
    if (this.garbage.frames === 0) return this.spoil(frame, this.towardsHost)
    this.garbage.frames--
    const garbage = this.random.bytes(this.garbage.bytes)
    return this.spoil(Buffer.concat([garbage, frame]), this.towardsHost)
  }

  bytesToDongle(bytes: Buffer): Buffer {
    return this.spoil(bytes, this.towardsDongle)
  }

  private spoil(bytes: Buffer, quality: LineQuality): Buffer {
    if (quality === clearLine) return bytes
    const spoilt: number[] = []
    for (const byte of bytes) {
      if (this.random.chance(quality.lose)) continue
      const arrives = this.random.chance(quality.corrupt) ? byte ^ (1 << this.random.below(8)) : byte
      spoilt.push(arrives)
      if (this.random.chance(quality.duplicate)) spoilt.push(arrives)
    }
    return Buffer.from(spoilt)
  }
}
