import type { Language } from '../../src/contract/words.ts'
import { ar } from './words/ar.ts'
import { de } from './words/de.ts'
import { en, type PageWords } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'
import { ja } from './words/ja.ts'
import { pl } from './words/pl.ts'
import { sv } from './words/sv.ts'
import { zhHans } from './words/zh-hans.ts'

export type { PageWords }

/** What the page speaks: what the kiosk does. */
const spoken: Readonly<Record<Language, PageWords>> = { en, sv, de, fr, es, pl, 'zh-Hans': zhHans, ja, ar }

export function wordsIn(language: string): PageWords {
  return Object.hasOwn(spoken, language) ? spoken[language as Language] : en
}

/** The first language that a phone likes and the page speaks, or that of the list, or English. */
export function languageFor(liked: readonly string[], ofList: string): string {
  const known = Object.keys(spoken)
  const speaks = (tag: string) =>
    known.find((language) => tag === language || tag.split('-')[0] === language.split('-')[0])
  for (const tag of [...liked, ofList]) {
    const language = speaks(tag)
    if (language !== undefined) return language
  }
  return 'en'
}

export function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}
