/**
 * Where a kiosk stands in a playlist's roll-out, 0 up to 100: it is in every ring larger than this. The same for ever,
 * so whoever is in a ring stays in the larger ones; another for each playlist, so that it is not always the same
 * stores that go first. FNV-1a, then MurmurHash3's final mix, which spreads what differs in the last letters only
 * (both in the public domain: isthe.com/chongo/tech/comp/fnv, github.com/aappleby/smhasher).
 */
export function ringPosition(kiosk: string, playlistKey: string): number {
  let hash = 0x811c9dc5
  for (const letter of `${playlistKey}\n${kiosk}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * 100
}
