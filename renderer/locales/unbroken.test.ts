import { expect, test } from 'vitest'
import { unbroken } from './unbroken.ts'

test('no French line begins with a high mark or ends with an opening quotation mark', () => {
  expect(unbroken('Où vont mes données ?', 'fr')).toBe('Où vont mes données\u00a0?')
  expect(unbroken('« Bonjour » a démarré : 5 % ; voilà', 'fr')).toBe(
    '«\u00a0Bonjour\u00a0» a démarré\u00a0: 5\u00a0%\u00a0; voilà',
  )
})

test('no Polish line ends with a word of one letter', () => {
  expect(unbroken('W pokoju i w szafie, z lampą', 'pl')).toBe(
    'W\u00a0pokoju i\u00a0w\u00a0szafie, z\u00a0lampą',
  )
  expect(unbroken('to lampa', 'pl')).toBe('to lampa')
})

test('other languages keep their spaces', () => {
  expect(unbroken('Is a lamp here ?', 'en')).toBe('Is a lamp here ?')
})
