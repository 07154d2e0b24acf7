import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isPlaylistFile } from '../playlist/playlist.ts'
import { isContentFile, type SourceFile } from '../showroom/content.ts'
import { type FileProblem, largestFile } from '../showroom/yaml-file.ts'

/** What a content folder holds, and what of it could not be read. */
export interface ContentFolder {
  readonly files: readonly SourceFile[]
  readonly unreadable: readonly FileProblem[]
}

/** Rooms, rules, prices and stores lie three folders deep, scenes two; nothing lies deeper. */
const deepest = 3

/** Reads the rooms, scenes, rules, products and playlists of a content folder, in a stable order. What cannot be read is told, not thrown. */
export async function readContentFolder(folder: string): Promise<ContentFolder> {
  const files: SourceFile[] = []
  const unreadable: FileProblem[] = []
  const tell = (file: string, error: unknown) => {
    const message = error instanceof Error ? error.message : String(error)
    const hint = 'see that it is there, is a text file, and may be read by who runs this'
    unreadable.push({ file, line: 1, column: 1, path: '', message: `cannot be read: ${message}`, hint })
  }
  const walk = async (path: string, depth: number): Promise<void> => {
    const entries = await readdir(join(folder, path), { withFileTypes: true }).catch((error: unknown) => {
      tell(path === '' ? folder : path, error)
      return []
    })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`
      if (entry.isDirectory() && depth < deepest) await walk(inside, depth + 1)
      else if (isContentFile(inside) || isPlaylistFile(inside)) {
        await readText(join(folder, inside))
          .then((text) => files.push({ path: inside, text }))
          .catch((error: unknown) => tell(inside, error))
      }
    }
  }
  await walk('', 1)
  return { files, unreadable }
}

async function readText(path: string): Promise<string> {
  const { size } = await stat(path)
  // Four bytes a character at most: anything beyond is refused before it fills the memory.
  if (size > largestFile * 4) throw new Error(`it is larger than ${largestFile} characters`)
  const bytes = await readFile(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Error('it is not UTF-8; save it as UTF-8', { cause })
  }
}
