import type { Language } from '../../src/contract/words.ts'

const digits = '1234567890'
const latin = [digits, 'qwertyuiop', 'asdfghjkl', 'zxcvbnm-']
/** As on keyboards for Arabic, from the left. */
const arabic = [digits, 'ضصثقفغعهخحجد', 'شسيبلاتنمكطذ', 'ئءؤرىةوزظأإآ']

/** Letters that a language has besides those of English; where others are written, Latin has to do. */
const more: Readonly<Partial<Record<Language, string>>> = {
  sv: 'åäö',
  de: 'äöüß',
  fr: 'éèêàç',
  es: 'ñáéíóú',
  pl: 'ąćęłńóśźż',
}

/** Arabic has no capitals: what is shifted there is the script. */
export function hasCapitals(language: Language): boolean {
  return language !== 'ar'
}

/** The keys of the keyboard on the screen, row by row, from the left. */
export function keyRows(language: Language, shifted: boolean): string[][] {
  if (!hasCapitals(language)) return (shifted ? latin : arabic).map((row) => [...row])
  const extra = more[language]
  const rows = extra === undefined ? latin : [...latin, extra]
  return rows.map((row) => [...row].map((letter) => (shifted ? capital(letter, language) : letter)))
}

/** "ß" has none of its own: two letters are no key. */
function capital(letter: string, language: Language): string {
  const upper = letter.toLocaleUpperCase(language)
  return [...upper].length === 1 ? upper : letter
}
