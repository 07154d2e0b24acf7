import type { Language } from '../../src/contract/words.ts'

/** What a voice of the system is known by. */
export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

/**
 * The system's voice for a language, or null when it has none. A voice that speaks on somebody's server is none: what is
 * read aloud would leave the machine.
 */
export function voiceFor<V extends Voice>(voices: readonly V[], language: Language): V | null {
  const wanted = new Intl.Locale(language).maximize()
  const fitting = voices.filter(({ lang, localService }) => {
    const tag = lang.replaceAll('_', '-')
    if (!localService || !isLocale(tag)) return false
    const spoken = new Intl.Locale(tag).maximize()
    return spoken.language === wanted.language && spoken.script === wanted.script
  })
  return fitting.find((voice) => voice.default) ?? fitting[0] ?? null
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
