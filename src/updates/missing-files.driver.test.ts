import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { denFile } from '../showroom/testing/den.ts'
import { sha256Of } from './content-store.ts'
import { FolderSource } from './folder-source.ts'
import { Siege } from './testing/siege.ts'

// What head office signed, and what does not lie where it should: only what it belongs to waits.

let siege: Siege
beforeEach(async () => {
  siege = await Siege.open()
})
afterEach(() => siege.close())

const contentFolder = () => join(siege.office.repository.folder, 'content')
const light = (bake: string) => sha256Of(Buffer.from(bake))
const stopWinter = () => siege.office.rollOut('se', 'winter', { stop: true }, 'all')

async function states(): Promise<Record<string, string>> {
  const { judged } = await siege.kiosk.updates.judge(siege.kiosk.kiosk)
  return Object.fromEntries(
    judged.map(({ offered, verdict }) => [
      `${offered.key} ${offered.revision}`,
      'why' in verdict ? verdict.why : verdict.kind,
    ]),
  )
}

/** The names of the scenes that can be chosen. */
async function scenes(): Promise<string[]> {
  const { plays } = await siege.kiosk.updates.judge(siege.kiosk.kiosk)
  const opened = plays === null ? null : await siege.kiosk.updates.open(plays)
  if (plays !== null) await siege.kiosk.updates.left(plays)
  return opened?.content.scenes.map(({ id }) => String(id)) ?? []
}

/** Takes the published file in which these words stand away from the server; resolves with a way to put it back. */
async function takeAway(words: string): Promise<() => Promise<void>> {
  for (const name of await readdir(contentFolder())) {
    const path = join(contentFolder(), name)
    if (!(await readFile(path, 'utf8')).includes(words)) continue
    await rename(path, `${path}.gone`)
    return () => rename(`${path}.gone`, path)
  }
  throw new Error(`no file holds "${words}"`)
}

test('a light that the server lost keeps back its own playlist, not the others; once it is there all is well', async () => {
  await siege.office.publish('se', 'winter', { level: 0.7 })
  await siege.office.publish('se', 'urgent', { yaml: 'class: emergency', bake: 'lost' })
  await rm(join(contentFolder(), light('lost')))
  const why = 'se/urgent, revision 1: baked/den/light.bin: the server answers 404'
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'incomplete', isNew: true, isLate: false, why })
  expect(await siege.kiosk.plays()).toBe('se/winter 2')
  expect((await states())['se/urgent 1']).toBe('none of its rooms has a scene that can be played')
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'incomplete', isNew: false })
  await siege.kiosk.restart(siege.server.address)
  expect(await siege.kiosk.plays()).toBe('se/winter 2')
  await writeFile(join(contentFolder(), light('lost')), 'lost')
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'unchanged' })
  expect(await siege.kiosk.plays()).toBe('se/urgent 1')
})

test('a scene that is nowhere is left out and named; when it comes, it plays with the others', async () => {
  await stopWinter()
  const extra = denFile('den/extra.yaml', 'fixtures:\n  pendant: { brightness: 0.123 }\n')
  await siege.office.publish('se', 'spring', { files: [extra] })
  const putBack = await takeAway('0.123')
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'incomplete' })
  expect(await scenes()).toEqual(['calm'])
  const { plays } = await siege.kiosk.updates.judge(siege.kiosk.kiosk)
  const opened = plays === null ? null : await siege.kiosk.updates.open(plays)
  expect(opened?.content.problems.map(({ file }) => file)).toEqual(['den/extra.yaml'])
  // Known without a network, too.
  await siege.kiosk.restart('http://127.0.0.1:1/')
  expect(await scenes()).toEqual(['calm'])
  await siege.kiosk.restart(siege.server.address)
  await putBack()
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'unchanged' })
  expect(await scenes()).toEqual(['calm', 'extra'])
  const whole = await siege.kiosk.updates.judge(siege.kiosk.kiosk)
  expect(whole.plays?.edition).not.toBe(plays?.edition)
})

