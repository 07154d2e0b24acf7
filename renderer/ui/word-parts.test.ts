import { expect, test } from 'vitest'
import { wordParts } from './word-parts.ts'

test('a Japanese name is broken between its words, and no line begins with a particle', () => {
  expect(wordParts('マッシュルームランプ')).toEqual(['マッシュルーム', 'ランプ'])
  expect(wordParts('窓辺のランプ')).toEqual(['窓辺の', 'ランプ'])
  expect(wordParts('人感センサー')).toEqual(['人感', 'センサー'])
})

test('a Chinese name is broken between its words', () => {
  expect(wordParts('阅读射灯')).toEqual(['阅读射灯'])
  expect(wordParts('卧室吊灯')).toEqual(['卧室', '吊灯'])
})

test('names with spaces are left alone, and no name loses a letter', () => {
  expect(wordParts('Licht auf dem Regal')).toEqual(['Licht auf dem Regal'])
  expect(wordParts('مصباح الفطر')).toEqual(['مصباح الفطر'])
  for (const name of ['E27電球、白', 'この光をとっておく', 'LED灯带'])
    expect(wordParts(name).join('')).toBe(name)
})
