import { expect, test } from 'vitest'
import { readContent } from './content.ts'
import { roomFile } from './testing/room-file.ts'
import { problemSentence } from './yaml-file.ts'

const room = roomFile(
  'den',
  `
  - { id: pendant, kind: light, name: { en: Pendant, sv: Taklampa }, lumens: 800, kelvin: { min: 2200, max: 4000 } }
  - { id: strip, kind: light, name: { en: Strip, sv: Slinga }, lumens: 600, colour: true }
  - { id: door, kind: motion, name: { en: Door, sv: Dörr } }
  - { id: remote, kind: remote, name: { en: Remote, sv: Fjärr } }
`,
)

const words = `title: { en: T, sv: T }\nstory: { en: S, sv: S }\n`

function problems(path: string, text: string): string[] {
  const files = [room, { path, text }]
  return readContent(files).problems.map((problem) => `${problemSentence(problem)} → ${problem.hint}`)
}

test('one pass tells what is wrong in a scene by itself and beside the others', () => {
  expect(
    problems(
      'den/party.yaml',
      `version: 1\nid: party\nroom: den\n${words}icon: sun\nbrightnes: 2\nfixtures:\n  pendant: { brightness: 7 }\n  lamp: { brightness: 0.5 }\n  door: { on: true }\nmoments:\n  - { at: 5s, fixtures: { strip: { openness: 1 } } }\n  - { at: 9999999999999s, fixtures: { pendant: { colour: "#ff0000" } } }\npalettes:\n  - { fixtures: [strip, pendant], colours: ["#ff0000"], every: 1s }\nneeds: [sofa]\n`,
    ),
  ).toEqual([
    'den/party.yaml:9:14 fixtures.pendant.brightness: is more than 1 → write 1 at most',
    'den/party.yaml:14:7 moments.1.at: lies between 1ms and 24h → docs/scene-format.md and docs/rooms.md show examples',
    'den/party.yaml:16:35 palettes.0.colours: has less than 2 → give 2 at least',
    'den/party.yaml:16:57 palettes.0.every: lies between 2s and 1h → docs/scene-format.md and docs/rooms.md show examples',
    'den/party.yaml:7:1 brightnes: "brightnes" is not known here → did you mean "brightness"?',
    'den/party.yaml:10:3 fixtures.lamp: room "den" has no fixture "lamp" (known: pendant, strip, door, remote) → name one of those',
    'den/party.yaml:11:3 fixtures.door: a motion fixture cannot be set → name it in "when" or "until" of a rule, or not at all',
    'den/party.yaml:13:36 moments.0.fixtures.strip.openness: a light has no "openness" → it has on, brightness, kelvin, colour, transition, otherwise',
    'den/party.yaml:14:50 moments.1.fixtures.pendant.colour: "pendant" shows white only → give "kelvin", or say in "otherwise" what it shall do',
    'den/party.yaml:17:9 needs.0: room "den" has no fixture "sofa" (known: pendant, strip, door, remote) → name one of those',
    'den/party.yaml:16:25 palettes.0.fixtures.1: "pendant" shows no colours, so none can wander over it → leave it out of the palette',
  ])
})

test('one pass tells what is wrong in a rule by itself and beside the others', () => {
  expect(
    problems(
      'den/rules/hello.yaml',
      `version: 1\nid: hello\nroom: den\n${words}icon: walk\nwhen:\n  - { fixture: door, becomes: on }\n  - { button: door, pressed: on }\n  - { at: "25:00" }\n  - { fixture: hall, becomes: occupied, heldFor: soon }\nif: { all: [{ fixture: remote, is: on }, { weekdays: [monday] }] }\ndo:\n  - set: { pendant: { brightness: 0.5 }, door: { on: true } }\n  - { play: party }\n  - { wait: 48h }\n  - { waitFor: { sun: up } }\n`,
    ),
  ).toEqual([
    'den/rules/hello.yaml:10:7 when.2.at: write a time of day as "07:30" → docs/scene-format.md and docs/rooms.md show examples',
    'den/rules/hello.yaml:11:41 when.3.heldFor: write a length of time as "400ms", "2.5s", "10m" or "1h30m" → docs/scene-format.md and docs/rooms.md show examples',
    'den/rules/hello.yaml:12:55 if.all.1.weekdays.0: expected one of "mon"|"tue"|"wed"|"thu"|"fri"|"sat"|"sun" → did you mean "mon"?',
    'den/rules/hello.yaml:16:7 do.2.wait: lies between 0s and 24h → docs/scene-format.md and docs/rooms.md show examples',
    'den/rules/hello.yaml:17:5 do.3.atMost: write a length of time as "400ms", "2.5s", "10m" or "1h30m" → add "atMost"',
    'den/rules/hello.yaml:8:22 when.0.becomes: a motion is never "on" → it is occupied or clear',
    'den/rules/hello.yaml:9:7 when.1.button: "door" is a motion and has no buttons → name a remote, or write "fixture" and "becomes"',
    'den/rules/hello.yaml:11:7 when.3.fixture: room "den" has no fixture "hall" (known: pendant, strip, door, remote) → name one of those',
    'den/rules/hello.yaml:12:32 if.all.0.is: a remote is never "on" → write "button" and "pressed"',
    'den/rules/hello.yaml:14:42 do.0.set.door: a motion fixture cannot be set → name it in "when" or "until" of a rule, or not at all',
    'den/rules/hello.yaml:15:7 do.1.play: room "den" has no scene "party" (known: none) → a scene that has a problem itself counts as none: mend that first',
  ])
})

test('a key that stands twice and moments out of order hide nothing else', () => {
  expect(
    problems(
      'den/party.yaml',
      `version: 1\nid: party\nroom: den\n${words}icon: sun\nicon: moom\nfixtures:\n  pendant: { brightness: 7 }\nmoments:\n  - { at: 5s, fixtures: { strip: { brightness: 2 } } }\n  - { at: 3s, fixtures: { strip: { on: false } } }\n`,
    ),
  ).toEqual([
    'den/party.yaml:7:1 "icon" stands here twice → keep one of them',
    expect.stringMatching(/^den\/party\.yaml:7:1 icon: expected one of .* → did you mean "moon"\?$/),
    'den/party.yaml:9:14 fixtures.pendant.brightness: is more than 1 → write 1 at most',
    'den/party.yaml:11:36 moments.0.fixtures.strip.brightness: is more than 1 → write 1 at most',
    'den/party.yaml:12:7 moments.1.at: moments stand in the order of time, each later than the one before → move it to its place, or give it another time',
  ])
})

test('a folder of good files has no problems', () => {
  expect(
    problems(
      'den/rules/hello.yaml',
      `version: 1\nid: hello\nroom: den\n${words}icon: walk\nwhen: [{ fixture: door, becomes: occupied }]\nif: { not: { between: { from: "22:00", until: "06:00" } } }\ndo:\n  - { set: { pendant: { brightness: 0.5 } }, transition: 2s }\n  - { together: [[{ wait: 1s }], [{ if: { fixture: strip, is: on }, do: [{ wait: 2s }] }]] }\nuntil: [{ fixture: door, becomes: clear, heldFor: 20s }]\n`,
    ),
  ).toEqual([])
})
