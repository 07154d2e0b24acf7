import { expect, test } from 'vitest'
import { readContent } from './content.ts'
import { judge } from './testing/content-fuzz.ts'
import { roomOf } from './testing/small-room.ts'

const room = { path: 'rooms/den/room.yaml', text: JSON.stringify(roomOf([800, 400])) }
const words = 'title: { en: T, sv: T }\nstory: { en: S, sv: S }'
const scene = (body: string) => `version: 1\nid: calm\nroom: den\n${words}\nicon: moon\n${body}`
const rule = (body: string) => `version: 1\nid: calm\nroom: den\n${words}\nicon: walk\n${body}`
const good = 'fixtures: { lamp-0: { on: true } }'
const deep = (open: string, close: string, count: number) => open.repeat(count) + close.repeat(count)
const when = 'when: [{ manual: true }]'

/** Files of a size, depth or number that nobody means. */
const monsters: Readonly<Record<string, readonly [string, string]>> = {
  'lists a thousand deep': ['den/calm.yaml', scene(`fixtures: ${deep('[', ']', 1000)}`)],
  'lists ten thousand deep': ['den/calm.yaml', deep('[', ']', 10_000)],
  'brackets that never close': ['den/calm.yaml', '['.repeat(30_000)],
  'maps ten thousand deep': ['den/calm.yaml', deep('{a: ', '}', 10_000)],
  'dashes ten thousand deep': ['den/calm.yaml', '- '.repeat(10_000)],
  'conditions a hundred deep': [
    'den/rules/calm.yaml',
    rule(`${when}\nif: ${deep('{ not: ', ' }', 100)}\ndo: [{ wait: 1s }]`),
  ],
  'steps a hundred deep': ['den/rules/calm.yaml', rule(`${when}\ndo: ${deep('[{ together: [', ']}]', 100)}`)],
  'a duration of 9999999999999': ['den/calm.yaml', scene(`${good}\ntransition: 9999999999999`)],
  'a duration of 9999999999999s': ['den/calm.yaml', scene(`${good}\ntransition: 9999999999999s`)],
  'a duration of a million hours': ['den/calm.yaml', scene(`${good}\ntransition: 999999h`)],
  'a number beyond numbers': ['den/calm.yaml', scene('fixtures: { lamp-0: { brightness: 1e400 } }')],
  'a version beyond numbers': ['den/calm.yaml', scene(good).replace('version: 1', 'version: 1e400')],
  'a version far below': ['den/calm.yaml', scene(good).replace('version: 1', 'version: -1e308')],
  'a place in order beyond numbers': ['den/calm.yaml', scene(`${good}\norder: 1e99`)],
  'a key of a prototype': [
    'den/calm.yaml',
    scene('fixtures: { __proto__: { on: true }, constructor: { on: true } }'),
  ],
  'three hundred fixtures': [
    'den/calm.yaml',
    scene(`fixtures: { ${Array.from({ length: 300 }, (_, i) => `l-${i}: { on: true }`).join(', ')} }`),
  ],
  'two hundred moments': [
    'den/calm.yaml',
    scene(
      `${good}\nmoments: [${Array.from({ length: 200 }, (_, i) => `{ at: ${i + 1}s, ${good} }`).join(', ')}]`,
    ),
  ],
}

test.each(Object.entries(monsters))('%s: a clear sentence, never a throw', (what, [path, text]) => {
  const content = readContent([room, { path, text }])
  judge(content, what)
  expect(content.scenes.length + content.rules.length).toBe(0)
  expect(content.problems.length).toBeLessThan(400)
})

test('a rule of every step and condition that is allowed is read and looked at', () => {
  const conditions = Array.from(
    { length: 20 },
    (_, i) => `{ between: { from: "0${i % 10}:00", until: "1${i % 10}:00" } }`,
  )
  const body = `${when}\nif: { all: [${conditions.join(', ')}] }\ndo: [${Array.from({ length: 50 }, () => '{ wait: 1s }').join(', ')}]`
  const content = readContent([room, { path: 'den/rules/calm.yaml', text: rule(body) }])
  expect(content.problems).toEqual([])
  judge(content, 'large')
})
