import type { SeededRandom } from './seeded-random.ts'

/** Long enough to hold a false frame that swallows true ones. */
const longestNoise = 300

/**
 * Endless nonsense for a serial line, made of true frames and chance: random bytes, frames cut short, with bits
 * turned over, sent again, run into each other or with a wrong length.
 */
export class SerialFuzz {
  private readonly random: SeededRandom
  private readonly frames: readonly Buffer[]

  /** `frames` are whole frames as they are seen on the line; there has to be one. */
  constructor(random: SeededRandom, frames: readonly Buffer[]) {
    this.random = random
    this.frames = frames
  }

  /** The next piece: one to some hundred bytes. */
  next(): Buffer {
    const { random } = this
    const frame = Buffer.from(random.pick(this.frames) ?? [])
    switch (random.below(7)) {
      case 0:
        return random.bytes(1 + random.below(longestNoise))
      case 1:
        return frame.subarray(0, 1 + random.below(frame.length))
      case 2:
        for (let flips = 1 + random.below(4); flips > 0; flips--) this.flip(frame)
        return frame
      case 3:
        return Buffer.concat(Array.from({ length: 1 + random.below(4) }, () => frame))
      case 4:
        return frame.subarray(random.below(frame.length))
      case 5:
        frame[1] = random.below(256)
        return frame
      default:
        return this.mend(frame)
    }
  }

  private flip(frame: Buffer): void {
    const at = this.random.below(frame.length)
    frame[at] = (frame[at] ?? 0) ^ (1 << this.random.below(8))
  }

  /** Other content under a right checksum: gets past the framing. */
  private mend(frame: Buffer): Buffer {
    for (let at = 2; at < frame.length - 1; at++) {
      if (this.random.chance(0.1)) frame[at] = this.random.below(256)
    }
    frame[frame.length - 1] = frame.subarray(1, -1).reduce((sum, byte) => sum ^ byte, 0)
    return frame
  }
}
