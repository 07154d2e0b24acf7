/** Bytes of the tag, "M" of the specification. */
export type TagLength = 0 | 2 | 4 | 6 | 8 | 10 | 12 | 14 | 16

/** Encrypts or decrypts payload and tag; does not verify. `data` is the payload followed by its tag. */
export function aes128CcmStar(
  tagLength: TagLength,
  key: Buffer,
  nonce: Buffer,
  data: Buffer,
): [authTag: Buffer, payload: Buffer]

/** The tag of a message before it is encrypted. */
export function computeAuthTag(
  authData: Buffer,
  tagLength: TagLength,
  key: Buffer,
  nonce: Buffer,
  payload: Buffer,
): Buffer
