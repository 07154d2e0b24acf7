import { z } from 'zod'

/** The languages the screen offers, as BCP 47 tags, in the order it offers them. */
export const languages = ['en', 'sv', 'de', 'fr', 'es', 'pl', 'zh-Hans', 'ja', 'ar'] as const
export type Language = (typeof languages)[number]

const words = z.string().min(1).max(400)
const translation = words.exactOptional()

/**
 * One text in the languages of the screen. English is always there: logs speak it, and it stands in for a language
 * that is missing. `showroom check` names those.
 */
export const localizedText = z.strictObject({
  en: words,
  sv: translation,
  de: translation,
  fr: translation,
  es: translation,
  pl: translation,
  'zh-Hans': translation,
  ja: translation,
  ar: translation,
} satisfies Record<Language, z.ZodType>)
export type LocalizedText = z.infer<typeof localizedText>

/** The text in a language, or in English as long as nobody has translated it. */
export function textIn(text: LocalizedText, language: Language): string {
  return text[language] ?? text.en
}
