import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderSource } from './folder-source.ts'
import { Siege } from './testing/siege.ts'

// What somebody may do with names, in signed lists and on a stick.

let siege: Siege
beforeEach(async () => {
  siege = await Siege.open()
})
afterEach(() => siege.close())

test.each([
  '../se/winter/9.json',
  '/se/winter/9.json',
  'se/../se/9.json',
  'se/Winter/9.json',
  'se/winter/9.JSON',
  'se/winter/09.json',
  'se/winter/..%2f9.json',
  'se\\winter\\9.json',
  'se/wïnter/9.json',
])('the signed name %s does not pass, and keeps nothing else away', async (path) => {
  await siege.office.publish('se', 'summer', { yaml: 'class: emergency' })
  const entries = new Map([...(await siege.office.repository.entries('se'))])
  const [entry] = entries.values()
  if (entry === undefined) throw new Error('it is there')
  entries.set(path, entry)
  await siege.office.repository.writeEntries('se', entries, siege.office.of('se', 1))
  await siege.office.release()
  const result = await siege.kiosk.poll()
  // What does not lie in the area is nothing to it; what does is told.
  const told = { kind: 'incomplete', why: `"${path}" is listed in a way that is not known here` }
  expect(result).toMatchObject(/^se\/[^/]+\/[^/.][^/]*$/.test(path) ? told : { kind: 'installed' })
  expect(await siege.kiosk.plays()).toBe('se/summer 1')
  expect(siege.server.requests.join()).not.toMatch(/9\.json/i)
  expect(await readdir(siege.kiosk.folder)).toEqual(['playlists-seen.json', 'updates'])
})

test('a stick with links in place of files is not read', async () => {
  const stick = join(siege.office.folder, 'stick')
  await siege.office.publish('se', 'winter')
  await cp(siege.office.repository.folder, stick, { recursive: true })
  await rm(join(stick, 'metadata/timestamp.json'))
  await symlink(
    join(siege.office.repository.folder, 'metadata/timestamp.json'),
    join(stick, 'metadata/timestamp.json'),
  )
  await siege.kiosk.restart(new FolderSource(stick))
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'unreachable' })
  await rm(join(stick, 'metadata/timestamp.json'))
  await mkdir(join(stick, 'metadata/timestamp.json'))
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'unreachable' })
  await rm(join(stick, 'metadata'), { recursive: true })
  await symlink(join(siege.office.repository.folder, 'metadata'), join(stick, 'metadata'))
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'unreachable' })
  await siege.kiosk.restart(new FolderSource(join(stick, 'gone')))
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'unreachable' })
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
})
