import { type Language, type LocalizedText, languages } from '../../src/contract/words.ts'
import { messages } from '../locales/words.ts'

/** What shoppers read of a scene of which staff have said nothing, in every language that has words for it. */
export function usualStory(): LocalizedText {
  return localized((tag) => messages[tag].desk?.scenes?.usualStory)
}

/** A text by language. English stands in for what is missing, so it is there: what was said first if not its own. */
export function localized(said: (tag: Language) => string | undefined): LocalizedText {
  const texts = languages.flatMap((tag): [Language, string][] => {
    const text = said(tag)?.trim() ?? ''
    return text === '' ? [] : [[tag, text]]
  })
  const [first] = texts
  return {
    ...(Object.fromEntries(texts) as Partial<LocalizedText>),
    en: said('en')?.trim() || (first?.[1] ?? ''),
  }
}
