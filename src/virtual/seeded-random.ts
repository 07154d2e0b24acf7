import { randomInt } from 'node:crypto'

/**
 * Chance that can be repeated: the same seed gives the same numbers. Streams by name do not disturb each other, so
 * that one more device changes no frame's fate.
 */
export class SeededRandom {
  readonly seed: number
  private state: number

  constructor(seed: number = freshSeed()) {
    this.seed = seed >>> 0
    this.state = this.seed
  }

  stream(name: string): SeededRandom {
    let hash = this.seed ^ 0x9e3779b9
    for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
    return new SeededRandom(hash)
  }

  /** 0 to 1, without 1 (mulberry32, by Tommy Ettinger, public domain). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end)
  }

  chance(probability: number): boolean {
    return probability > 0 && this.next() < probability
  }

  bytes(length: number): Buffer {
    const bytes = Buffer.alloc(length)
    for (let at = 0; at < length; at++) bytes[at] = this.below(256)
    return bytes
  }

  pick<T>(choices: readonly T[]): T | undefined {
    return choices.length < 2 ? choices[0] : choices[this.below(choices.length)]
  }
}

export function freshSeed(): number {
  return randomInt(1, 2 ** 32)
}
