import { expect, test } from 'vitest'
import { readContent } from '../showroom/content.ts'
import { roomFile } from '../showroom/testing/room-file.ts'
import { problemSentence } from '../showroom/yaml-file.ts'
import { manifest } from './manifest.ts'
import { filesOf, readPlaylists } from './playlist-files.ts'

const room = (id: string) =>
  roomFile(
    id,
    `
  - { id: pendant, kind: light, name: { en: P, sv: P }, lumens: 800 }
  - { id: door, kind: motion, name: { en: D, sv: D } }
`,
  )
const scene = (at: string, id: string) => ({
  path: `${at}/${id}.yaml`,
  text: `version: 1\nid: ${id}\nroom: ${at}\ntitle: { en: T, sv: T }\nstory: { en: S, sv: S }\nicon: sun\nfixtures:\n  pendant: { brightness: 0.5 }\n`,
})
const files = [
  room('den'),
  room('hall'),
  room('loft'),
  scene('den', 'calm'),
  scene('den', 'bright'),
  scene('hall', 'hello'),
]
const content = readContent(files)

function read(text: string, path = 'playlists/winter.yaml') {
  return readPlaylists([...files, { path, text }], content)
}
const problems = (text: string, path?: string) =>
  read(text, path).problems.map((problem) => `${problemSentence(problem)} → ${problem.hint}`)
const head = 'version: 1\nid: winter\ntitle: { en: Winter, sv: Vinter }\n'

test('the content of the tests is good', () => expect(content.problems).toEqual([]))

test('a good playlist is read', () => {
  const text = `${head}class: base\nshare: 3\nfrom: 2026-11-27 09:00\nuntil: 2027-01-06\nhours: [{ days: [fri], from: "18:00", until: "02:00" }]\nrooms: [den, hall]\nscenes: [den/calm, hall/hello]\nneeds: [den/pendant]\n`
  expect(problems(text)).toEqual([])
  const [winter] = read(text).playlists
  expect(winter).toMatchObject({
    from: { date: '2026-11-27', minute: 540 },
    until: { date: '2027-01-06', minute: null },
  })
  if (winter === undefined) throw new Error('it is there')
  expect(filesOf(winter, files).map(({ path }) => path)).toEqual([
    'rooms/den/room.yaml',
    'rooms/hall/room.yaml',
    'den/calm.yaml',
    'hall/hello.yaml',
  ])
})

test('every mistake is told in one pass, with its place and what to do', () => {
  expect(
    problems(
      `${head}clas: base\nshare: 9999999999999\nfrom: 2026-02-30\nuntil: soon\nhours:\n  - { from: "18:00", until: "18:00" }\nrooms: den\n`,
    ),
  ).toEqual([
    'playlists/winter.yaml:5:1 share: is more than 100 → write 100 at most',
    'playlists/winter.yaml:6:1 from: the calendar has no such day → docs/scene-format.md and docs/rooms.md show examples',
    'playlists/winter.yaml:7:1 until: write a moment as "2026-11-27 09:00", or a date alone for the whole day → docs/scene-format.md and docs/rooms.md show examples',
    'playlists/winter.yaml:9:22 hours.0.until: it ends when it begins; leave the hours out for the whole day → docs/scene-format.md and docs/rooms.md show examples',
    'playlists/winter.yaml:10:1 rooms: expected a list, and found a text → write a list: [a, b], or one entry a line, each after "- "',
    'playlists/winter.yaml:4:1 clas: "clas" is not known here → did you mean "class"?',
  ])
})

test('what it names must be there', () => {
  expect(
    problems(
      `${head}class: store\nrooms: [den, dan]\nscenes: [den/calm, den/clam, hall/hello]\nneeds: [den/door, den/lamp]\n`,
      'playlists/other.yaml',
    ),
  ).toEqual([
    'playlists/other.yaml:2:1 id: a playlist is named as its file, "other" → write "other", or rename the file',
    'playlists/other.yaml:4:1 class: this class is the store’s own → write emergency, campaign or base',
    'playlists/other.yaml:5:14 rooms.1: there is no good room "dan" → did you mean "den"?',
    'playlists/other.yaml:6:20 scenes.1: there is no good scene "den/clam" → did you mean "den/calm"?',
    'playlists/other.yaml:6:30 scenes.2: the playlist does not name the room "hall" → add it to "rooms"',
    'playlists/other.yaml:7:19 needs.1: there is no good fixture "den/lamp" → there are: den/pendant, den/door, hall/pendant, hall/door, loft/pendant, loft/door',
  ])
})

test('it ends after it begins, and has something to play', () => {
  expect(problems(`${head}from: 2026-11-27 09:00\nuntil: 2026-11-27 09:00\nrooms: [den]\n`)).toEqual([
    'playlists/winter.yaml:5:1 until: it ends before it begins → docs/scene-format.md and docs/rooms.md show examples',
  ])
  expect(problems(`${head}from: 2026-11-27\nuntil: 2026-11-27\nrooms: [den]\n`)).toEqual([])
  expect(problems(`${head}rooms: [loft]\n`)).toEqual([
    'playlists/winter.yaml:4:1 rooms: these rooms have no good scene, so there is nothing to play → name a room with scenes, or mend the scenes of these',
  ])
})

const good = {
  format: 1,
  revision: 1,
  playlist: { version: 1, id: 'w', title: { en: 'W', sv: 'V' }, rooms: ['den'] },
}
const file = (path: string) => ({ path, sha256: '0'.repeat(64), bytes: 1 })

test.each([
  'content/den/calm.yaml',
  'content/rooms/den/room.yaml',
  'baked/den/light.bin',
  'baked/den/photographs/noon.jpg',
])('a manifest may hold %s', (path) =>
  expect(manifest.safeParse({ ...good, files: [file(path)] }).success).toBe(true),
)

test.each([
  '../x.yaml',
  'content/../../x.yaml',
  'content/./x.yaml',
  '/etc/passwd.yaml',
  'content//x.yaml',
  'content\\x.yaml',
  'content/den\\..\\x.yaml',
  'C:/content/x.yaml',
  'content/C:/x.yaml',
  'content/Den/x.yaml',
  'content/den/.hidden.yaml',
  'content/den/x.yaml\0.bin',
  'content/den/%2e%2e.yaml',
  'content/den/x.js',
  'content/den/x.html',
  'content/con/x.yaml',
  'baked/den/nul.bin',
  'content/d\u00e9n/x.yaml',
  'content/den/x .yaml',
  `content/${'a'.repeat(200)}.yaml`,
  'content/a/b/c/d/e.yaml',
])('a manifest may not hold %j', (path) => {
  expect(manifest.safeParse({ ...good, files: [file(path)] }).success).toBe(false)
})

test('a manifest names no file twice, claims no class of the store and no monstrous size', () => {
  const fits = (change: object) =>
    manifest.safeParse({ ...good, files: [file('content/den/a.yaml')], ...change }).success
  expect(fits({})).toBe(true)
  expect(fits({ files: [file('content/den/a.yaml'), file('content/den/a.yaml')] })).toBe(false)
  expect(fits({ playlist: { ...good.playlist, class: 'store' } })).toBe(false)
  expect(fits({ files: [{ ...file('content/den/a.yaml'), bytes: 9_999_999_999_999 }] })).toBe(false)
  expect(fits({ revision: 0 })).toBe(false)
  expect(fits({ format: 2 })).toBe(false)
})
