import { cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { nodeDisk } from '../disk.ts'
import { FolderSource } from '../folder-source.ts'
import { CutDisk } from './cut-disk.ts'
import { FileServer } from './file-server.ts'
import { HeadOffice } from './head-office.ts'
import { TestKiosk } from './test-kiosk.ts'

const noServer = 'http://127.0.0.1:1/'
/** From where a kiosk takes playlists: a web server, or the same folder on a stick. */
export type Way = 'server' | 'stick'

const source = ({ address, folder }: FileServer, way: Way = 'server') =>
  way === 'stick' ? new FolderSource(folder) : address

async function withOffice(work: (office: HeadOffice, server: FileServer) => Promise<void>): Promise<void> {
  const office = await HeadOffice.open()
  const server = new FileServer(office.repository.folder)
  await server.start()
  await office.publish('se', 'winter', { bake: 'light' })
  try {
    await work(office, server)
  } finally {
    await server.stop()
    await office.close()
  }
}

/** Power goes at each write of an update in turn, when `part` (0 up to 1) of it is done: the old or the new plays. */
export async function survivesCuts(part: number, way: Way): Promise<void> {
  await withOffice(async (office, server) => {
    const before = join(office.folder, 'before')
    await cp(office.repository.folder, before, { recursive: true })
    await office.publish('se', 'winter', { level: 0.7, bake: 'brighter light' })
    let cuts = 0
    for (;;) {
      server.folder = before
      const kiosk = await TestKiosk.open(await office.root, source(server, way))
      await kiosk.poll()
      expect(await kiosk.plays()).toBe('se/winter 1')
      server.folder = office.repository.folder
      const disk = new CutDisk(cuts + 1, part)
      await untilTheCut(async () => {
        await kiosk.restart(source(server, way), disk)
        await kiosk.poll()
        await kiosk.plays()
      })
      await kiosk.restart(noServer, nodeDisk)
      expect(await kiosk.plays()).toMatch(/^se\/winter [12]$/)
      await kiosk.restart(source(server, way))
      expect(await kiosk.poll()).not.toMatchObject({ kind: 'refused' })
      expect(await kiosk.plays()).toBe('se/winter 2')
      await kiosk.close()
      if (disk.writes <= cuts) break
      cuts += 1
    }
    expect(cuts).toBeGreaterThan(8)
  })
}

/** Every file that a kiosk keeps is cut short, at so many lengths each: it plays, and the next look mends it. */
export async function survivesTruncation(lengths: number): Promise<void> {
  await withOffice(async (office, server) => {
    const kiosk = await TestKiosk.open(await office.root, source(server))
    await kiosk.poll()
    await kiosk.plays()
    const files = (await readdir(kiosk.folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    expect(files.length).toBeGreaterThan(6)
    for (const file of files) {
      const whole = await readFile(file)
      const step = Math.max(1, Math.floor(whole.length / lengths))
      for (let length = 0; length < whole.length; length += step) {
        await truncate(file, length)
        await kiosk.restart(noServer)
        const offline = await kiosk.plays()
        expect([null, 'se/winter 1'], `${file} at ${length}`).toContain(offline)
        await kiosk.restart(source(server))
        expect(await kiosk.poll(), `${file} at ${length}`).not.toMatchObject({ kind: 'refused' })
        expect(await kiosk.plays(), `${file} at ${length}`).toBe('se/winter 1')
        if ((await stat(file).catch(() => null)) !== null) await writeFile(file, whole)
      }
    }
    await kiosk.close()
  })
}

/** A server or a stick has each file of a new revision cut short, at so many lengths: the old one plays until it has all of it. */
export async function survivesShortFiles(lengths: number, way: Way): Promise<void> {
  await withOffice(async (office, server) => {
    const kiosk = await TestKiosk.open(await office.root, source(server))
    await kiosk.poll()
    expect(await kiosk.plays()).toBe('se/winter 1')
    const [kept, served] = [join(office.folder, 'kept'), join(office.folder, 'served')]
    await cp(kiosk.folder, kept, { recursive: true })
    // A new root, so that this list is asked for, too.
    await office.writeRoot()
    await office.publish('se', 'winter', { level: 0.7, bake: 'brighter light' })
    server.forget()
    await kiosk.poll()
    expect(await kiosk.plays()).toBe('se/winter 2')
    const asked = [...new Set(server.requests)].filter((path) => path !== 'metadata/3.root.json')
    expect(asked.length).toBeGreaterThan(6)
    await cp(office.repository.folder, served, { recursive: true })
    server.folder = served
    for (const path of asked) {
      const whole = await readFile(join(served, path))
      const step = Math.max(1, Math.floor(whole.length / lengths))
      for (let length = 0; length < whole.length; length += step) {
        await rm(kiosk.folder, { recursive: true })
        await cp(kept, kiosk.folder, { recursive: true })
        await kiosk.restart(source(server, way))
        await writeFile(join(served, path), whole.subarray(0, length))
        expect((await kiosk.poll()).kind, `${path} at ${length}`).toMatch(/^(refused|incomplete)$/)
        expect(await kiosk.plays(), `${path} at ${length}`).toBe('se/winter 1')
        await writeFile(join(served, path), whole)
        expect((await kiosk.poll()).kind, `${path} at ${length}`).not.toMatch(/^(refused|incomplete)$/)
        expect(await kiosk.plays(), `${path} at ${length}`).toBe('se/winter 2')
      }
    }
    await kiosk.close()
  })
}

/** The root that came with the kiosk is cut short, at so many lengths: it takes nothing, and what it has plays on. */
export async function survivesShortRoot(lengths: number): Promise<void> {
  await withOffice(async (office, server) => {
    const root = await office.root
    const step = Math.max(1, Math.floor(root.length / lengths))
    for (let length = 0; length < root.length; length += step) {
      const kiosk = await TestKiosk.open(root.slice(0, length), source(server))
      const why = 'root.json, which head office gave out, is missing or damaged on this kiosk: put it back'
      expect(await kiosk.poll(), `at ${length}`).toMatchObject({
        kind: 'refused',
        reason: 'not-genuine',
        why,
      })
      expect(await kiosk.plays()).toBeNull()
      kiosk.root = root
      await kiosk.restart(source(server))
      expect(await kiosk.poll()).toMatchObject({ kind: 'installed' })
      kiosk.root = root.slice(0, length)
      await kiosk.restart(source(server))
      expect(await kiosk.poll(), `at ${length}`).toMatchObject({ kind: 'unchanged' })
      expect(await kiosk.plays()).toBe('se/winter 1')
      await kiosk.close()
    }
  })
}

/** The power goes: whoever was at work ends there. */
async function untilTheCut(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch {
    // The cut itself.
  }
}
