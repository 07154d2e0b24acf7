import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isFresh } from './bake-room.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readRoom } from './read-room.ts'
import { committedBake, roomNames, staleBake } from './room-folders.ts'
import { bakeQualities } from './settings.ts'

const rooms = join('scenes', 'rooms')

test.each(await roomNames(rooms))(
  'the light that is kept beside %s is of the room as it is',
  async (name) => {
    expect(await staleBake(join(rooms, name), name)).toBeNull()
  },
)

const folder = mkdtempSync(join(tmpdir(), 'stale-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('light that was baked from another room, by another baker or only in part is not fresh, and other words leave it fresh', async () => {
  cpSync(join(rooms, 'wardrobe'), folder, { recursive: true, filter: (path) => !path.endsWith('baked') })
  const baked = committedBake(folder)
  const { description, model } = await readRoom(join(folder, 'room.yaml'))
  const put = (fingerprint: string) => {
    mkdirSync(baked, { recursive: true })
    writeFileSync(join(baked, 'room.bin'), '')
    writeFileSync(join(baked, 'light.bin'), '')
    writeFileSync(join(baked, 'room.json'), JSON.stringify({ fingerprint }))
  }
  expect(await staleBake(folder, 'den')).toBeNull()
  put(fingerprintOf(description, model, bakeQualities.full))
  expect(await staleBake(folder, 'den')).toBeNull()

  put(fingerprintOf(description, model, bakeQualities.draft))
  expect(await staleBake(folder, 'den')).toContain('npx showroom bake den')

  put(fingerprintOf(description, model, bakeQualities.full))
  const yaml = join(folder, 'room.yaml')
  const rewrite = (from: string | RegExp, to: string) => {
    const before = readFileSync(yaml, 'utf8')
    expect(before).toMatch(from)
    writeFileSync(yaml, before.replace(from, to))
  }
  rewrite('sv: Garderobsljus', 'sv: Garderobsljuset')
  rewrite('sv: Lykta', 'sv: Lyktan')
  expect(await staleBake(folder, 'den')).toBeNull()
  rewrite(/lumens: \d+/, 'lumens: 123')
  expect(await staleBake(folder, 'den')).not.toBeNull()

  rmSync(join(baked, 'light.bin'))
  expect(await isFresh(folder, baked)).toBe(false)
})
