import { GarbledError } from './bytes.ts'

/**
 * Bytes as decimal digits. A QR code packs three digits into ten bits, so they cost what the bytes do; as base64url they
 * would cost a third more. The first byte must not be 0.
 */
export function digitsOf(bytes: Uint8Array): string {
  let number = 0n
  for (const byte of bytes) number = number * 256n + BigInt(byte)
  return number.toString()
}

/** No code holds more digits (QR 40-L). */
const mostDigits = 7089

export function bytesOf(digits: string): Uint8Array {
  if (!/^[1-9][0-9]*$/.test(digits) || digits.length > mostDigits) throw new GarbledError('no code')
  const hex = BigInt(digits).toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Uint8Array.from({ length: even.length / 2 }, (_, i) =>
    Number.parseInt(even.slice(2 * i, 2 * i + 2), 16),
  )
}
