/** What was read is not what was written: cut short, mistyped or made up. */
export class GarbledError extends Error {
  readonly code = 'GARBLED'
}

/** No text of a list is longer, in bytes; no number larger. */
const longestText = 400
const largestNumber = 2 ** 40

/** Numbers and texts, one after the other. Small numbers are short. */
export class ByteWriter {
  private readonly bytes: number[] = []

  /** A whole number from 0 to 2^40, seven bits a byte. */
  number(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value > largestNumber) throw new RangeError(`not ${value}`)
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128)
    this.bytes.push(rest)
  }

  /** Longer texts are cut at a whole character. */
  text(value: string): void {
    let bytes = new TextEncoder().encode(value)
    for (let kept = value; bytes.length > longestText; kept = [...kept].slice(0, -1).join(''))
      bytes = new TextEncoder().encode(kept)
    this.number(bytes.length)
    this.bytes.push(...bytes)
  }

  done(): Uint8Array {
    return Uint8Array.from(this.bytes)
  }
}

/** Reads what a `ByteWriter` wrote, and throws a `GarbledError` at anything else. */
export class ByteReader {
  private readonly bytes: Uint8Array
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.at === this.bytes.length
  }

  number(most = largestNumber): number {
    let value = 0
    for (let factor = 1; factor <= largestNumber; factor *= 128) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new GarbledError('cut short')
      value += (byte % 128) * factor
      if (byte < 128) {
        if (value > most) throw new GarbledError('a number is too large')
        return value
      }
    }
    throw new GarbledError('a number is too long')
  }

  text(): string {
    const length = this.number(longestText)
    if (this.at + length > this.bytes.length) throw new GarbledError('cut short')
    const bytes = this.bytes.subarray(this.at, this.at + length)
    this.at += length
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch (cause) {
      throw new GarbledError('not a text', { cause })
    }
  }
}
