import type { Language } from '../../src/contract/words.ts'

/** All the words in one language that stand anywhere in `content`, under the language's tag. */
export function wordsIn(content: unknown, language: Language): string {
  if (typeof content !== 'object' || content === null) return ''
  return Object.entries(content)
    .map(([key, value]) => (key === language && typeof value === 'string' ? value : wordsIn(value, language)))
    .join('')
}
