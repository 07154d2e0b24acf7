import { copyFile, mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, test, vi } from 'vitest'
import { FileServer, type Meddler } from '../updates/testing/file-server.ts'
import { newestOf } from '../updates/testing/forge.ts'
import { HeadOffice } from '../updates/testing/head-office.ts'
import { nowMs, setClock, shows } from './testing/attack.ts'
import { attacksByServer } from './testing/attacks-by-server.ts'
import { attacksOnLists } from './testing/attacks-on-lists.ts'
import { KioskProgram } from './testing/kiosk-program.ts'

// What the specification of The Update Framework lists (1.0.34, 1.5.2), and more, against a kiosk that runs: a program of its own, which looks ten times a second at a true web server. Each attack comes with a
// new revision, is refused for the right reason while the old one plays on, and once it is over the new one plays. One
// kiosk lives through all of them.

let office: HeadOffice
let server: FileServer
let kiosk: KioskProgram
let revision = 1
let copies = 0
let isOver = true

beforeAll(async () => {
  office = await HeadOffice.open(nowMs)
  await office.publish('se', 'winter', { bake: 'light 1' })
  server = new FileServer(await copied(), nowMs)
  kiosk = await KioskProgram.open(await office.root, await server.start())
  setClock({ kiosk }, 0)
  await kiosk.start()
  await kiosk.says(shows(1))
})
afterEach(async () => {
  // One that is not refused shall not spoil the others.
  if (!isOver) await over()
})
afterAll(async () => {
  await kiosk.close()
  await server.stop()
  await office.close()
})

/** The newest lists that head office has signed so far, to be served: what it signs next is seen when a test wants it so. */
async function copied(): Promise<string> {
  copies += 1
  const [from, to] = [office.repository.folder, join(office.folder, `copy-${copies}`)]
  const lists = await readdir(join(from, 'metadata'))
  const roles = new Set(lists.map((name) => name.replace(/^\d+\.|\.json$/g, '')))
  const newest = await Promise.all([...roles].map((role) => newestOf(from, role)))
  await mkdir(join(to, 'metadata'), { recursive: true })
  for (const name of lists) {
    const isServed = name.endsWith('.root.json') || newest.includes(name)
    if (isServed) await copyFile(join(from, 'metadata', name), join(to, 'metadata', name))
  }
  // Files have the names of what is in them, and nobody asks for what no list names.
  for (const name of ['targets', 'content']) await symlink(join(from, name), join(to, name))
  return to
}

test.each([...attacksOnLists, ...attacksByServer])('$name', async ({ told, yaml, begin, end, knowsNew }) => {
  isOver = false
  const before = revision
  revision += 1
  await office.publish('global', 'other', { yaml: 'class: base' })
  const level = 0.1 + (revision % 80) / 100
  await office.publish('se', 'winter', { level, bake: `light ${revision}`, yaml: yaml ?? '' })
  const field = { office, server, kiosk, fresh: await copied(), stale: server.folder, revision }
  const way = await begin(field)
  if (typeof way === 'string') await fromNextLook(way)
  else await fromNextLook(field.fresh, way)
  await kiosk.says({ ...told, ...shows(knowsNew === true ? revision : before) })
  kiosk.expectWell()
  await end?.(field)
  await over()
})

/** A look that has begun before an attack has some of the lists by now that this attack is about: it is not attacked. */
async function fromNextLook(folder: string, meddle: Meddler = () => false): Promise<void> {
  let isBegun = false
  server.meddle = (request, response, path) => {
    if (path.endsWith('.root.json')) {
      isBegun = true
      server.folder = folder
    }
    return isBegun && meddle(request, response, path)
  }
  await vi.waitUntil(() => isBegun, { timeout: 240_000, interval: 5 })
}

/** What head office signed last comes, whatever happened before. */
async function over(): Promise<void> {
  server.meddle = () => false
  server.folder = await copied()
  await kiosk.says(shows(revision))
  kiosk.expectWell()
  isOver = true
}
