import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { drawScenes } from '../src/cli/scene-pictures.ts'
import { sceneId } from '../src/contract/ids.ts'
import type { BakedRoom } from '../src/light/baked-room.ts'
import { readContentFolder } from '../src/platform/content-folder.ts'
import { readContent } from '../src/showroom/content.ts'
import type { Scene } from '../src/showroom/scene.ts'
import { pngFacts } from './png.ts'
import { root } from './programs.ts'

// Photographs are what a kiosk without 3D shows: of this room, as it is built, in each of its scenes.
const name = 'living-room'
const folder = join(root, 'scenes/photographs', name)
const retake = `Take them anew: npx showroom preview room ${name} --fine --photographs`

test('the photographs show the room as it is baked', () => {
  const room = JSON.parse(readFileSync(join(root, 'out/rooms', name, 'room.json'), 'utf8')) as BakedRoom
  const record = join(folder, 'taken-of.json')
  const taken = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {}
  expect(taken.fingerprint, `The photographs in ${folder} are older than the room. ${retake}`).toBe(
    room.fingerprint,
  )
})

test('every scene of the room has its photograph', async () => {
  const { files } = await readContentFolder(join(root, 'scenes'))
  const scenes = readContent(files).scenes.filter(({ room }) => room === name)
  expect(scenes.length).toBeGreaterThan(0)
  const missing = scenes.filter(({ id }) => !existsSync(join(folder, `${id}.jpg`))).map(({ id }) => id)
  expect(missing, `These scenes have no photograph. ${retake}`).toEqual([])
})

test('scenes are drawn as head office publishes them, moments as a strip', async () => {
  const { files } = await readContentFolder(join(root, 'scenes'))
  const content = readContent(files)
  const room = content.rooms.find(({ id }) => id === 'wardrobe')
  const scene = content.scenes.find((each) => each.room === room?.id)
  if (room === undefined || scene === undefined) throw new Error('There is no scene of the wardrobe.')
  const lamps = room.fixtures.filter(({ kind }) => kind === 'light')
  const all = (target: Scene['fixtures'][string]) => Object.fromEntries(lamps.map(({ id }) => [id, target]))
  const night = { ...scene, hour: 23 * 60 }
  const dark = { ...night, id: sceneId.parse('dark'), fixtures: all({ on: false }) }
  const lit = { ...night, id: sceneId.parse('lit'), fixtures: all({ brightness: 1 }) }
  const moments = [{ at: 2_000, fixtures: all({ brightness: 1 }) }]
  const into = await mkdtemp(join(tmpdir(), 'pictures-'))
  try {
    const small = { small: { width: 160, height: 90 } }
    const scenes = [dark, lit, { ...dark, id: sceneId.parse('dawn'), moments }]
    expect(await drawScenes(join(root, 'out/rooms/wardrobe'), room, scenes, into, small)).toBe(0)
    const facts = async (name: string) => pngFacts(await readFile(join(into, `${name}-small.png`)))
    const lightless = await facts('dark')
    expect(lightless).toMatchObject(small.small)
    expect((await facts('lit')).brightness).toBeGreaterThan(2 * lightless.brightness)
    expect((await facts('dawn')).width, 'a strip').toBeGreaterThan(2 * small.small.width)
  } finally {
    await rm(into, { recursive: true })
  }
})
