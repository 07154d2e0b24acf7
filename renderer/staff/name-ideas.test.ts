import { expect, it } from 'vitest'
import { languages } from '../../src/contract/words.ts'
import { keyRows } from './key-rows.ts'
import { deviceNames, sceneNames } from './name-ideas.ts'

const fixtures = [
  { kind: 'light', name: { en: 'Pendant', ja: 'ペンダント' } },
  { kind: 'light', name: { en: 'Globe', ja: '丸いランプ' } },
  { kind: 'plug', name: { en: 'Fan', ja: '扇風機' } },
] as const

it('names are offered in the languages that the screen’s keyboard cannot write, and in no others', () => {
  const written = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u
  for (const language of languages) {
    const keys = keyRows(language, false).flat().join('')
    const speaksItself = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? ''
    const canWrite = !written.test(speaksItself) || written.test(keys)
    expect(sceneNames(language).length > 0, language).toBe(!canWrite)
  }
})

it('a lamp may be called as the places are that it could stand at', () => {
  expect(deviceNames('ja', fixtures, 'light')).toEqual(['ペンダント', '丸いランプ'])
  expect(deviceNames('en', fixtures, 'light')).toEqual([])
})
