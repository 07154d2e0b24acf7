import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { createKey, KeyError, openKey, publicKeyOf } from './signing-key.ts'

const made = createKey('root-1', 'kärnkraft 42', 1024)
const text = JSON.stringify(made.file)

test('a key opens with its passphrase, signs, and its signature is Ed25519’s', () => {
  const key = openKey(text, 'kärnkraft 42')
  expect(key.id).toBe(made.key.id)
  const x = Buffer.from(key.public, 'hex').toString('base64url')
  const open = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const signature = Buffer.from(key.sign(Buffer.from('words')), 'hex')
  expect(verify(null, Buffer.from('words'), open, signature)).toBe(true)
  expect(verify(null, Buffer.from('other words'), open, signature)).toBe(false)
})

test('nothing of the secret half stands in the file, and two keys are two', () => {
  const again = createKey('root-1', 'kärnkraft 42', 1024)
  expect(again.key.id).not.toBe(made.key.id)
  expect(again.file.sealed).not.toBe(made.file.sealed)
  expect(publicKeyOf(text)).toEqual({ name: 'root-1', public: made.key.public, id: made.key.id })
})

test.each([
  ['another passphrase', text, 'kärnkraft 43', /is this its passphrase/],
  ['another name', text.replace('root-1', 'root-2'), 'kärnkraft 42', /is this its passphrase/],
  [
    'another public half',
    JSON.stringify({ ...made.file, public: '0'.repeat(64) }),
    'kärnkraft 42',
    /passphrase/,
  ],
  ['a spoilt seal', JSON.stringify({ ...made.file, tag: '0'.repeat(32) }), 'kärnkraft 42', /passphrase/],
  [
    'a monstrous cost',
    JSON.stringify({ ...made.file, scrypt: { ...made.file.scrypt, cost: 2 ** 30 } }),
    'x',
    /broken/,
  ],
  ['half a file', text.slice(0, 100), 'kärnkraft 42', /no key file/],
])('with %s it does not open', (_what, file, passphrase, message) => {
  expect(() => openKey(file, passphrase)).toThrow(KeyError)
  expect(() => openKey(file, passphrase)).toThrow(message)
})
