import { dirname, join } from 'node:path'
import type { Storage } from '../showroom/storage.ts'
import { type Files, nodeFiles } from './files.ts'

/** Records as files of one folder. Power may go at any moment: a record is the old one or the new one. */
export class FileStorage implements Storage {
  private readonly folder: string
  private readonly files: Files
  private writing: Promise<void> = Promise.resolve()

  constructor(folder: string, files = nodeFiles) {
    this.folder = folder
    this.files = files
  }

  read(name: string): Promise<string | null> {
    return this.files.read(join(this.folder, name))
  }

  write(name: string, text: string): Promise<void> {
    const written = this.writing.then(() => replaceFile(join(this.folder, name), text, 0o600, this.files))
    this.writing = written.catch(() => {})
    return written
  }
}

/**
 * Replaces a file whole: written beside it, synced, renamed, and the rename synced too. By itself it is for no other
 * users, since some records hold keys.
 */
export async function replaceFile(
  path: string,
  data: string | Uint8Array,
  mode = 0o600,
  files = nodeFiles,
): Promise<void> {
  await files.makeFolder(dirname(path))
  const temporary = `${path}.new`
  try {
    await writeWhole(temporary, data, mode, files)
    await files.rename(temporary, path)
  } catch (error) {
    // What a full disk took of it would only keep it full.
    await files.remove(temporary).catch(() => {})
    throw error
  }
  await files.syncFolder(dirname(path))
}

async function writeWhole(
  path: string,
  data: string | Uint8Array,
  mode: number,
  files: Files,
): Promise<void> {
  const file = await files.create(path, mode)
  try {
    await file.write(data)
    await file.sync()
  } finally {
    await file.close()
  }
}
