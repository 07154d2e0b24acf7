import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { HashedPin, PinHasher } from '../showroom/staff/pin-hasher.ts'

/** Costs for PINs (RFC 7914): 2^15 blocks of 8, 32 MiB and a tenth of a second for each try. */
const usual = { cost: 2 ** 15, blockSize: 8, parallel: 1 }
const saltBytes = 16
const hashBytes = 32
/** scrypt takes 128 bytes for each block of each turn; more than this no cost of ours needs. */
const mostMemory = 256 * 2 ** 20

export type ScryptCost = Pick<HashedPin, 'cost' | 'blockSize' | 'parallel'>

/** scrypt with a salt of its own for each PIN. */
export class ScryptHasher implements PinHasher {
  private readonly cost: ScryptCost

  constructor(cost: ScryptCost = usual) {
    this.cost = cost
  }

  async hash(pin: string): Promise<HashedPin> {
    const salt = randomBytes(saltBytes)
    const hash = await derive(pin, salt, this.cost)
    return { salt: salt.toString('base64'), hash: hash.toString('base64'), ...this.cost }
  }

  async matches(pin: string, hashed: HashedPin): Promise<boolean> {
    const expected = Buffer.from(hashed.hash, 'base64')
    const found = await derive(pin, Buffer.from(hashed.salt, 'base64'), hashed)
    return expected.length === found.length && timingSafeEqual(expected, found)
  }
}

function derive(pin: string, salt: Buffer, { cost, blockSize, parallel }: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = {
    cost,
    blockSize,
    parallelization: parallel,
    maxmem: mostMemory,
  }
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, hashBytes, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })
}
