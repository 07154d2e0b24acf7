import { expect, it } from 'vitest'
import { byteWords } from './byte-words.ts'

it('says sizes as people do', () => {
  expect(
    [200, 48_200, 3_460_000, 480_000_000, 12_300_000_000].map((bytes) => byteWords(bytes, 'en')),
  ).toEqual([...['1 kB', '48 kB', '3.5 MB', '480 MB', '12 GB']])
  expect(byteWords(3_460_000, 'de')).toBe('3,5 MB')
})
