import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { BakedRoom } from '../src/light/baked-room.ts'
import { readContentFolder } from '../src/platform/content-folder.ts'
import { readContent } from '../src/showroom/content.ts'
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
