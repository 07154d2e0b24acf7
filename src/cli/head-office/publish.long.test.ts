import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Office } from '../../publish/office.ts'
import { hearing } from '../testing/hearing.ts'
import { publish } from './publish.ts'

let folder: string
let office: Office
let said: () => string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'))
  said = hearing()
  vi.stubEnv('SHOWROOM_PASSPHRASE', 'correct horse battery')
  office = new Office(join(folder, 'office'), async () => 'correct horse battery', { cost: 1024 })
  const one = { threshold: 1, keys: 1 }
  await office.create({ areas: ['global'], root: one, targets: one, area: one })
  for (const part of ['wardrobe', 'rooms/wardrobe'])
    await cp(join('scenes', part), join(folder, 'scenes', part), { recursive: true })
  await cp('scenes/rooms/wardrobe/baked', join(folder, 'baked/wardrobe'), { recursive: true })
  await mkdir(join(folder, 'scenes/playlists'))
  await writeFile(
    join(folder, 'scenes/playlists/closet.yaml'),
    'version: 1\nid: closet\ntitle: { en: Closet, sv: Garderob }\nrooms: [wardrobe]\n',
  )
})
afterEach(async () => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const where = () => [
  ...['--office', join(folder, 'office'), '--content', join(folder, 'scenes')],
  ...['--baked', join(folder, 'baked')],
]
const published = async () => [...(await office.repository.entries('global')).keys()]

test('a dry run says what it would be and signs nothing; then it is signed', async () => {
  expect(await publish(['closet', '--dry-run', ...where()]), said()).toBe(0)
  expect(said()).toMatch(
    /^Would publish global\/closet, revision 1: \d+ files, [\d.]+ MiB, for 1 % of the kiosks\.\n$/,
  )
  expect(await published()).toEqual([])
  expect(await publish(['closet', '--ring', '100', ...where()]), said()).toBe(0)
  expect(await published()).toEqual(['global/closet/1.json'])
})

test('a room is not published with the light of what it was before', async () => {
  const plan = join(folder, 'scenes/rooms/wardrobe/room.yaml')
  const text = await readFile(plan, 'utf8')
  await writeFile(plan, text.replace(/lumens: \d+/, 'lumens: 123'))
  expect(await publish(['closet', ...where()])).toBe(1)
  expect(said()).toMatch(
    /is the light of "wardrobe" before it was changed; make it anew by: npm run build\n$/,
  )
  await rm(join(folder, 'baked/wardrobe'), { recursive: true })
  expect(await publish(['closet', ...where()])).toBe(1)
  expect(said()).toMatch(/has no baked light; make it by: npm run build\n$/)
  expect(await published()).toEqual([])
})
