import { copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { bakedFiles, isFresh } from './bake-room.ts'

/** Where a room's bake lies in the repository once the room is settled. */
export function committedBake(roomFolder: string): string {
  return join(roomFolder, 'baked')
}

/** The rooms of a content folder: the names of those with a description, in order. */
export async function roomNames(roomsFolder: string): Promise<string[]> {
  const entries = await readdir(roomsFolder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  const described = await Promise.all(names.map((name) => isFile(join(roomsFolder, name, 'room.yaml'))))
  return names.filter((_, i) => described[i]).sort()
}

/**
 * What is wrong with the bake that lies beside a room, as a sentence; null when it is the room as it is now, or
 * when there is none yet.
 */
export async function staleBake(roomFolder: string, name: string): Promise<string | null> {
  const baked = committedBake(roomFolder)
  if (!(await isFile(join(baked, 'room.json')))) return null
  if (await isFresh(roomFolder, baked)) return null
  return `The light in ${baked} was not baked from the room as it is now. Bake it again: npx showroom bake ${name}`
}

/** Copies a bake, the description last. */
export async function copyBake(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of bakedFiles) await copyFile(join(from, name), join(to, name))
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() === true
}
