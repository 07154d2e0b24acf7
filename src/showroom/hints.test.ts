import { expect, test } from 'vitest'
import { readContent } from './content.ts'
import { nearest } from './hints.ts'
import { roomOf } from './testing/small-room.ts'

test('the word that was meant is the one a slip of the finger away', () => {
  expect(nearest('brightnes', ['kelvin', 'brightness'])).toBe('brightness')
  expect(nearest('pednant', ['pendant', 'plant-spot'])).toBe('pendant')
  expect(nearest('sofa', ['pendant', 'strip'])).toBeNull()
  expect(nearest('x'.repeat(10_000), ['pendant'])).toBeNull()
})

const room = { path: 'rooms/den/room.yaml', text: JSON.stringify({ ...roomOf([800, 400]) }) }

function hints(scene: string): (readonly [string, string | undefined])[] {
  return readContent([room, { path: 'den/calm.yaml', text: scene }]).problems.map(({ path, hint }) => [
    path,
    hint,
  ])
}

test('every mistake in a scene comes with what to do about it', () => {
  expect(
    hints(`version: 1
id: calm
room: den
title: { sv: Lugn }
icon: mon
fixtures:
  lamp-0: { brightness: 7, kelvn: 2700 }
  lamp-1: { brightness: "half" }
  lamp-11: { on: true }
moments: soon
`),
  ).toEqual([
    ['title.en', 'write the text in English too: it stands in for languages that are missing'],
    ['story', 'add "story"'],
    ['icon', 'did you mean "moon"?'],
    ['fixtures.lamp-0.brightness', 'write 1 at most'],
    ['fixtures.lamp-0.kelvn', 'did you mean "kelvin"?'],
    ['fixtures.lamp-1.brightness', 'write a number without quotes, such as 0.5'],
    ['moments', 'write a list: [a, b], or one entry a line, each after "- "'],
    ['fixtures.lamp-11', 'did you mean "lamp-1"?'],
  ])
  expect(hints('id: [unclosed')[0]?.[1]).toContain('bracket')
  expect(hints(`version: 1\nid: calm\nroom: dne\n`).map(([, hint]) => hint)).toContain('did you mean "den"?')
})
