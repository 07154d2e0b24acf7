/** Names by language, as the shops' files had them when the page was built. */
export type KnownWords = readonly Readonly<Record<string, string>>[]

/**
 * A name of a list in the reader's language, as far as the page knows it; what it does not know stays as it came. The
 * code carries its words in one language only, so that it stays small.
 */
export function translator(known: KnownWords, from: string, to: string): (name: string) => string {
  const found = new Map<string, string>()
  for (const names of known) {
    const [name, meaning] = [names[from], names[to]]
    if (name !== undefined && meaning !== undefined) found.set(name, meaning)
  }
  return (name) => found.get(name) ?? name
}
