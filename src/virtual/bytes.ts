/** Too few bytes for what a frame says it holds. */
export class ShortFrameError extends Error {
  readonly code = 'SHORT_FRAME'
}

/** An address as Zigbee tools print it: "0x" and sixteen hexadecimal digits, most significant byte first. */
export type Ieee = `0x${string}`

/** Reads little-endian fields in order. Every method throws `ShortFrameError` past the end. */
export class ByteReader {
  private readonly data: Buffer
  private at = 0

  constructor(data: Uint8Array) {
    this.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  }

  get remaining(): number {
    return this.data.length - this.at
  }

  private take(length: number): number {
    if (length < 0 || this.remaining < length) {
      throw new ShortFrameError(`${length} bytes expected where ${this.remaining} are left`)
    }
    const start = this.at
    this.at += length
    return start
  }

  u8(): number {
    return this.data.readUInt8(this.take(1))
  }
  i8(): number {
    return this.data.readInt8(this.take(1))
  }
  u16(): number {
    return this.data.readUInt16LE(this.take(2))
  }
  i16(): number {
    return this.data.readInt16LE(this.take(2))
  }
  u32(): number {
    return this.data.readUInt32LE(this.take(4))
  }
  /** Up to six bytes. */
  uint(length: number): number {
    return this.data.readUIntLE(this.take(length), length)
  }
  int(length: number): number {
    return this.data.readIntLE(this.take(length), length)
  }
  u64(): bigint {
    return this.data.readBigUInt64LE(this.take(8))
  }
  i64(): bigint {
    return this.data.readBigInt64LE(this.take(8))
  }
  float(): number {
    return this.data.readFloatLE(this.take(4))
  }
  double(): number {
    return this.data.readDoubleLE(this.take(8))
  }
  ieee(): Ieee {
    return formatIeee(this.bytes(8))
  }
  bytes(length: number): Buffer {
    const start = this.take(length)
    return Buffer.from(this.data.subarray(start, start + length))
  }
  rest(): Buffer {
    return this.bytes(this.remaining)
  }
}

/** Writes little-endian fields in order. */
export class ByteWriter {
  private readonly parts: Buffer[] = []

  private number(length: number, write: (buffer: Buffer) => void): this {
    const buffer = Buffer.alloc(length)
    write(buffer)
    this.parts.push(buffer)
    return this
  }

  u8(value: number): this {
    return this.number(1, (buffer) => buffer.writeUInt8(value & 0xff))
  }
  u16(value: number): this {
    return this.number(2, (buffer) => buffer.writeUInt16LE(value & 0xffff))
  }
  u32(value: number): this {
    return this.number(4, (buffer) => buffer.writeUInt32LE(value >>> 0))
  }
  uint(value: number, length: number): this {
    return this.number(length, (buffer) => buffer.writeUIntLE(value, 0, length))
  }
  int(value: number, length: number): this {
    return this.number(length, (buffer) => buffer.writeIntLE(value, 0, length))
  }
  u64(value: bigint): this {
    return this.number(8, (buffer) => buffer.writeBigUInt64LE(BigInt.asUintN(64, value)))
  }
  float(value: number): this {
    return this.number(4, (buffer) => buffer.writeFloatLE(value))
  }
  double(value: number): this {
    return this.number(8, (buffer) => buffer.writeDoubleLE(value))
  }
  ieee(value: Ieee): this {
    return this.bytes(ieeeBytes(value))
  }
  bytes(value: Uint8Array): this {
    this.parts.push(Buffer.from(value))
    return this
  }
  /** A count of one byte, then sixteen-bit entries. */
  u16List(values: readonly number[]): this {
    this.u8(values.length)
    for (const value of values) this.u16(value)
    return this
  }
  done(): Buffer {
    return Buffer.concat(this.parts)
  }
}

/** Little-endian bytes of the wire to text. */
export function formatIeee(bytes: Uint8Array): Ieee {
  return `0x${Buffer.from(bytes).reverse().toString('hex')}`
}

export function ieeeBytes(address: Ieee): Buffer {
  return Buffer.from(address.slice(2), 'hex').reverse()
}

/** Accepts "0x…" in any case, or null. */
export function parseIeee(text: string): Ieee | null {
  return /^0x[0-9a-f]{16}$/i.test(text) ? (text.toLowerCase() as Ieee) : null
}
