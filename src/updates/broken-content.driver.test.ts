import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { denFile } from '../showroom/testing/den.ts'
import { roomFile } from '../showroom/testing/room-file.ts'
import { alteredRevision } from './testing/altered-revision.ts'
import { Siege } from './testing/siege.ts'

// What head office signed, and cannot be played.

let siege: Siege
beforeEach(async () => {
  siege = await Siege.open()
})
afterEach(() => siege.close())

test('what is broken is left out; with nothing left the revision before plays', async () => {
  await siege.office.publish('se', 'winter', {
    level: 0.7,
    files: [
      {
        path: 'den/odd.yaml',
        text: 'version: 1\nid: odd\nroom: den\ntitle: { en: O, sv: O }\nstory: { en: S, sv: S }\nicon: sun\nfixtures:\n  pendant: { brightness: 0.5 }\n',
      },
    ],
  })
  await siege.kiosk.poll()
  const { plays } = await siege.kiosk.updates.judge(siege.kiosk.kiosk)
  if (plays === null) throw new Error('it plays')
  const scenes = plays.manifest.files.filter(({ path }) => path.startsWith('content/den/'))
  expect(scenes).toHaveLength(2)
  for (const { sha256 } of scenes.slice(0, 1))
    await rm(join(siege.kiosk.updatesFolder, 'files', sha256.slice(0, 2), sha256))
  await siege.kiosk.restart(siege.server.address)
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
  await siege.kiosk.poll()
  expect(await siege.kiosk.plays()).toBe('se/winter 2')
})

test('what ends the program twice before it runs is given up', async () => {
  await siege.office.publish('se', 'winter', { level: 0.7 })
  await siege.kiosk.poll()
  for (let start = 0; start < 2; start++) {
    const { plays } = await siege.kiosk.updates.judge(siege.kiosk.kiosk)
    expect(plays?.revision).toBe(2)
    if (plays !== null) await siege.kiosk.updates.open(plays)
    await siege.kiosk.restart(siege.server.address)
  }
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
  const { judged } = await siege.kiosk.updates.judge(siege.kiosk.kiosk)
  expect(judged.find(({ offered }) => offered.revision === 2)?.verdict).toMatchObject({ kind: 'broken' })
  await siege.office.publish('se', 'winter', { level: 0.8 })
  await siege.kiosk.poll()
  expect(await siege.kiosk.plays()).toBe('se/winter 3')
})

test('a page’s files are laid out whole, and again when they were spoilt', async () => {
  await siege.office.publish('se', 'winter', { level: 0.7, bake: 'light' })
  await siege.kiosk.poll()
  expect(await siege.kiosk.plays()).toBe('se/winter 2')
  const rooms = join(siege.kiosk.updatesFolder, 'rooms')
  const [bake = ''] = await readdir(rooms)
  expect(await readFile(join(rooms, bake, 'light.bin'), 'utf8')).toBe('light')
  await rm(join(rooms, bake, 'light.bin'))
  await siege.kiosk.restart(siege.server.address)
  expect(await siege.kiosk.plays()).toBe('se/winter 2')
  expect(await readFile(join(rooms, bake, 'light.bin'), 'utf8')).toBe('light')
})

test('of what has a mistake only that is left out; told is what and why', async () => {
  await siege.office.publish('se', 'winter', {
    files: [
      denFile('den/gone.yaml', 'fixtures:\n  pendant: { brightness: 0.1 }\n'),
      denFile('den/long.yaml', 'transition: 2s\nfixtures:\n  pendant: { brightness: 0.2 }\n'),
    ],
  })
  const altered = await alteredRevision(siege.office.repository, 'se', 'winter', (path, text) =>
    path.endsWith('gone.yaml')
      ? text.replace('pendant:', 'chandelier:')
      : text.replace('transition: 2s', 'transition: 9999999999999s'),
  )
  await siege.office.repository.writeEntries('se', altered, siege.office.of('se', 1))
  await siege.office.release()
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'installed' })
  expect(await siege.kiosk.plays()).toBe('se/winter 3')
  const { plays } = await siege.kiosk.updates.judge(siege.kiosk.kiosk)
  const opened = plays === null ? null : await siege.kiosk.updates.open(plays)
  expect(opened?.content.scenes.map(({ id }) => id)).toEqual(['calm'])
  expect(opened?.content.problems.map(({ file }) => file)).toEqual(['den/gone.yaml', 'den/long.yaml'])
})

test('a playlist without a scene that can be played gives way to the class below', async () => {
  const { office, kiosk } = siege
  await office.publish('se', 'always', { yaml: 'class: base' })
  await office.rollOut('se', 'winter', { stop: true }, 'all')
  await office.publish('se', 'spring')
  const spoil = (_path: string, text: string) => text.replace('pendant: {', 'chandelier: {')
  const altered = await alteredRevision(office.repository, 'se', 'spring', spoil)
  altered.delete('se/spring/1.json')
  await office.repository.writeEntries('se', altered, office.of('se', 1))
  await office.release()
  await kiosk.poll()
  expect(await kiosk.plays()).toBe('se/always 1')
  const { judged } = await kiosk.updates.judge(kiosk.kiosk)
  expect(judged.find(({ offered }) => offered.key === 'se/spring')?.verdict).toEqual({
    kind: 'broken',
    why: 'none of its rooms has a scene that can be played',
  })
})

test('a room that was published without its light is left out and named; with no other the revision before plays', async () => {
  const { office, kiosk } = siege
  await office.publish('se', 'winter', { level: 0.7, dark: ['den'] })
  expect(await kiosk.poll()).toMatchObject({ kind: 'installed' })
  expect(await kiosk.plays()).toBe('se/winter 1')
  const { judged } = await kiosk.updates.judge(kiosk.kiosk)
  expect(judged.find(({ offered }) => offered.revision === 2)?.verdict).toEqual({
    kind: 'broken',
    why: 'none of its rooms has a scene that can be played',
  })
  await office.publish('se', 'winter', { level: 0.8 })
  await kiosk.poll()
  expect(await kiosk.plays()).toBe('se/winter 3')
})

test('of two rooms only the one without light is left out, and staff read why', async () => {
  const { office, kiosk } = siege
  const hall = roomFile('hall', '  - { id: pendant, kind: light, name: { en: P, sv: P }, lumens: 800 }\n')
  const den = { ...hall, path: 'rooms/den/room.yaml', text: hall.text.replace('id: hall', 'id: den') }
  const calm = denFile('den/calm.yaml', 'fixtures:\n  pendant: { brightness: 0.3 }\n')
  const bright = {
    path: 'hall/bright.yaml',
    text: calm.text.replace('calm', 'bright').replace('room: den', 'room: hall'),
  }
  await office.publish('se', 'winter', {
    content: { rooms: 'den, hall', files: [hall, den, calm, bright] },
    dark: ['hall'],
  })
  await kiosk.poll()
  const { plays } = await kiosk.updates.judge(kiosk.kiosk)
  const opened = plays === null ? null : await kiosk.updates.open(plays)
  expect(plays?.revision).toBe(2)
  expect(opened?.content.rooms.map(({ id }) => id)).toEqual(['den'])
  expect(opened?.content.scenes.map(({ id }) => id)).toEqual(['calm'])
  expect(opened?.content.problems[0]).toMatchObject({
    file: 'rooms/hall/room.yaml',
    message: 'this room was published without its light',
  })
})
