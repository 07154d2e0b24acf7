import type { ByteReader, ByteWriter, Ieee } from '../bytes.ts'
import { formatIeee, ieeeBytes } from '../bytes.ts'

/** ZCL data types by name (ZCL revision 8, table 2-10). */
export const dataType = {
  data8: 0x08,
  boolean: 0x10,
  bitmap8: 0x18,
  bitmap16: 0x19,
  bitmap24: 0x1a,
  bitmap32: 0x1b,
  uint8: 0x20,
  uint16: 0x21,
  uint24: 0x22,
  uint32: 0x23,
  uint40: 0x24,
  uint48: 0x25,
  uint64: 0x27,
  int8: 0x28,
  int16: 0x29,
  int24: 0x2a,
  int32: 0x2b,
  enum8: 0x30,
  enum16: 0x31,
  single: 0x39,
  double: 0x3a,
  octetString: 0x41,
  string: 0x42,
  time: 0xe2,
  ieee: 0xf0,
  key: 0xf1,
} as const

/** Numbers up to 48 bits, 64-bit integers, text, or raw bytes. Booleans are 0 and 1. */
export type ZclValue = number | bigint | string | Buffer

/** A type this codec cannot read: what follows in the frame is lost. */
export class UnknownTypeError extends Error {
  readonly code = 'UNKNOWN_ZCL_TYPE'
}

/** Bytes of the fixed-size integer types: data, bitmap, unsigned (8 sizes each), signed, enumerations. */
function integerSize(type: number): number | null {
  if (type >= 0x08 && type <= 0x0f) return type - 0x07
  if (type === dataType.boolean) return 1
  if (type >= 0x18 && type <= 0x1f) return type - 0x17
  if (type >= 0x20 && type <= 0x27) return type - 0x1f
  if (type === dataType.enum8) return 1
  if (type === dataType.enum16) return 2
  if (type >= 0xe0 && type <= 0xe2) return 4
  if (type === 0xe8 || type === 0xe9) return 2
  if (type === 0xea) return 4
  return null
}

function signedSize(type: number): number | null {
  return type >= 0x28 && type <= 0x2f ? type - 0x27 : null
}

/** Analog types have a distance, so their reports carry a least change (ZCL 2.6.2). */
export function isAnalog(type: number): boolean {
  return (type >= 0x20 && type <= 0x2f) || (type >= 0x38 && type <= 0x3a) || (type >= 0xe0 && type <= 0xe2)
}

export function readValue(reader: ByteReader, type: number): ZclValue {
  const size = integerSize(type)
  if (size !== null) return size > 6 ? wide(reader, size) : reader.uint(size)
  const signed = signedSize(type)
  if (signed !== null)
    return signed > 6 ? BigInt.asIntN(signed * 8, wide(reader, signed)) : reader.int(signed)
  switch (type) {
    case 0x00:
      return 0
    case 0x38:
      return halfToNumber(reader.u16())
    case dataType.single:
      return reader.float()
    case dataType.double:
      return reader.double()
    case dataType.octetString: {
      const length = reader.u8()
      return reader.bytes(length === 0xff ? 0 : length)
    }
    case dataType.string: {
      const length = reader.u8()
      return reader.bytes(length === 0xff ? 0 : length).toString('utf8')
    }
    case 0x43:
      return reader.bytes(reader.u16())
    case 0x44:
      return reader.bytes(reader.u16()).toString('utf8')
    case dataType.ieee:
      return formatIeee(reader.bytes(8))
    case dataType.key:
      return reader.bytes(16)
    default:
      throw new UnknownTypeError(`ZCL type 0x${type.toString(16)} is not known here`)
  }
}

function wide(reader: ByteReader, size: number): bigint {
  let value = 0n
  for (const [index, byte] of reader.bytes(size).entries()) value |= BigInt(byte) << BigInt(8 * index)
  return value
}

export function writeValue(writer: ByteWriter, type: number, value: ZclValue): void {
  const size = integerSize(type) ?? signedSize(type)
  if (size !== null) {
    writeInteger(writer, size, value, signedSize(type) !== null)
    return
  }
  switch (type) {
    case 0x00:
      return
    case dataType.single:
      writer.float(Number(value))
      return
    case dataType.double:
      writer.double(Number(value))
      return
    case dataType.octetString:
    case dataType.string: {
      const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value), 'utf8')
      writer.u8(bytes.length).bytes(bytes)
      return
    }
    case dataType.ieee:
      writer.bytes(ieeeBytes(String(value) as Ieee))
      return
    case dataType.key:
      writer.bytes(Buffer.isBuffer(value) ? value : Buffer.alloc(16))
      return
    default:
      throw new UnknownTypeError(`ZCL type 0x${type.toString(16)} cannot be written here`)
  }
}

function writeInteger(writer: ByteWriter, size: number, value: ZclValue, signed: boolean): void {
  if (size > 6) {
    const wideValue = BigInt.asUintN(
      size * 8,
      typeof value === 'bigint' ? value : BigInt(Math.round(Number(value))),
    )
    for (let index = 0; index < size; index++) writer.u8(Number((wideValue >> BigInt(8 * index)) & 0xffn))
    return
  }
  const whole = Math.round(Number(value))
  if (signed) writer.int(whole, size)
  else writer.uint(whole, size)
}

/** IEEE 754 half precision. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * 2 ** -14 * (fraction / 1024)
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024)
}
