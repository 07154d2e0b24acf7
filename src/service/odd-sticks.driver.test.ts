import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HeadOffice } from '../updates/testing/head-office.ts'
import { nowMs, refused, setClock, shows } from './testing/attack.ts'
import { KioskProgram } from './testing/kiosk-program.ts'

// Sticks that somebody prepared, put into a kiosk that runs: it reads plain files that lie on the stick, and nothing else.

let office: HeadOffice
let kiosk: KioskProgram
let stick: string
let revision = 1

beforeAll(async () => {
  office = await HeadOffice.open(nowMs)
  await office.publish('se', 'winter', { bake: 'light 1' })
  stick = join(office.folder, 'stick')
  await putIn(async () => {})
  kiosk = await KioskProgram.open(await office.root, stick)
  setClock({ kiosk }, 0)
  await kiosk.start()
  await kiosk.says(shows(1))
})
afterAll(async () => {
  await kiosk.close()
  await office.close()
})

/** A stick with what head office signed last, once somebody has prepared it. */
async function putIn(prepare: (folder: string) => Promise<unknown>): Promise<void> {
  const next = join(office.folder, 'next-stick')
  await rm(next, { recursive: true, force: true })
  await cp(office.repository.folder, next, { recursive: true })
  await prepare(next)
  await rm(stick, { recursive: true, force: true })
  await rename(next, stick)
}

const repository = () => office.repository.folder
async function linkInPlaceOf(path: string, folder: string, to = join(repository(), path)): Promise<void> {
  await rm(join(folder, path), { recursive: true })
  await symlink(to, join(folder, path))
}
async function newestManifest(folder: string): Promise<string> {
  const names = await readdir(join(folder, 'targets/se/winter'))
  return `targets/se/winter/${names.find((name) => name.endsWith(`.${revision}.json`))}`
}
/** Every file's name in capitals, as an old stick may show them. */
async function inCapitals(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await inCapitals(path)
    await rename(path, join(folder, entry.name.toUpperCase()))
  }
}

const noPlainFile = refused('unreachable', /is no plain file of/)
const incomplete = (why: RegExp) => ({
  sources: [{ outcome: 'incomplete', why: expect.stringMatching(why) }],
})

test.each([
  {
    name: 'the newest list is a link',
    prepare: (folder: string) => linkInPlaceOf('metadata/timestamp.json', folder),
    told: noPlainFile,
  },
  {
    name: 'the lists’ folder is a link',
    prepare: (folder: string) => linkInPlaceOf('metadata', folder),
    told: noPlainFile,
  },
  {
    name: 'a link to itself',
    prepare: (folder: string) => linkInPlaceOf('metadata/timestamp.json', folder, 'timestamp.json'),
    told: refused('unreachable', /leads in circles/),
  },
  {
    name: 'a link to an endless device',
    prepare: (folder: string) => linkInPlaceOf('metadata/timestamp.json', folder, '/dev/zero'),
    told: noPlainFile,
  },
  {
    name: 'a pipe into which nobody writes',
    prepare: async (folder: string) => {
      const path = join(folder, 'metadata/timestamp.json')
      await rm(path)
      await promisify(execFile)('mkfifo', [path])
    },
    told: noPlainFile,
  },
  {
    name: 'a folder in a file’s place',
    prepare: async (folder: string) => {
      await rm(join(folder, 'metadata/timestamp.json'))
      await mkdir(join(folder, 'metadata/timestamp.json'))
    },
    told: noPlainFile,
  },
  {
    name: 'a list of a terabyte',
    prepare: (folder: string) => truncate(join(folder, 'metadata/timestamp.json'), 2 ** 40),
    told: refused('not-genuine', /is larger than/),
  },
  {
    name: 'all names in capitals',
    prepare: inCapitals,
    told: refused('unreachable'),
  },
  {
    name: 'a manifest is a link',
    prepare: async (folder: string) => linkInPlaceOf(await newestManifest(folder), folder),
    told: incomplete(/^se\/winter\/\d+\.json: targets\/.* is no plain file of/),
  },
  {
    name: 'every file of the newest revision is a link to the kiosk’s own',
    prepare: async (folder: string) => {
      for (const name of await readdir(join(folder, 'content')))
        await linkInPlaceOf(`content/${name}`, folder, '/etc/passwd')
    },
    told: incomplete(/is no plain file of/),
  },
])('$name: the old one plays on; a good stick brings the new one', async ({ prepare, told }) => {
  const before = revision
  revision += 1
  await office.publish('se', 'winter', { level: 0.1 + (revision % 80) / 100, bake: `light ${revision}` })
  await putIn(prepare)
  await kiosk.says({ ...told, ...shows(before) })
  kiosk.expectWell()
  await putIn(async () => {})
  await kiosk.says({ sources: [{ outcome: 'unchanged' }], ...shows(revision) })
  kiosk.expectWell()
})

test('the same names in capitals beside the true ones, with other words in them, are nothing to it', async () => {
  revision += 1
  await office.publish('se', 'winter', { level: 0.77, bake: `light ${revision}` })
  await putIn(async (folder) => {
    await writeFile(join(folder, 'metadata/TIMESTAMP.JSON'), '{}')
    await cp(join(folder, 'content'), join(folder, 'CONTENT'), { recursive: true })
    for (const name of await readdir(join(folder, 'content'))) {
      await writeFile(join(folder, 'content', name.toUpperCase()), 'other words')
    }
  })
  await kiosk.says({ sources: [{ outcome: 'unchanged' }], ...shows(revision) })
  kiosk.expectWell()
})

test('a stick whose place is itself a link, as some systems mount them, is read', async () => {
  revision += 1
  await office.publish('se', 'winter', { level: 0.78, bake: `light ${revision}` })
  await putIn(async (folder) => {
    await cp(folder, join(office.folder, 'mounted'), { recursive: true })
  })
  await rm(stick, { recursive: true })
  await symlink(join(office.folder, 'mounted'), stick)
  await kiosk.says({ sources: [{ outcome: 'unchanged' }], ...shows(revision) })
  kiosk.expectWell()
})
