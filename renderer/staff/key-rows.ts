import type { Language } from '../../src/contract/words.ts'

const latin = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm-']

/** Letters that a language has besides those of English; where others are written, Latin has to do. */
const more: Readonly<Partial<Record<Language, string>>> = {
  sv: 'åäö',
  de: 'äöüß',
  fr: 'éèêàç',
  es: 'ñáéíóú',
  pl: 'ąćęłńóśźż',
}

/** The keys of the keyboard on the screen, row by row. */
export function keyRows(language: Language, shifted: boolean): string[][] {
  const extra = more[language]
  const rows = extra === undefined ? latin : [...latin, extra]
  return rows.map((row) => [...(shifted ? row.toLocaleUpperCase(language) : row)])
}
