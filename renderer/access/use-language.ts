import type { Language } from '../../src/contract/words.ts'
import { useShowroom } from '../app/showroom-store.ts'
import { messages, useWords } from '../locales/words.ts'
import { fetchFont } from './fonts.ts'
import { wordsIn } from './words-in.ts'

/** The language of the screen, and the way to another one: its letters are fetched first. */
export function useLanguage() {
  const { language } = useWords()
  const showroom = useShowroom()
  let asked: Language = language.value

  async function choose(tag: Language): Promise<void> {
    asked = tag
    await fetchFont(tag, JSON.stringify(messages[tag]) + wordsIn(showroom.snapshot, tag))
    // Somebody may have thought better of it meanwhile.
    if (asked === tag) language.value = tag
  }

  return { language, choose }
}