test('while a revision lacks a scene, the whole one before it plays', async () => {
  const extra = denFile('den/extra.yaml', 'fixtures:\n  pendant: { brightness: 0.123 }\n')
  await siege.office.publish('se', 'winter', { files: [extra] })
  const putBack = await takeAway('0.123')
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'incomplete' })
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
  expect(await states()).toMatchObject({ 'se/winter 2': 'content/den/extra.yaml is nowhere to be had' })
  await putBack()
  await siege.recovers()
})

test('however many revisions are not whole, the last whole one plays', async () => {
  for (const level of [0.61, 0.62, 0.63]) {
    await siege.office.publish('se', 'winter', { level, bake: `light ${level}` })
    await rm(join(contentFolder(), light(`light ${level}`)))
    expect(await siege.kiosk.poll()).toMatchObject({ kind: 'incomplete' })
    expect(await siege.kiosk.plays()).toBe('se/winter 1')
  }
  await siege.kiosk.restart('http://127.0.0.1:1/')
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
})

test('a playlist whose manifest is not there keeps nothing back either', async () => {
  await siege.office.publish('se', 'lost', { yaml: 'class: emergency' })
  await siege.office.publish('se', 'winter', { level: 0.7 })
  await rm(join(siege.office.repository.folder, 'targets/se/lost'), { recursive: true })
  const why = 'se/lost/1.json: the server answers 404'
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'incomplete', why })
  expect(await siege.kiosk.plays()).toBe('se/winter 2')
})

test('what one source lacks another brings', async () => {
  await siege.office.publish('se', 'winter', { level: 0.7, bake: 'lost' })
  const putBack = await takeAway('lost')
  await siege.kiosk.poll()
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
  await putBack()
  await siege.kiosk.restart(new FolderSource(siege.office.repository.folder))
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'unchanged' })
  expect(await siege.kiosk.plays()).toBe('se/winter 2')
})

test('a line that is lost is not tried file after file, and nothing is taken for absent because of it', async () => {
  const files = Array.from({ length: 12 }, (_, index) =>
    denFile(`den/s${index}.yaml`, `fixtures:\n  pendant: { brightness: 0.1${index} }\n`),
  )
  await stopWinter()
  await siege.office.publish('se', 'spring', { files })
  let tries = 0
  const asked = new Set<string>()
  siege.server.meddle = (_request, response, path) => {
    if (!path.startsWith('content/')) return false
    tries += 1
    response.destroy()
    return true
  }
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'incomplete', isLate: true })
  expect(tries).toBe(3)
  expect(await siege.kiosk.plays()).toBeNull()
  expect((await states())['se/spring 1']).toMatch(/has not come yet$/)
  // One file alone breaks off, again and again: late is not absent.
  siege.server.meddle = (_request, response, path) => {
    if (!path.startsWith('content/')) return false
    asked.add(path)
    if (path === [...asked][0]) response.destroy()
    return path === [...asked][0]
  }
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'incomplete', isLate: true })
  expect(asked.size).toBeGreaterThan(10)
  expect(await siege.kiosk.plays()).toBeNull()
  await siege.recovers('se/spring 1')
})

test('a file that is another than was signed is refused with all that came with it', async () => {
  await siege.office.publish('se', 'winter', { level: 0.7 })
  await siege.office.publish('se', 'spring', { bake: 'day 2' })
  siege.serve(`content/${light('day 2')}`, 'night')
  await siege.refused('not-genuine')
  siege.serve(`content/${light('day 2')}`, 'day 22')
  await siege.refused('not-genuine')
  siege.server.meddle = () => false
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'installed' })
})

test('a file that rots on the kiosk’s own disk is fetched anew, and its playlist is not given up', async () => {
  const { plays } = await siege.kiosk.updates.judge(siege.kiosk.kiosk)
  const scene = plays?.manifest.files.find(({ path }) => path === 'content/den/calm.yaml')
  if (scene === undefined) throw new Error('it plays')
  const stored = join(siege.kiosk.updatesFolder, 'files', scene.sha256.slice(0, 2), scene.sha256)
  await writeFile(stored, 'x'.repeat(scene.bytes))
  await siege.kiosk.restart(siege.server.address)
  expect(await siege.kiosk.plays()).toBeNull()
  await siege.recovers('se/winter 1')
})
