import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Storage } from '../showroom/storage.ts'

/** Records as files of one folder. Power may go at any moment: a record is the old one or the new one. */
export class FileStorage implements Storage {
  private readonly folder: string
  private writing: Promise<void> = Promise.resolve()

  constructor(folder: string) {
    this.folder = folder
  }

  async read(name: string): Promise<string | null> {
    try {
      return await readFile(join(this.folder, name), 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  }

  write(name: string, text: string): Promise<void> {
    const written = this.writing.then(() => replaceFile(join(this.folder, name), text))
    this.writing = written.catch(() => {})
    return written
  }
}

/** Replaces a file whole: written beside it, synced, renamed, and the rename synced too. */
export async function replaceFile(path: string, data: string | Uint8Array, mode = 0o600): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.new`
  const file = await open(temporary, 'w', mode) // Some records hold keys; by itself none is for other users.
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  await syncFolder(dirname(path))
}

/** Makes the names in a folder outlast a power cut. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; there the file system journals the rename by itself.
  const folder = await open(path, 'r').catch(() => null)
  if (folder === null) return
  try {
    await folder.sync()
  } catch {
    // Some file systems refuse to sync a folder; the rename is done all the same.
  } finally {
    await folder.close()
  }
}
