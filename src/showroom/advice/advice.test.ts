import { expect, test } from 'vitest'
import { readContent } from '../content.ts'
import { roomFile } from '../testing/room-file.ts'
import { adviceOn } from './content-advice.ts'

const words = 'title: { en: T, sv: T }\nstory: { en: S, sv: S }'
const room = roomFile(
  'den',
  `
  - { id: pendant, kind: light, name: { en: P, sv: P }, lumens: 800 }
  - { id: strip, kind: light, name: { en: S, sv: S }, lumens: 600, colour: true }
  - { id: blind, kind: blind, name: { en: B, sv: B } }
  - { id: door, kind: motion, name: { en: D, sv: D } }
`,
)
const products = {
  path: 'products/lamps.yaml',
  text: 'version: 1\nproducts: [{ id: dome-pendant, name: { en: Dome, sv: Kupa } }]\n',
}

/** Path and message of each piece of advice about these files. */
function advice(...files: readonly { path: string; text: string }[]): string[] {
  const content = readContent([room, products, ...files])
  expect(content.problems).toEqual([])
  return adviceOn(content).map(({ path, message, line, hint }) => {
    expect(line).toBeGreaterThan(0)
    expect(hint).toBeTruthy()
    return `${path}: ${message}`
  })
}

const scene = (body: string, id = 'calm') => ({
  path: `den/${id}.yaml`,
  text: `version: 1\nid: ${id}\nroom: den\n${words}\nicon: moon\n${body}`,
})
const rule = (body: string, id = 'hello') => ({
  path: `den/rules/${id}.yaml`,
  text: `version: 1\nid: ${id}\nroom: den\n${words}\nicon: walk\n${body}`,
})
const all = 'pendant: { brightness: 0.5 }, strip: { brightness: 0.5 }, blind: { openness: 1 }'
const facts = 'facts: { door: { en: Someone comes, sv: Någon kommer } }'

test('a scene that says something of every fixture gets no advice', () => {
  expect(advice(scene(`fixtures: { ${all} }\nproducts: [dome-pendant]`))).toEqual([])
  expect(advice(scene('fixtures: { pendant: { on: true } }\nleaves: [strip, blind]'))).toEqual([])
})

test('fixtures that a scene forgot and products that are not there are told', () => {
  expect(advice(scene('fixtures: { pendant: { on: true } }\nproducts: [dome-pendent]'))).toEqual([
    'fixtures: says nothing of strip, blind: they stay as the scene before had them',
    'products.0: there is no product "dome-pendent"',
  ])
})

test('moments that turn a lamp to and fro are told, in the time of a shopper', () => {
  const moments = (second: string) =>
    `moments: [{ at: 2s, fixtures: { pendant: { brightness: 1 } } }, { at: ${second}, fixtures: { pendant: { brightness: 0.2 } } }]`
  expect(advice(scene(`fixtures: { ${all} }\n${moments('2500ms')}`))).toEqual([
    'moments.1.fixtures.pendant: "pendant" turns down 500 ms after it turned up: that flickers',
  ])
  expect(advice(scene(`fixtures: { ${all} }\n${moments('10s')}`))).toEqual([])
  expect(advice(scene(`fixtures: { ${all} }\n${moments('10s')}\ntransition: 1s\nshownIn: 1s`))).toEqual([
    'moments.0.at: comes 182 ms after the one before as a shopper sees it, and lamps take 400 ms',
    'moments.1.fixtures.pendant: "pendant" turns down 727 ms after it turned up: that flickers',
  ])
})

test('a palette that hurries to and from saturated red is told', () => {
  const palette = (every: string, red: string) =>
    `fixtures: { ${all} }\npalettes: [{ fixtures: [strip], colours: ["${red}", "#3f6bff"], every: ${every} }]`
  expect(advice(scene(palette('2s', '#ff0000')))).toEqual([
    expect.stringContaining('palettes.0.every: wanders to and from saturated red (#ff0000)'),
  ])
  expect(advice(scene(palette('4s', '#ff0000')))).toEqual([])
  expect(advice(scene(palette('2s', '#ffb27a')))).toEqual([])
})

test('a moment with more frames than the radio has at once is told, and so are too many groups', () => {
  const ids = Array.from({ length: 14 }, (_, i) => `lamp-${i}`)
  const large =
    room.text +
    ids.map((id) => `  - { id: ${id}, kind: light, name: { en: L, sv: L }, lumens: 400 }\n`).join('')
  const read = (moments: string) => {
    const fixtures = `fixtures: { ${all}, ${ids.map((id) => `${id}: { on: true }`).join(', ')} }`
    const content = readContent([{ ...room, text: large }, scene(`${fixtures}\nmoments: [${moments}]`)])
    expect(content.problems).toEqual([])
    return adviceOn(content).map(({ path, message }) => `${path}: ${message}`)
  }
  const each = (of: readonly string[], value: (index: number) => string) =>
    `{ ${of.map((id, index) => `${id}: { brightness: ${value(index)} }`).join(', ')} }`
  expect(read(`{ at: 2s, fixtures: ${each(ids, (i) => `0.${i + 10}`)} }`)).toEqual([
    'moments.0.fixtures: takes 14 radio messages at once, and only 12 are under way at a time',
  ])
  expect(read(`{ at: 2s, fixtures: ${each(ids, () => '0.5')} }`)).toEqual([])
  const sets = [3, 4, 5, 6, 7].map(
    (n, i) => `{ at: ${2 + 2 * i}s, fixtures: ${each(ids.slice(0, n), () => '0.5')} }`,
  )
  expect(read(sets.join(', '))).toEqual([
    'moments: speaks to 6 different sets of lamps, and lamps have room for 4 groups',
  ])
})

