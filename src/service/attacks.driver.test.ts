import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, test } from 'vitest'
import { FileServer } from '../updates/testing/file-server.ts'
import { HeadOffice } from '../updates/testing/head-office.ts'
import { shows } from './testing/attack.ts'
import { attacksByServer } from './testing/attacks-by-server.ts'
import { attacksOnLists } from './testing/attacks-on-lists.ts'
import { KioskProgram } from './testing/kiosk-program.ts'

// What the specification of The Update Framework lists (1.0.34, 1.5.2), and more, against a kiosk that runs: a program of its own, which looks five times a second at a true web server. Each attack comes with a
// new revision, is refused for the right reason while the old one plays on, and once it is over the new one plays. One
// kiosk lives through all of them.

let office: HeadOffice
let server: FileServer
let kiosk: KioskProgram
let revision = 1
let copies = 0
let isOver = true

beforeAll(async () => {
  office = await HeadOffice.open()
  await office.publish('se', 'winter', { bake: 'light 1' })
  server = new FileServer(await copied())
  kiosk = await KioskProgram.open(await office.root, await server.start())
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

/** What head office has signed so far, to be served: what it signs next is seen when a test wants it so. */
async function copied(): Promise<string> {
  copies += 1
  const folder = join(office.folder, `copy-${copies}`)
  await cp(office.repository.folder, folder, { recursive: true })
  return folder
}

test.each([...attacksOnLists, ...attacksByServer])('$name', async ({ told, begin, end, knowsNew }) => {
  isOver = false
  const before = revision
  revision += 1
  await office.publish('global', 'other', { yaml: 'class: base' })
  await office.publish('se', 'winter', { level: 0.1 + (revision % 80) / 100, bake: `light ${revision}` })
  const field = { office, server, kiosk, fresh: await copied(), stale: server.folder, revision }
  const way = await begin(field)
  server.meddle = typeof way === 'string' ? () => false : way
  server.folder = typeof way === 'string' ? way : await copied()
  await kiosk.says({ ...told, ...shows(knowsNew === true ? revision : before) })
  kiosk.expectWell()
  await end?.(field)
  await over()
})

/** What head office signed last comes, whatever happened before. */
async function over(): Promise<void> {
  server.meddle = () => false
  server.folder = await copied()
  await kiosk.says(shows(revision))
  kiosk.expectWell()
  isOver = true
}
