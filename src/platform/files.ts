import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file that is being written. */
export interface WrittenFile {
  write(data: string | Uint8Array): Promise<void>
  /** What was written outlasts a power cut from here on. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** The steps by which a record reaches a disk: power may go before, between and within them. */
export interface Files {
  /** Null when there is no such file. */
  read(path: string): Promise<string | null>
  makeFolder(path: string): Promise<void>
  /** A new file, or an old one emptied. */
  create(path: string, mode: number): Promise<WrittenFile>
  rename(from: string, to: string): Promise<void>
  /** One that is not there is no error. */
  remove(path: string): Promise<void>
  /** Makes the names in a folder outlast a power cut. */
  syncFolder(path: string): Promise<void>
}

/**
 * Makes a folder and those above it. Of a disk that is read-only Node says ENOENT ("no such folder") then: the one that
 * is missing is asked for once more, by itself, which tells why.
 */
export async function makeFolder(path: string, mode = 0o777, make: typeof mkdir = mkdir): Promise<void> {
  try {
    await make(path, { recursive: true, mode })
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) throw error
    await makeFolder(dirname(path), mode, make)
    await make(path, { mode })
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

export const nodeFiles: Files = {
  async read(path) {
    try {
      return await readFile(path, 'utf8')
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  },
  makeFolder: (path) => makeFolder(path),
  async create(path, mode) {
    const file = await open(path, 'w', mode)
    return {
      write: (data) => file.writeFile(data),
      sync: () => file.sync(),
      close: () => file.close(),
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  async syncFolder(path) {
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
  },
}
