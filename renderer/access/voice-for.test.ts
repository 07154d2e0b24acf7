import { expect, test } from 'vitest'
import { type Voice, voiceFor } from './voice-for.ts'

const voice = (lang: string, more: Partial<Voice> = {}): Voice => ({
  lang,
  localService: true,
  default: false,
  ...more,
})

test('a language is read by a voice of its own, written as systems write it', () => {
  const voices = [voice('en-GB'), voice('de_DE'), voice('pl')]
  expect(voiceFor(voices, 'de')?.lang).toBe('de_DE')
  expect(voiceFor(voices, 'pl')?.lang).toBe('pl')
  expect(voiceFor(voices, 'ja')).toBeNull()
})

test('the voice that somebody chose comes first', () => {
  expect(voiceFor([voice('en-GB'), voice('en-US', { default: true })], 'en')?.lang).toBe('en-US')
})

test('Simplified Chinese is not read by who reads Traditional', () => {
  expect(voiceFor([voice('zh-TW'), voice('zh-CN')], 'zh-Hans')?.lang).toBe('zh-CN')
  expect(voiceFor([voice('zh-TW')], 'zh-Hans')).toBeNull()
})

test('no word goes to a server, and nonsense is no voice', () => {
  expect(voiceFor([voice('en-US', { localService: false })], 'en')).toBeNull()
  expect(voiceFor([voice('not a tag')], 'en')).toBeNull()
})
