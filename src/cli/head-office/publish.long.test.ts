import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Office } from '../../publish/office.ts'
import type { drawScenes } from '../scene-pictures.ts'
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

test('its scenes are drawn first, in the light that is published; what cannot be drawn is not published', async () => {
  const sets: string[] = []
  const take: typeof drawScenes = async (baked, room, scenes, into) => {
    sets.push([baked, room.id, scenes.map(({ id }) => id).join(), into].join(' '))
    expect(await published()).toEqual([])
    return 0
  }
  const pictures = ['--pictures', join(folder, 'pictures')]
  const failing = [async () => 1, () => Promise.reject(new Error('the page crashed'))]
  for (const fail of failing) expect(await publish(['closet', ...where(), ...pictures], fail)).toBe(1)
  expect(said()).toMatch(/could not be drawn\n.*could not be drawn: the page crashed\n$/)
  expect(await published()).toEqual([])
  expect(await publish(['closet', ...where(), ...pictures], take), said()).toBe(0)
  const baked = join(folder, 'baked/wardrobe')
  expect(sets).toEqual([`${baked} wardrobe dress-rehearsal ${join(folder, 'pictures')}`])
  expect(await published()).toEqual(['global/closet/1.json'])
})

test('only the scenes that a playlist names are drawn', async () => {
  const drawn: string[] = []
  const take: typeof drawScenes = async (_baked, _room, scenes) => {
    drawn.push(...scenes.map(({ id }) => id))
    return 0
  }
  const scene = await readFile(join(folder, 'scenes/wardrobe/dress-rehearsal.yaml'), 'utf8')
  await writeFile(
    join(folder, 'scenes/wardrobe/encore.yaml'),
    scene.replace('id: dress-rehearsal', 'id: encore').replace('order: ', 'order: 9'),
  )
  const dry = ['closet', '--dry-run', ...where(), '--pictures', join(folder, 'pictures')]
  expect(await publish(dry, take), said()).toBe(0)
  expect(drawn.splice(0)).toEqual(['dress-rehearsal', 'encore'])
  await appendFile(join(folder, 'scenes/playlists/closet.yaml'), 'scenes: [wardrobe/encore]\n')
  expect(await publish(dry, take), said()).toBe(0)
  expect(drawn).toEqual(['encore'])
})
