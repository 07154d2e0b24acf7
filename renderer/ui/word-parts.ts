const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** A particle, or what is a word only together with the one before. */
const clinging = /^(?:\p{Script=Hiragana}+|.)$/u
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/**
 * A name in the parts between which a line may end: words, also where they are written without spaces, as Chinese and
 * Japanese are. Joined they are the name. Names in other scripts are one part: they have spaces.
 */
export function wordParts(name: string): string[] {
  if (!unspaced.test(name)) return [name]
  const parts: string[] = []
  for (const { segment } of segmenter.segment(name)) {
    const before = parts.at(-1)
    if (before !== undefined && clinging.test(segment)) parts[parts.length - 1] = before + segment
    else parts.push(segment)
  }
  return parts
}
