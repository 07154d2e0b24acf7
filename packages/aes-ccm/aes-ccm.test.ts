import { createCipheriv, getCiphers } from 'node:crypto'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { aes128CcmStar, computeAuthTag, type TagLength } from './dist/zigbee/zigbee.js'

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex')

interface Vector {
  name: string
  tagLength: TagLength
  key: string
  nonce: string
  authData: string
  payload: string
  /** Encrypted payload followed by the encrypted tag. */
  sealed: string
}

const rfcKey = 'C0 C1 C2 C3 C4 C5 C6 C7 C8 C9 CA CB CC CD CE CF'

const vectors: Vector[] = [
  {
    name: 'RFC 3610, packet vector 1',
    tagLength: 8,
    key: rfcKey,
    nonce: '00 00 00 03 02 01 00 A0 A1 A2 A3 A4 A5',
    authData: '00 01 02 03 04 05 06 07',
    payload: '08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E',
    sealed: `58 8C 97 9A 61 C6 63 D2 F0 66 D0 C2 C0 F9 89 80 6D 5F 6B 61 DA C3 84
      17 E8 D1 2C FD F9 26 E0`.replaceAll('\n', ''),
  },
  {
    name: 'RFC 3610, packet vector 2 (payload of whole blocks)',
    tagLength: 8,
    key: rfcKey,
    nonce: '00 00 00 04 03 02 01 A0 A1 A2 A3 A4 A5',
    authData: '00 01 02 03 04 05 06 07',
    payload: '08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E 1F',
    sealed: `72 C9 1A 36 E1 35 F8 CF 29 1C A8 94 08 5C 87 E3 CC 15 C4 39 C9 E4 3A 3B
      A0 91 D5 6E 10 40 09 16`.replaceAll('\n', ''),
  },
  {
    name: 'IEEE 802.15.4-2006, annex C.2.1 (beacon: a tag and nothing to encrypt)',
    tagLength: 8,
    key: rfcKey,
    nonce: 'AC DE 48 00 00 00 00 01 00 00 00 05 02',
    authData: '08 D0 84 21 43 01 00 00 00 00 48 DE AC 02 05 00 00 00 55 CF 00 00 51 52 53 54',
    payload: '',
    sealed: '22 3B C1 EC 84 1A B5 53',
  },
]

describe('AES-128-CCM*', () => {
  for (const vector of vectors) {
    const { tagLength } = vector
    const key = hex(vector.key)
    const nonce = hex(vector.nonce)
    const payload = hex(vector.payload)
    const sealed = hex(vector.sealed.replaceAll(/\s/g, ''))

    it(`seals ${vector.name}`, () => {
      const tag = computeAuthTag(hex(vector.authData), tagLength, key, nonce, payload)
      const [sealedTag, sealedPayload] = aes128CcmStar(tagLength, key, nonce, Buffer.concat([payload, tag]))
      expect(Buffer.concat([sealedPayload, sealedTag]).toString('hex')).toBe(sealed.toString('hex'))
    })

    it(`opens ${vector.name}`, () => {
      const [tag, opened] = aes128CcmStar(tagLength, key, nonce, sealed)
      expect(opened.toString('hex')).toBe(payload.toString('hex'))
      const expected = computeAuthTag(hex(vector.authData), tagLength, key, nonce, opened)
      expect(tag.toString('hex')).toBe(expected.toString('hex'))
    })
  }

  it.runIf(getCiphers().includes('aes-128-ccm'))("agrees with OpenSSL's CCM at every length and tag", () => {
    for (const tagLength of [4, 8, 16] as const) {
      for (let length = 0; length <= 48; length++) {
        const [key, nonce] = [Buffer.alloc(16, length + 1), Buffer.alloc(13, 255 - length)]
        const [payload, authData] = [Buffer.alloc(length, 0x5a), Buffer.alloc(length % 20, 0xa5)]
        const openssl = createCipheriv('aes-128-ccm', key, nonce, { authTagLength: tagLength })
        openssl.setAAD(authData, { plaintextLength: length })
        const expected = Buffer.concat([openssl.update(payload), openssl.final(), openssl.getAuthTag()])
        const tag = computeAuthTag(authData, tagLength, key, nonce, payload)
        const [sealedTag, sealed] = aes128CcmStar(tagLength, key, nonce, Buffer.concat([payload, tag]))
        expect(Buffer.concat([sealed, sealedTag]).equals(expected)).toBe(true)
      }
    }
  })

  it('refuses a nonce, tag or message of the wrong size', () => {
    const [key, nonce, data] = [Buffer.alloc(16), Buffer.alloc(13), Buffer.alloc(3)]
    expect(() => aes128CcmStar(4, key, Buffer.alloc(12), Buffer.alloc(8))).toThrow(/13 bytes/)
    expect(() => aes128CcmStar(4, key, nonce, data)).toThrow(/cannot hold a tag/)
    // @ts-expect-error an odd tag
    expect(() => aes128CcmStar(3, key, nonce, data)).toThrow(/even number/)
  })

  it('is what zigbee-herdsman finds under the name it requires', () => {
    const require = createRequire(import.meta.url)
    const found: unknown = require('zigbee-on-host/dist/zigbee/zigbee')
    expect(found).toHaveProperty('aes128CcmStar')
    expect(() => require('zigbee-herdsman')).not.toThrow()
  })
})
