import { expect, test } from 'vitest'
import { languages } from '../../src/contract/words.ts'
import { keyRows } from './key-rows.ts'

test('every language has keys for its digits and letters, none twice', () => {
  for (const language of languages) {
    for (const shifted of [false, true]) {
      const keys = keyRows(language, shifted).flat()
      expect([language, new Set(keys).size]).toEqual([language, keys.length])
      expect(keys).toEqual(expect.arrayContaining([...'0123456789']))
    }
  }
})

test('capitals are those of the language; Arabic has none, and Latin letters in their place', () => {
  expect(keyRows('sv', true).flat()).toEqual(expect.arrayContaining(['Q', 'Å', 'Ö']))
  expect(keyRows('ar', false).flat()).toEqual(expect.arrayContaining(['ض', 'ل', 'ى']))
  expect(keyRows('ar', true).flat()).toContain('q')
})