test('a rule that can start and run to its end gets no advice', () => {
  const body = `when: [{ fixture: door, becomes: occupied }]
if: { all: [{ between: { from: "22:00", until: "06:00" } }, { not: { fixture: blind, is: open } }, { sun: down }] }
do: [{ set: { pendant: { brightness: 0.3 } } }, { waitFor: { fixture: blind, is: closed }, atMost: 5s }]
until: [{ after: 5m }]
${facts}`
  expect(advice(rule(body))).toEqual([])
})

test('rules and steps that nothing ever reaches are told', () => {
  const set = '{ set: { pendant: { on: true } } }'
  const when = 'when: [{ fixture: door, becomes: occupied }]'
  const odd = (body: string) => advice(rule(`${body}\n${facts}`))
  expect(odd(`${when}\nif: { between: { from: "08:00", until: "08:00" } }\ndo: [${set}]`)).toEqual([
    'if: can never hold, so nothing ever starts this rule',
  ])
  expect(odd(`${when}\nif: { all: [{ sun: up }, { not: { sun: up } }] }\ndo: [${set}]`)).toHaveLength(1)
  expect(
    odd(
      `${when}\nif: { all: [{ weekdays: [mon] }, { any: [{ weekdays: [sat] }, { weekdays: [sun] }] }] }\ndo: [${set}]`,
    ),
  ).toHaveLength(1)
  expect(odd(`${when}\nif: { fixture: door, is: clear }\ndo: [${set}]`)).toEqual([
    'when.0: never starts the rule: "if" does not hold when it happens',
  ])
  expect(
    advice(rule(`when: [{ at: "12:00" }]\nif: { between: { from: "18:00", until: "20:00" } }\ndo: [${set}]`)),
  ).toHaveLength(1)
  expect(odd(`${when}\ndo: [{ wait: 10m }, ${set}]\nuntil: [{ after: 5m }]`)).toEqual([
    'do.1: is never done: it comes after 10m, and the rule ends after 5m',
  ])
  expect(
    odd(`${when}\ndo: [{ if: { any: [{ sun: up }, { sun: down }] }, do: [${set}], else: [${set}] }]`),
  ).toEqual(['do.0.if: always holds, so "else" is never done'])
  expect(
    odd(
      `${when}\ndo: [{ waitFor: { all: [{ fixture: blind, is: open }, { fixture: blind, is: closed }] }, atMost: 5s }]`,
    ),
  ).toEqual(['do.0.waitFor: waits for what can never be'])
})

test('a rule that can only be asked for, whatever its condition says, is told so', () => {
  const impossible = 'if: { all: [{ sun: up }, { sun: down }] }\ndo: [{ set: { pendant: { on: true } } }]'
  expect(advice(rule(`when: [{ at: "12:00" }, { manual: true }]\n${impossible}`))).toEqual([
    'if: can never hold, so only who asks for it starts this rule',
  ])
})

test('steps that turn a lamp to and fro are told, and what lies between them is looked at', () => {
  const told = (steps: string) => advice(rule(`when: [{ manual: true }]\ndo: [${steps}]`))
  const on = '{ set: { pendant: { brightness: 1 } } }'
  const off = '{ set: { pendant: { on: false } } }'
  const flickers = '"pendant" turns up 300 ms after it turned down: that flickers'
  expect(told(`${on}, { wait: 2s }, ${off}, { wait: 300ms }, ${on}`)).toEqual([
    `do.4.set.pendant: ${flickers}`,
  ])
  expect(told(`${on}, { together: [[{ wait: 1s }, ${off}], [{ wait: 1300ms }, ${on}]] }`)).toEqual([
    `do.1.together.1.1.set.pendant: ${flickers}`,
  ])
  expect(told(`{ if: { sun: up }, do: [${on}, ${off}, { wait: 300ms }, ${on}] }`)).toEqual([
    `do.0.do.3.set.pendant: ${flickers}`,
  ])
  expect(told(`${on}, { wait: 2s }, ${off}, { wait: 1s }, ${on}`)).toEqual([])
  const blind = '{ waitFor: { fixture: blind, is: closed }, atMost: 20s }'
  expect(told(`${on}, ${off}, ${blind}, ${on}`)).toEqual([])
})

test('rules that start each other are told once', () => {
  const chain = (id: string, from: string, set: string) =>
    rule(`when: [{ fixture: ${from} }]\ndo: [{ set: { ${set} } }]`, id)
  const a = chain('a', 'pendant, becomes: on', 'pendant: { on: false }')
  const b = chain('b', 'pendant, becomes: off', 'pendant: { on: true }')
  expect(advice(a, b)).toEqual(['when: goes round and round: a → b → a'])
})

test('a sensor is used with a word to shoppers, and no words are for nothing', () => {
  const body = 'do: [{ set: { pendant: { on: true } } }]'
  expect(advice(rule(`when: [{ fixture: door, becomes: occupied }]\n${body}`))).toEqual([
    ': uses what door notices, and shoppers are not told what for',
  ])
  expect(advice(rule(`when: [{ manual: true }]\n${body}\n${facts}`))).toEqual([
    'facts.door: tells of a fact that the rule does not use',
  ])
})
