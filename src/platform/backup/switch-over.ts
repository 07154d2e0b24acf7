import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../file-storage.ts'
import { makeFolder, nodeFiles } from '../files.ts'
import { type KeptFiles, keptNames, ownNames } from './kept-files.ts'

/**
 * Everything that a kiosk keeps is replaced at once, between two starts of the service: laid ready in full, put in place
 * at the next start. Every step is one rename, and each start goes on where the power went, so it is the old or the new.
 *
 *   restore/staging-…  being written: forgotten at the next start
 *   restore/staged     whole: what is there goes to restore/before, name by name
 *   restore/taking     nothing old is in the way any more: the new goes to its place, name by name
 */
const folderName = 'restore'
const stagedName = 'staged'
const takingName = 'taking'
const beforeName = 'before'
const filesName = 'files'
const orderName = 'order.json'

const order = z.strictObject({
  version: z.literal(1),
  what: z.enum(['restored', 'forgotten']),
  /** What of the data folder gives way. */
  clears: z.array(z.enum([...keptNames, ...ownNames])),
})
type Order = z.infer<typeof order>
export type SwitchedOver = Order['what']

/** The steps that change names, so that a test can take the power away before each. */
export interface Renaming {
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
}

const disk: Renaming = { rename, remove: (path) => rm(path, { recursive: true, force: true }) }

/** Lays ready what the next start puts in place. Rejects when the disk takes it not; then nothing is different. */
export async function layReady(dataFolder: string, files: KeptFiles | null): Promise<void> {
  const root = join(dataFolder, folderName)
  const staging = join(root, `staging-${randomBytes(6).toString('hex')}`)
  const wanted: Order =
    files === null
      ? { version: 1, what: 'forgotten', clears: [...keptNames, ...ownNames] }
      : { version: 1, what: 'restored', clears: [...keptNames] }
  try {
    await makeFolder(join(staging, filesName), 0o700)
    for (const [path, text] of files ?? []) await replaceFile(join(staging, filesName, path), text)
    await replaceFile(join(staging, orderName), JSON.stringify(wanted))
    await disk.remove(join(root, stagedName))
    await rename(staging, join(root, stagedName))
    await nodeFiles.syncFolder(root)
  } catch (error) {
    await disk.remove(staging).catch(() => {})
    throw error
  }
}

/**
 * Puts in place what was laid ready, before anything else is read. Null when there is nothing. When the old cannot be
 * put aside, all of it stays, and this rejects.
 */
export async function switchOver(
  dataFolder: string,
  { rename, remove }: Renaming = disk,
): Promise<SwitchedOver | null> {
  const root = join(dataFolder, folderName)
  const [staged, taking, before] = [stagedName, takingName, beforeName].map((name) => join(root, name))
  if (staged === undefined || taking === undefined || before === undefined) return null
  for (const name of await namesIn(root)) if (name.startsWith('staging-')) await remove(join(root, name))

  const ready = await orderIn(staged)
  if (ready !== null) {
    await putAside(dataFolder, before, ready, { rename, remove })
    await rename(staged, taking)
    await nodeFiles.syncFolder(root)
  }
  const taken = await orderIn(taking)
  if (taken === null) return null
  for (const name of await namesIn(join(taking, filesName))) {
    await rename(join(taking, filesName, name), join(dataFolder, name))
  }
  await nodeFiles.syncFolder(dataFolder)
  await remove(before)
  await remove(taking)
  return taken.what
}

async function putAside(
  dataFolder: string,
  before: string,
  { clears }: Order,
  { rename, remove }: Renaming,
): Promise<void> {
  await mkdir(before, { recursive: true, mode: 0o700 })
  const there = new Set(await namesIn(dataFolder))
  try {
    for (const name of clears) if (there.has(name)) await rename(join(dataFolder, name), join(before, name))
    await nodeFiles.syncFolder(before)
  } catch (error) {
    for (const name of await namesIn(before)) await rename(join(before, name), join(dataFolder, name))
    await remove(join(dirname(before), stagedName))
    throw error
  }
}

async function orderIn(folder: string): Promise<Order | null> {
  const text = await readFile(join(folder, orderName), 'utf8').catch(() => null)
  return text === null ? null : order.parse(JSON.parse(text))
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch(() => [])
}
