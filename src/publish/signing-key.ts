import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
  sign,
} from 'node:crypto'
import { z } from 'zod'

/** The public half, as metadata names it. */
export interface PublicKey {
  /** SHA-256 of the key's canonical JSON, as The Update Framework has it (specification 1.0.34, 4.2). */
  readonly id: string
  /** 32 bytes in hexadecimal. */
  readonly public: string
}

/** A key that can sign: opened with its passphrase, or just made. */
export interface SigningKey extends PublicKey {
  sign(bytes: Uint8Array): string
}

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** A key's file: an Ed25519 seed sealed by AES-256-GCM under a key that scrypt makes of the passphrase. */
const sealedKey = z.strictObject({
  version: z.literal(1),
  /** Whose it is: "root-1". */
  name: z.string().regex(/^[a-z0-9-]{1,64}$/),
  public: hex(32),
  scrypt: z.strictObject({
    cost: z
      .number()
      .int()
      .min(2 ** 10)
      .max(2 ** 20),
    salt: hex(16),
  }),
  iv: hex(12),
  tag: hex(16),
  sealed: hex(32),
})
export type SealedKey = z.infer<typeof sealedKey>

/** A key cannot be opened. The message says whether its passphrase is wrong or its file broken. */
export class KeyError extends Error {
  readonly code = 'KEY'
}

/** 128 MiB and some tenths of a second for each try (RFC 7914's r = 8, p = 1). */
const usualCost = 2 ** 17

/** A new key and its file. `cost` is scrypt's N; less only for tests. */
export function createKey(
  name: string,
  passphrase: string,
  cost = usualCost,
): { readonly key: SigningKey; readonly file: SealedKey } {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { d, x } = privateKey.export({ format: 'jwk' })
  if (d === undefined || x === undefined) throw new KeyError('no key could be made')
  const seed = Buffer.from(d, 'base64url')
  return { key: signingKey(seed), file: seal(name, seed, passphrase, cost) }
}

export function openKey(text: string, passphrase: string): SigningKey {
  const file = parseKeyFile(text)
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(passphrase, file.scrypt), bytesOf(file.iv))
  decipher.setAAD(bound(file))
  decipher.setAuthTag(bytesOf(file.tag))
  try {
    return signingKey(Buffer.concat([decipher.update(bytesOf(file.sealed)), decipher.final()]))
  } catch (cause) {
    throw new KeyError(`the key "${file.name}" does not open: is this its passphrase?`, { cause })
  }
}

/** What a key's file says of it without its passphrase. */
export function publicKeyOf(text: string): PublicKey & { readonly name: string } {
  const file = parseKeyFile(text)
  return { name: file.name, public: file.public, id: keyId(file.public) }
}

export function keyJson({ public: key }: PublicKey) {
  return { keytype: 'ed25519', keyval: { public: key }, scheme: 'ed25519' }
}

function parseKeyFile(text: string): SealedKey {
  try {
    return sealedKey.parse(JSON.parse(text))
  } catch (cause) {
    throw new KeyError('this is no key file, or it is broken', { cause })
  }
}

function seal(name: string, seed: Buffer, passphrase: string, cost: number): SealedKey {
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const head = { version: 1 as const, name, public: signingKey(seed).public }
  const scrypt = { cost, salt: salt.toString('hex') }
  const cipher = createCipheriv('aes-256-gcm', sealingKey(passphrase, scrypt), iv)
  cipher.setAAD(bound(head))
  const sealed = Buffer.concat([cipher.update(seed), cipher.final()])
  const tag = cipher.getAuthTag()
  return { ...head, scrypt, iv: iv.toString('hex'), tag: tag.toString('hex'), sealed: sealed.toString('hex') }
}

/** Name and public half are sealed along, so that no file can pass a key off as another. */
function bound({ name, public: key }: Pick<SealedKey, 'name' | 'public'>): Buffer {
  return Buffer.from(`${name}\n${key}`)
}

function sealingKey(passphrase: string, { cost, salt }: SealedKey['scrypt']): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), bytesOf(salt), 32, {
    N: cost,
    r: 8,
    p: 1,
    maxmem: 256 * cost * 8,
  })
}

/** PKCS#8 of an Ed25519 seed is a fixed head before it (RFC 8410, 10.3). */
const pkcs8Head = bytesOf('302e020100300506032b657004220420')

function signingKey(seed: Buffer): SigningKey {
  const key: KeyObject = createPrivateKey({
    key: Buffer.concat([pkcs8Head, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  const open = Buffer.from(x, 'base64url').toString('hex')
  return { id: keyId(open), public: open, sign: (bytes) => sign(null, bytes, key).toString('hex') }
}

function keyId(open: string): string {
  // Written in the order that canonical JSON asks for.
  const canonical = `{"keytype":"ed25519","keyval":{"public":"${open}"},"scheme":"ed25519"}`
  return createHash('sha256').update(canonical).digest('hex')
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text, 'hex')
}
