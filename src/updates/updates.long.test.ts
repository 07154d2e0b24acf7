import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256Of } from './content-store.ts'
import { FolderSource } from './folder-source.ts'
import { FileServer } from './testing/file-server.ts'
import { HeadOffice } from './testing/head-office.ts'
import { TestKiosk } from './testing/test-kiosk.ts'

let office: HeadOffice
let server: FileServer
let kiosk: TestKiosk

beforeEach(async () => {
  office = await HeadOffice.open()
  server = new FileServer(office.repository.folder)
  kiosk = await TestKiosk.open(await office.root, await server.start())
})
afterEach(async () => {
  await server.stop()
  await kiosk.close()
  await office.close()
})

test('without a network a kiosk plays what is built in, and says why it has nothing else', async () => {
  await server.stop()
  expect(await kiosk.poll()).toMatchObject({ kind: 'refused', reason: 'unreachable' })
  expect(await kiosk.plays()).toBeNull()
  await server.start()
})

test('what head office publishes plays, and the next revision after it', async () => {
  await office.publish('se', 'winter')
  expect(await kiosk.poll()).toMatchObject({ kind: 'installed' })
  expect(await kiosk.plays()).toBe('se/winter 1')
  expect(await kiosk.poll()).toMatchObject({ kind: 'unchanged' })
  await office.publish('se', 'winter', { level: 0.7 })
  expect(await kiosk.poll()).toMatchObject({ kind: 'installed' })
  expect(await kiosk.plays()).toBe('se/winter 2')
})

test('an idle look is two requests and less than a kilobyte', async () => {
  await office.publish('se', 'winter')
  await kiosk.poll()
  server.forget()
  await kiosk.poll()
  expect(server.requests).toEqual(['metadata/2.root.json', 'metadata/timestamp.json'])
  expect(server.bodyBytes).toBeLessThan(1024)
})

test('a small change fetches only what changed', async () => {
  await office.publish('se', 'winter', { bake: 'light'.repeat(10_000) })
  await kiosk.poll()
  server.forget()
  await office.publish('se', 'winter', { level: 0.7, bake: 'light'.repeat(10_000) })
  await kiosk.poll()
  expect(server.requests.filter((path) => path.startsWith('content/'))).toHaveLength(1)
})

test('a kiosk hears of its own country and of all, not of others', async () => {
  await office.publish('no', 'fjord')
  await kiosk.poll()
  expect(await kiosk.plays()).toBeNull()
  await office.publish('global', 'everywhere', { yaml: 'class: base' })
  await kiosk.poll()
  expect(await kiosk.plays()).toBe('global/everywhere 1')
})

test('a country that head office does not sign for, though it does for others, is noticed', async () => {
  expect(kiosk.updates.unlistedCountry).toBeNull()
  kiosk.kiosk = { ...kiosk.kiosk, country: 'es' }
  await kiosk.poll()
  expect(kiosk.updates.unlistedCountry).toBe('es')
  kiosk.kiosk = { ...kiosk.kiosk, country: 'se' }
  await kiosk.poll()
  expect(kiosk.updates.unlistedCountry).toBeNull()
})

test('what is given up in the same moment as something else is written down is given up', async () => {
  await office.publish('se', 'winter')
  await office.publish('se', 'spring')
  await kiosk.poll()
  const { judged } = await kiosk.updates.judge(kiosk.kiosk)
  await Promise.all(judged.map(({ offered }) => kiosk.updates.giveUp(offered, 'the page died')))
  await kiosk.restart(server.address)
  const after = await kiosk.updates.judge(kiosk.kiosk)
  expect(after.judged.map(({ verdict }) => verdict.kind)).toEqual(['broken', 'broken'])
})

test('a record from before files could be absent is read as it is', async () => {
  await office.publish('se', 'winter')
  await kiosk.poll()
  const path = join(kiosk.updatesFolder, 'installed.json')
  const { absent, ...older } = JSON.parse(await readFile(path, 'utf8'))
  expect(absent).toEqual({})
  await writeFile(path, JSON.stringify(older))
  await kiosk.restart('http://127.0.0.1:1/')
  expect(await kiosk.plays()).toBe('se/winter 1')
})

test('a folder, such as a USB stick, does as well as a network', async () => {
  await office.publish('se', 'winter', { bake: 'light' })
  await kiosk.restart(new FolderSource(office.repository.folder))
  expect(await kiosk.poll()).toMatchObject({ kind: 'installed' })
  expect(await kiosk.plays()).toBe('se/winter 1')
})

test('a revision reaches the share of kiosks that it is rolled out to, and the one before plays on in the others', async () => {
  await office.publish('se', 'winter')
  await office.publish('se', 'winter', { ring: 0 })
  await kiosk.poll()
  expect(await kiosk.plays()).toBe('se/winter 1')
  await office.rollOut('se', 'winter', { ring: 100 })
  await kiosk.poll()
  expect(await kiosk.plays()).toBe('se/winter 2')
})

test('what head office stops stops; of one revision the one before plays again', async () => {
  await office.publish('se', 'winter')
  await kiosk.poll()
  await office.publish('se', 'winter')
  await kiosk.poll()
  await office.rollOut('se', 'winter', { stop: true })
  await kiosk.poll()
  expect(await kiosk.plays()).toBe('se/winter 1')
  await office.rollOut('se', 'winter', { stop: true }, 'all')
  await kiosk.poll()
  expect(await kiosk.plays()).toBeNull()
})

test('a stop counts although something else of the new set cannot be fetched', async () => {
  await office.publish('se', 'winter')
  await kiosk.poll()
  await office.publish('se', 'spring', { level: 0.9 })
  await office.rollOut('se', 'winter', { stop: true })
  server.meddle = (_request, response, path) => {
    if (!path.startsWith('content/')) return false
    response.writeHead(404).end()
    return true
  }
  expect(await kiosk.poll()).toMatchObject({ kind: 'incomplete' })
  expect(await kiosk.plays()).toBeNull()
})

test('until all of a new revision is here, the old one plays on; what came is not fetched again', async () => {
  await office.publish('se', 'winter')
  await kiosk.poll()
  await office.publish('se', 'winter', { level: 0.7, bake: 'x'.repeat(100_000) })
  const light = `content/${sha256Of(Buffer.from('x'.repeat(100_000)))}`
  let cut = true
  server.meddle = (_request, response, path) => {
    if (!cut || path !== light) return false
    response.writeHead(200, { 'content-length': 100_000 })
    response.write('x'.repeat(60_000), () => response.destroy())
    return true
  }
  expect(await kiosk.poll()).toMatchObject({ kind: 'incomplete' })
  expect(await kiosk.plays()).toBe('se/winter 1')
  cut = false
  const ranges: (string | undefined)[] = []
  server.meddle = (request, _response, path) => {
    if (path === light) ranges.push(request.headers.range)
    return false
  }
  expect(await kiosk.poll()).toMatchObject({ kind: 'unchanged' })
  expect(await kiosk.plays()).toBe('se/winter 2')
  expect(ranges).toEqual(['bytes=60000-'])
})

test.each([
  ['', true],
  ['ownScenes: false', false],
  ['class: emergency', false],
])('a playlist with "%s" lets the store show scenes of its own: %s', async (yaml, allowed) => {
  await office.publish('se', 'winter', { yaml })
  await kiosk.poll()
  const { plays } = await kiosk.updates.judge(kiosk.kiosk)
  expect(plays && (await kiosk.updates.open(plays))?.ownScenes).toBe(allowed)
})
