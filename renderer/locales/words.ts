import { createI18n, useI18n } from 'vue-i18n'
import { type Language, type LocalizedText, languages, textIn } from '../../src/contract/words.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type Messages } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ja } from './ja.ts'
import { pl } from './pl.ts'
import { pluralForm } from './plurals.ts'
import { sv } from './sv.ts'
import type { Translation } from './translation.ts'
import { unbroken } from './unbroken.ts'
import { zhHans } from './zh-hans.ts'

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  sv: 'Svenska',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pl: 'Polski',
  'zh-Hans': '简体中文',
  ja: '日本語',
  ar: 'العربية',
}

/** What the kiosk speaks until the store has said otherwise, or somebody chooses. */
export const firstLanguage: Language = 'en'

export const messages: Readonly<Record<Language, Translation>> = {
  en,
  sv,
  de,
  fr,
  es,
  pl,
  'zh-Hans': zhHans,
  ja,
  ar,
}

export function createWords(language: Language = firstLanguage) {
  const words = createI18n({
    legacy: false,
    locale: language,
    fallbackLocale: 'en',
    // What a translation lacks is said in English; a unit test lists it.
    missingWarn: false,
    fallbackWarn: false,
    pluralRules: Object.fromEntries(languages.map((tag) => [tag, pluralForm(tag)])),
    messages: { ...messages },
  })
  // What is no text, such as a part of the tree, stays as it is.
  words.global.setPostTranslationHandler((said) =>
    typeof said === 'string' ? unbroken(said, words.global.locale.value) : said,
  )
  return words
}

/** The page's own words, the words that content brings, and numbers, all in the language chosen. */
export function useWords() {
  const { t, te, locale } = useI18n<{ message: Messages }, Language>()
  return {
    t,
    te,
    language: locale,
    text: (words: LocalizedText): string => unbroken(textIn(words, locale.value), locale.value),
    percent: (share: number): string => formatPercent(share, locale.value),
  }
}

/** "62%" in English, "62 %" in Swedish. */
export function formatPercent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** The way a language is read. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}
