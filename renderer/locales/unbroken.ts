const noBreak = '\u00a0'

/**
 * The same words with spaces that no line breaks at, where a language's typography wants none: in French before high
 * marks and within quotation marks, in Polish after a word of one letter. A line shall not begin with a question mark.
 */
export function unbroken(words: string, language: string): string {
  if (language === 'fr') return words.replace(/ (?=[?!:;»%])|(?<=«) /g, noBreak)
  if (language === 'pl') return words.replace(/(?<=(?:^|[\s„(])[aiouwz]) /giu, noBreak)
  return words
}
