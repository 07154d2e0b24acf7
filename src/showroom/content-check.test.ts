import { expect, test } from 'vitest'
import { readContent } from './content.ts'
import { problemSentence } from './yaml-file.ts'

const room = `
version: 1
id: den
name: { en: Den, sv: Krypin }
size: { width: 4, depth: 4, height: 2.5 }
cameras:
  landscape: { from: [0, 1, 3], to: [0, 1, 0], fov: 40 }
  portrait: { from: [0, 1, 3], to: [0, 1, 0], fov: 50 }
fixtures:
  - { id: pendant, kind: light, name: { en: Pendant, sv: Taklampa }, lumens: 800, kelvin: { min: 2200, max: 4000 } }
  - { id: strip, kind: light, name: { en: Strip, sv: Slinga }, lumens: 600, colour: true }
  - { id: door, kind: motion, name: { en: Door, sv: Dörr } }
  - { id: remote, kind: remote, name: { en: Remote, sv: Fjärr } }
`

const words = `title: { en: T, sv: T }\nstory: { en: S, sv: S }\n`

function problems(path: string, text: string): string[] {
  const files = [
    { path: 'rooms/den/room.yaml', text: room },
    { path, text },
  ]
  return readContent(files).problems.map(problemSentence)
}

test('one pass tells what is wrong in a scene by itself and beside the others', () => {
  expect(
    problems(
      'den/party.yaml',
      `version: 1\nid: party\nroom: den\n${words}icon: sun\nbrightnes: 2\nfixtures:\n  pendant: { brightness: 7 }\n  lamp: { brightness: 0.5 }\n  door: { on: true }\nmoments:\n  - { at: 5s, fixtures: { strip: { openness: 1 } } }\n  - { at: 9999999999999s, fixtures: { pendant: { colour: "#ff0000" } } }\npalettes:\n  - { fixtures: [strip, pendant], colours: ["#ff0000"], every: 1s }\nneeds: [sofa]\n`,
    ),
  ).toEqual([
    'den/party.yaml:9:14 fixtures.pendant.brightness: Too big: expected number to be <=1',
    'den/party.yaml:14:7 moments.1.at: write a length of time as "400ms", "2.5s", "10m" or "1h30m"',
    'den/party.yaml:16:35 palettes.0.colours: Too small: expected array to have >=2 items',
    'den/party.yaml:16:57 palettes.0.every: lies between 2s and 1h',
    'den/party.yaml:7:1 brightnes: "brightnes" is not known here',
    'den/party.yaml:10:3 fixtures.lamp: room "den" has no fixture "lamp" (known: pendant, strip, door, remote)',
    'den/party.yaml:11:3 fixtures.door: a motion fixture cannot be set',
    'den/party.yaml:13:36 moments.0.fixtures.strip.openness: a light has no "openness" (it has on, brightness, kelvin, colour, transition, otherwise)',
    'den/party.yaml:14:50 moments.1.fixtures.pendant.colour: "pendant" shows white only; give "kelvin", or say in "otherwise" what it shall do',
    'den/party.yaml:17:9 needs.0: room "den" has no fixture "sofa" (known: pendant, strip, door, remote)',
    'den/party.yaml:16:25 palettes.0.fixtures.1: "pendant" shows no colours, so none can wander over it',
  ])
})

test('one pass tells what is wrong in a rule by itself and beside the others', () => {
  expect(
    problems(
      'den/rules/hello.yaml',
      `version: 1\nid: hello\nroom: den\n${words}icon: walk\nwhen:\n  - { fixture: door, becomes: on }\n  - { button: door, pressed: on }\n  - { at: "25:00" }\n  - { fixture: hall, becomes: occupied, heldFor: soon }\nif: { all: [{ fixture: remote, is: on }, { weekdays: [monday] }] }\ndo:\n  - set: { pendant: { brightness: 0.5 }, door: { on: true } }\n  - { play: party }\n  - { wait: 48h }\n  - { waitFor: { sun: up } }\n`,
    ),
  ).toEqual([
    'den/rules/hello.yaml:10:7 when.2.at: write a time of day as "07:30"',
    'den/rules/hello.yaml:11:41 when.3.heldFor: write a length of time as "400ms", "2.5s", "10m" or "1h30m"',
    'den/rules/hello.yaml:12:55 if.all.1.weekdays.0: Invalid option: expected one of "mon"|"tue"|"wed"|"thu"|"fri"|"sat"|"sun"',
    'den/rules/hello.yaml:16:7 do.2.wait: lies between 0s and 24h',
    'den/rules/hello.yaml:17:5 do.3.atMost: write a length of time as "400ms", "2.5s", "10m" or "1h30m"',
    'den/rules/hello.yaml:8:22 when.0.becomes: a motion is never "on"; it is occupied or clear',
    'den/rules/hello.yaml:9:7 when.1.button: "door" is a motion and has no buttons',
    'den/rules/hello.yaml:11:7 when.3.fixture: room "den" has no fixture "hall" (known: pendant, strip, door, remote)',
    'den/rules/hello.yaml:12:32 if.all.0.is: a remote is never "on"; it has buttons: write "button" and "pressed"',
    'den/rules/hello.yaml:14:42 do.0.set.door: a motion fixture cannot be set',
    'den/rules/hello.yaml:15:7 do.1.play: room "den" has no scene "party" (known: none)',
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
