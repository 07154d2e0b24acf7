import type { Language } from '../../src/contract/words.ts'
import { voiceFor } from '../access/voice-for.ts'
import { useScreenHabits } from './screen-habits.ts'

/** Says words aloud where this machine has a voice for the language itself; else nothing is heard. */
export function say(words: string, language: Language): void {
  if (!('speechSynthesis' in window)) return
  const voice = voiceFor(window.speechSynthesis.getVoices(), language)
  if (voice === null) return
  const utterance = new SpeechSynthesisUtterance(words)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.volume = useScreenHabits().habits.volume
  window.speechSynthesis.speak(utterance)
}
