import { deflateSync, inflateSync } from 'fflate'
import { ByteReader, GarbledError } from './bytes.ts'
import { bytesOf, digitsOf } from './digits.ts'
import { knownText, knownTextFor } from './known-text.ts'
import { readTakeHome, writeTakeHome } from './take-home-body.ts'
import type { TakeHome } from './take-home-list.ts'

/** How the code is written; readers of other versions say so instead of guessing. The first had one known text. */
const version = 2
const firstVersion = 1
/** No list is longer, in bytes; what claims to be is garbage. */
const longestList = 16 * 1024

/** A list is written by a newer kiosk than this page. */
export class NewerCodeError extends Error {
  readonly code = 'NEWER'
}

/** The list as the digits behind the "#" of its address. */
export function encodeTakeHome(list: TakeHome): string {
  const body = writeTakeHome(list)
  const text = knownTextFor(list.language)
  const packed = deflateSync(body, { dictionary: dictionary(text), level: 9 })
  return digitsOf(Uint8Array.from([version, text, ...checksum(body), ...packed]))
}

/** The list that `digits` stand for. Throws a `GarbledError` for anything else, and a `NewerCodeError`. */
export function decodeTakeHome(digits: string): TakeHome {
  const [found = 0, ...rest] = bytesOf(digits)
  if (found > version) throw new NewerCodeError(`version ${found}`)
  if (found < firstVersion) throw new GarbledError('no version')
  const text = found === firstVersion ? 0 : (rest.shift() ?? 0)
  const [high = 0, low = 0, ...packed] = rest
  const body = unpacked(Uint8Array.from(packed), dictionary(text))
  const [expectedHigh, expectedLow] = checksum(body)
  if (high !== expectedHigh || low !== expectedLow) throw new GarbledError('the checksum differs')
  return readTakeHome(new ByteReader(body))
}

function dictionary(number: number): Uint8Array {
  const text = knownText(number)
  if (text === null) throw new NewerCodeError(`known text ${number}`)
  return new TextEncoder().encode(text)
}

function unpacked(packed: Uint8Array, dictionary: Uint8Array): Uint8Array {
  try {
    // What would be longer than the buffer is cut there: nothing unfolds without end.
    return inflateSync(packed, { dictionary, out: new Uint8Array(longestList) })
  } catch (cause) {
    throw new GarbledError('not packed', { cause })
  }
}

/** Fletcher's, 16 bits: finds digits that were lost or mixed up on the way. */
function checksum(bytes: Uint8Array): readonly [number, number] {
  let [sum, sumOfSums] = [1, 0]
  for (const byte of bytes) {
    sum = (sum + byte) % 255
    sumOfSums = (sumOfSums + sum) % 255
  }
  return [sumOfSums, sum]
}
