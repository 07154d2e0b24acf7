import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Variables } from './setting-problems.ts'
import { readSetup } from './setup.ts'

/** What is told of these variables: the notices' codes and names, and as many lines in the log. */
function told(variables: Variables) {
  const lines: string[] = []
  const { notices } = readSetup(variables, (level, sentence) => lines.push(`${level} ${sentence}`))
  expect(lines).toEqual(notices.map(({ sentence }) => `error ${sentence}`))
  return notices.map(({ code, values }) => [code, values.name, values.detail].join(' '))
}

it.each([
  ['SHOWROOM_COUNTRY', 'sweden', 'write a country as two small letters'],
  ['SHOWROOM_TIME_ZONE', 'Europe/Stokholm', 'write a time zone, such as Europe/Stockholm'],
  ['SHOWROOM_PLACE', '59.33', 'write latitude,longitude'],
  ['SHOWROOM_STORE', 'Malmö', 'use small letters, digits and single hyphens'],
  ['SHOWROOM_TAGS', 'City, flagship', 'use small letters'],
  ['SHOWROOM_KIOSK', 'Kiosk 1', 'use small letters'],
  ['SHOWROOM_OPENING_HOURS', 'always', 'write them like'],
  ['SHOWROOM_IDLE_SECONDS', 'soon', 'write a number from 0 to 86400'],
  ['SHOWROOM_ZIGBEE_JOIN', '1.5', 'write a whole number'],
  ['SHOWROOM_PLAYLISTS_EVERY', '0', 'write a number from 0.05'],
  ['SHOWROOM_PAGE_SECONDS', 'thirty', 'write a number'],
  ['SHOWROOM_TAKE_HOME_URL', 'shop.example', 'write a web address'],
  ['SHOWROOM_PLAYLISTS', 'playlists', 'write a web address (https://…) or the whole path'],
])('%s="%s" ends nothing: it counts as not given, and staff and the log are told', (name, value, hint) => {
  const before = readSetup({ SHOWROOM_PLAYLISTS: '/stick', SHOWROOM_PLAYLISTS_ROOT: '/r' }, () => {})
  const variables = { SHOWROOM_PLAYLISTS: '/stick', SHOWROOM_PLAYLISTS_ROOT: '/r', [name]: value }
  const notices = told(variables)
  expect(notices).toHaveLength(1)
  expect(notices[0]?.startsWith(`setting-wrong ${name} ${name}="${value}": ${hint}`), notices[0]).toBe(true)
  const after = readSetup(variables, () => {})
  expect(after.settings).toEqual(before.settings)
  const sources = name === 'SHOWROOM_PLAYLISTS' ? [] : ['/stick']
  expect(after.playlists).toEqual({ ...before.playlists, sources })
})

it('a name that there is not is told, with the one that may be meant', () => {
  expect(told({ SHOWROOM_CONTRY: 'se', SHOWROOM_TIMEZONE: 'x', SHOWROOM_LANGUAGE: 'sv' })).toEqual([
    'setting-unknown SHOWROOM_CONTRY is SHOWROOM_COUNTRY meant?',
    'setting-unknown SHOWROOM_TIMEZONE is SHOWROOM_TIME_ZONE meant?',
    'setting-unknown SHOWROOM_LANGUAGE the README lists them all',
  ])
})

it('a kiosk without the root of head office says so, and keeps what it has', () => {
  const variables = { SHOWROOM_PLAYLISTS: 'https://playlists.example.com/' }
  expect(told(variables)).toEqual([expect.stringMatching(/SHOWROOM_PLAYLISTS_ROOT: it is missing/)])
  expect(readSetup(variables, () => {}).playlists).toMatchObject({ rootFile: null })
})

it('of several sources only the misspelt one is left out', () => {
  const variables = { SHOWROOM_PLAYLISTS: 'https//x.example, /media/stick', SHOWROOM_PLAYLISTS_ROOT: '/r' }
  expect(told(variables)).toEqual([expect.stringMatching(/SHOWROOM_PLAYLISTS="https\/\/x.example"/)])
  expect(readSetup(variables, () => {}).playlists?.sources).toEqual(['/media/stick'])
})

it('nothing is told of what is empty, right, not ours, or named in the README', async () => {
  const readme = await readFile('README.md', 'utf8')
  const named = new Set(readme.match(/(?<=`)SHOWROOM_[A-Z_]+(?=`)/g))
  expect(named.size).toBeGreaterThan(20)
  const { notices } = readSetup(Object.fromEntries([...named].map((name) => [name, 'x'])), () => {})
  expect(notices.filter(({ code }) => code === 'setting-unknown')).toEqual([])
  expect(
    told({ SHOWROOM_COUNTRY: '', SHOWROOM_TIME_ZONE: 'Asia/Tokyo', HOME: '/', SHOWROOM_SOAK: '1' }),
  ).toEqual([])
})

it('every variable that the program, its tests and its scripts read is known', async () => {
  const read = new Set<string>()
  for (const folder of ['src', 'e2e', 'scripts']) {
    for (const name of await readdir(folder, { recursive: true })) {
      if (!/(?<!\.test)\.(ts|mjs)$/.test(name)) continue
      const text = await readFile(join(folder, name), 'utf8')
      for (const variable of text.match(/\bSHOWROOM_[A-Z0-9_]+/g) ?? []) read.add(variable)
    }
  }
  expect(read.size).toBeGreaterThan(20)
  const { notices } = readSetup(Object.fromEntries([...read].map((name) => [name, 'x'])), () => {})
  const unknown = notices.filter(({ code }) => code === 'setting-unknown').map(({ values }) => values.name)
  expect(unknown, 'tell src/service/setup.ts').toEqual([])
})
