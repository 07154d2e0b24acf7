import { cp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nodeDisk } from './disk.ts'
import { CutDisk } from './testing/cut-disk.ts'
import { FileServer } from './testing/file-server.ts'
import { HeadOffice } from './testing/head-office.ts'
import { TestKiosk } from './testing/test-kiosk.ts'

let office: HeadOffice
let server: FileServer

beforeEach(async () => {
  office = await HeadOffice.open()
  server = new FileServer(office.repository.folder)
  await server.start()
  await office.publish('se', 'winter', { bake: 'light' })
})
afterEach(async () => {
  await server.stop()
  await office.close()
})

const newKiosk = async () => TestKiosk.open(await office.root, server.address)

/** The power goes: whoever was at work ends there. */
async function untilTheCut(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch {
    // The cut itself.
  }
}

test.each([0, 0.5, 1])(
  'power goes at each write of an update, when %d of it is done: the old or the new plays',
  async (part) => {
    const before = join(office.folder, 'before')
    await cp(office.repository.folder, before, { recursive: true })
    await office.publish('se', 'winter', { level: 0.7, bake: 'brighter light' })
    let cuts = 0
    for (;;) {
      const kiosk = await newKiosk()
      server.folder = before
      await kiosk.poll()
      expect(await kiosk.plays()).toBe('se/winter 1')
      server.folder = office.repository.folder
      const disk = new CutDisk(cuts + 1, part)
      await untilTheCut(async () => {
        await kiosk.restart(server.address, disk)
        await kiosk.poll()
        await kiosk.plays()
      })
      await kiosk.restart('http://127.0.0.1:1/', nodeDisk)
      expect(await kiosk.plays()).toMatch(/^se\/winter [12]$/)
      await kiosk.restart(server.address)
      expect((await kiosk.poll()).kind).not.toBe('refused')
      expect(await kiosk.plays()).toBe('se/winter 2')
      await kiosk.close()
      if (disk.writes <= cuts) break
      cuts += 1
    }
    expect(cuts).toBeGreaterThan(8)
  },
)

test('every file cut short at any byte: the kiosk plays, and the next look mends it', async () => {
  const kiosk = await newKiosk()
  await kiosk.poll()
  await kiosk.plays()
  const files = (await readdir(kiosk.folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(6)
  for (const file of files) {
    const whole = await readFile(file)
    // Of a long record each hundredth part; of a short file every byte.
    const step = Math.max(1, Math.floor(whole.length / 40))
    for (let length = 0; length < whole.length; length += step) {
      await truncate(file, length)
      await kiosk.restart('http://127.0.0.1:1/')
      expect(await kiosk.plays(), `${file} at ${length}`).toSatisfy(
        (plays) => plays === null || plays === 'se/winter 1',
      )
      await kiosk.restart(server.address)
      expect((await kiosk.poll()).kind, `${file} at ${length}`).not.toBe('refused')
      expect(await kiosk.plays(), `${file} at ${length}`).toBe('se/winter 1')
      if ((await stat(file).catch(() => null)) !== null) await writeFile(file, whole)
    }
  }
  await kiosk.close()
})
