import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isRoomFile, isSceneFile, type SourceFile } from '../showroom/content.ts'

/** Reads the rooms and scenes of a content folder, in a stable order. */
export async function readContentFolder(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => isRoomFile(path) || isSceneFile(path))
    .sort()
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), 'utf8') })))
}
