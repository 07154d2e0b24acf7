import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'

/**
 * A file that a passphrase locks: a line that says what it is, a line of JSON that says how to open it, and then gzip
 * within AES-256-GCM (NIST SP 800-38D) under a key by scrypt (RFC 7914). The checksum in the head tells a file that
 * was cut short from a wrong passphrase; that nobody changed anything, the head included, only the lock itself proves.
 */
const magic = 'SHOWROOM-BACKUP'
const version = 1

/** 128 MiB and half a second for each try: whoever finds the file may try for years. */
const usualCost = { cost: 2 ** 17, blockSize: 8, parallel: 1 }
const mostMemory = 300 * 2 ** 20
const tagBytes = 16
const longestHead = 4096
/** Bytes of what is inside; a kiosk keeps some hundred kilobytes. */
const largestContent = 64 * 2 ** 20
export const largestFile = 32 * 2 ** 20

const base64 = (bytes: number) =>
  z
    .string()
    .max(64)
    .refine((text) => Buffer.from(text, 'base64').length === bytes, `is not ${bytes} bytes`)

const lock = z.strictObject({
  /** ISO 8601. */
  made: z.iso.datetime(),
  store: z.string().max(200),
  salt: base64(16),
  iv: base64(12),
  // A file from elsewhere must not make the kiosk work for hours.
  cost: z.union([2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17].map((cost) => z.literal(cost))),
  blockSize: z.literal(8),
  parallel: z.literal(1),
})
const head = z.strictObject({ lock, bytes: z.number().int().min(tagBytes), sha256: base64(32) })
type Head = z.infer<typeof head>

/** What may be told of a file without its passphrase. */
export type SealedHead = Pick<z.infer<typeof lock>, 'made' | 'store'>

export class SealedFileError extends Error {
  readonly code: 'not-a-backup' | 'cut' | 'newer' | 'too-large' | 'passphrase'

  constructor(code: SealedFileError['code'], cause?: unknown) {
    super(`this backup cannot be opened: ${code}`, { cause })
    this.code = code
  }
}

export async function seal(
  content: string,
  passphrase: string,
  { made, store }: SealedHead,
  cost: number = usualCost.cost,
): Promise<Buffer> {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const given = { ...usualCost, cost, made, store }
  const locked = lock.parse({ ...given, salt: salt.toString('base64'), iv: iv.toString('base64') })
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, locked), iv)
  cipher.setAAD(Buffer.from(JSON.stringify(locked)))
  const packed = await promisify(gzip)(content)
  const body = Buffer.concat([cipher.update(packed), cipher.final(), cipher.getAuthTag()])
  const whole: Head = { lock: locked, bytes: body.length, sha256: sha256(body) }
  return Buffer.concat([Buffer.from(`${magic} ${version}\n${JSON.stringify(whole)}\n`), body])
}

/** Throws `SealedFileError`. */
export async function unseal(file: Buffer, passphrase: string): Promise<string> {
  if (file.length > largestFile) throw new SealedFileError('too-large')
  const { whole, at } = readHead(file)
  const body = file.subarray(at)
  if (body.length !== whole.bytes || sha256(body) !== whole.sha256) throw new SealedFileError('cut')
  const iv = Buffer.from(whole.lock.iv, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', await keyOf(passphrase, whole.lock), iv)
  cipher.setAAD(Buffer.from(JSON.stringify(whole.lock)))
  cipher.setAuthTag(body.subarray(-tagBytes))
  const packed = opened(() => Buffer.concat([cipher.update(body.subarray(0, -tagBytes)), cipher.final()]))
  try {
    return (await promisify(gunzip)(packed, { maxOutputLength: largestContent })).toString('utf8')
  } catch (error) {
    throw new SealedFileError('too-large', error)
  }
}

/** The head of a file of which the first few kilobytes are given; null when it is none. */
export function headOf(start: Buffer): SealedHead | null {
  try {
    const { made, store } = readHead(start).whole.lock
    return { made, store }
  } catch {
    return null
  }
}

function readHead(file: Buffer): { whole: Head; at: number } {
  const first = file.indexOf('\n')
  const [name, number] = file
    .subarray(0, Math.max(0, Math.min(first, 64)))
    .toString('latin1')
    .split(' ')
  if (name !== magic || !/^[1-9]\d{0,3}$/.test(number ?? '')) {
    // Of a file that is empty, or ends within its first line, nothing else can be said.
    const isStart = `${magic} ${version}\n`.startsWith(file.subarray(0, 64).toString('latin1'))
    throw new SealedFileError(isStart ? 'cut' : 'not-a-backup')
  }
  if (Number(number) > version) throw new SealedFileError('newer')
  const second = file.indexOf('\n', first + 1)
  if (second < 0) throw new SealedFileError(file.length < longestHead ? 'cut' : 'not-a-backup')
  if (second - first > longestHead) throw new SealedFileError('not-a-backup')
  try {
    const whole = head.parse(JSON.parse(file.subarray(first + 1, second).toString('utf8')))
    return { whole, at: second + 1 }
  } catch (error) {
    throw new SealedFileError('not-a-backup', error)
  }
}

function opened(decipher: () => Buffer): Buffer {
  try {
    return decipher()
  } catch (error) {
    throw new SealedFileError('passphrase', error)
  }
}

/** However a keyboard composes its letters, it is the same passphrase. */
function keyOf(
  passphrase: string,
  { salt, cost, blockSize, parallel }: Pick<z.infer<typeof lock>, 'salt' | 'cost' | 'blockSize' | 'parallel'>,
): Promise<Buffer> {
  const options = { cost, blockSize, parallelization: parallel, maxmem: mostMemory }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.trim().normalize('NFKC'), Buffer.from(salt, 'base64'), 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64')
}
