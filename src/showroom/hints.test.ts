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

/** Of a rule's steps, as they stand in the file: where, what is wrong, and what to do. */
function steps(lines: string): string[] {
  const text = `version: 1\nid: hello\nroom: den\ntitle: { en: T, sv: T }\nstory: { en: S, sv: S }\nicon: walk\nwhen: [{ manual: true }]\ndo:\n${lines}\n`
  return readContent([room, { path: 'den/rules/hello.yaml', text }]).problems.map(
    ({ path, message, hint }) => `${path}: ${message} → ${hint}`,
  )
}

test('what is written in none of the ways that there are is told which there are', () => {
  expect(steps('  - { scene: calm }')).toEqual([
    'do.0: means nothing here → write one of set, play, wait, waitFor, together, if',
  ])
  expect(steps('  - { plya: calm }')).toEqual(['do.0: means nothing here → did you mean "play"?'])
  expect(steps('  - { set: { lamp-0: { on: true } }, transitoin: 1s }')).toEqual([
    'do.0.transitoin: "transitoin" is not known here → did you mean "transition"?',
  ])
})

test('a mistake is told in the words of people who write scenes', () => {
  const told = (scene: string) =>
    readContent([room, { path: 'den/calm.yaml', text: scene }]).problems.map(
      ({ path, message, hint }) => `${path}: ${message} → ${hint}`,
    )
  const head =
    'version: 1\nid: calm\nroom: den\ntitle: { en: T, sv: T }\nstory: { en: S, sv: S }\nicon: moon\n'
  const lamp = 'fixtures: { lamp-0: { on: true } }\n'
  expect(told(`${head}transition: 2\n${lamp}`)).toEqual([
    'transition: write a length of time as "400ms", "2.5s", "10m" or "1h30m" → docs/scene-format.md and docs/rooms.md show examples',
  ])
  expect(told(`${head}fixtures: { lamp-0: { colour: blue } }\n`)).toHaveLength(1)
  expect(told(`${head}${lamp}set: 1\n`)).toEqual([
    'set: "set" is not known here → leave it out, or look it up in docs/scene-format.md',
  ])
  expect(told(head)).toEqual(['fixtures: is missing → add "fixtures"'])
  expect(told(`${head}${lamp}---\n${head}`)).toEqual([
    ': a second document begins here → leave out the line "---"',
  ])
  expect(told(`${head}fixtures:\n\tlamp-0: { on: true }\n`)[0]).toBe(
    ': a line begins with a tab → begin it with spaces',
  )
})
