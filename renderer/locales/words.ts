import { createI18n, useI18n } from 'vue-i18n'
import type { Language, LocalizedText } from '../../src/contract/words.ts'
import { en, type Messages } from './en.ts'
import { sv } from './sv.ts'

/** Each language by its own name, in the order the screen offers them. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', sv: 'Svenska' }
const messages: Readonly<Record<Language, Messages>> = { en, sv }

export function createWords() {
  return createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: 'en',
    messages: { ...messages },
  })
}

/** The page's own words, the words that content brings, and numbers, all in the language chosen. */
export function useWords() {
  const { t, te, locale } = useI18n<{ message: Messages }, Language>()
  return {
    t,
    te,
    language: locale,
    text: (words: LocalizedText): string => words[locale.value],
    percent: (share: number): string => formatPercent(share, locale.value),
  }
}

/** "62%" in English, "62 %" in Swedish. */
export function formatPercent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}
