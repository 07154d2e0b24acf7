'use strict'

/**
 * AES-128-CCM*, as Zigbee uses it (IEEE 802.15.4 annex B, RFC 3610 with L = 2), built from AES-128-CTR and
 * AES-128-CBC: Electron's BoringSSL does not know `aes-128-ccm`.
 */
const { createCipheriv } = require('node:crypto')

const BLOCK = 16
/** Bytes that hold the message length. With it the nonce has 15 - L = 13 bytes. */
const LENGTH_FIELD = 2
const NONCE = BLOCK - 1 - LENGTH_FIELD

/**
 * Encrypts or decrypts: counter mode is its own inverse, with the tag under counter 0 and the payload from
 * counter 1. It does not verify: compare the first result with `computeAuthTag` of the decrypted payload.
 *
 * @param {0 | 2 | 4 | 6 | 8 | 10 | 12 | 14 | 16} tagLength bytes of the tag at the end of `data` ("M")
 * @param {Buffer} key 16 bytes
 * @param {Buffer} nonce 13 bytes
 * @param {Buffer} data payload followed by its tag
 * @returns {[authTag: Buffer, payload: Buffer]} both run through the cipher
 */
function aes128CcmStar(tagLength, key, nonce, data) {
  checkInputs(tagLength, nonce)
  if (data.length < tagLength) throw new RangeError(`${data.length} bytes cannot hold a tag of ${tagLength}.`)
  const payloadLength = data.length - tagLength
  const cipher = createCipheriv('aes-128-ctr', key, counterBlock(nonce))
  const tagBlock = Buffer.alloc(BLOCK)
  data.copy(tagBlock, 0, payloadLength)
  const authTag = cipher.update(tagBlock).subarray(0, tagLength)
  return [authTag, cipher.update(data.subarray(0, payloadLength))]
}

/**
 * The tag of a message before it is encrypted: a CBC-MAC over lengths and nonce, `authData` and `payload`.
 *
 * @param {Buffer} authData authenticated but not encrypted
 * @param {0 | 2 | 4 | 6 | 8 | 10 | 12 | 14 | 16} tagLength
 * @param {Buffer} key 16 bytes
 * @param {Buffer} nonce 13 bytes
 * @param {Buffer} payload in the clear
 * @returns {Buffer} `tagLength` bytes
 */
function computeAuthTag(authData, tagLength, key, nonce, payload) {
  checkInputs(tagLength, nonce)
  // RFC 3610 writes longer ones in another form; no Zigbee frame comes near.
  if (authData.length >= 0xff00) throw new RangeError('Authenticated data must be shorter than 65280 bytes.')
  const first = Buffer.alloc(BLOCK)
  const tagField = tagLength === 0 ? 0 : (tagLength - 2) / 2
  first[0] = (authData.length > 0 ? 0x40 : 0) | (tagField << 3) | (LENGTH_FIELD - 1)
  nonce.copy(first, 1)
  first.writeUInt16BE(payload.length, BLOCK - LENGTH_FIELD)

  const blocks = [first]
  if (authData.length > 0) {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(authData.length)
    blocks.push(padded(Buffer.concat([length, authData])))
  }
  blocks.push(padded(payload))

  const mac = createCipheriv('aes-128-cbc', key, Buffer.alloc(BLOCK))
  mac.setAutoPadding(false)
  const chained = mac.update(Buffer.concat(blocks))
  return chained.subarray(chained.length - BLOCK, chained.length - BLOCK + tagLength)
}

/** @param {number} tagLength @param {Buffer} nonce */
function checkInputs(tagLength, nonce) {
  if (tagLength < 0 || tagLength > BLOCK || tagLength % 2 !== 0) {
    throw new RangeError(`A tag has an even number of bytes up to 16, not ${tagLength}.`)
  }
  if (nonce.length !== NONCE) throw new RangeError(`A nonce has ${NONCE} bytes, not ${nonce.length}.`)
}

/** Counter block 0: flags, nonce, counter. @param {Buffer} nonce */
function counterBlock(nonce) {
  const block = Buffer.alloc(BLOCK)
  block[0] = LENGTH_FIELD - 1
  nonce.copy(block, 1)
  return block
}

/** Zeros up to a whole number of blocks. @param {Buffer} data */
function padded(data) {
  const rest = data.length % BLOCK
  return rest === 0 ? data : Buffer.concat([data, Buffer.alloc(BLOCK - rest)])
}

module.exports = { aes128CcmStar, computeAuthTag }
