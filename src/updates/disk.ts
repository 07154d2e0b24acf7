import {
  constants,
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
} from 'node:fs/promises'
import { dirname } from 'node:path'
import { replaceFile } from '../platform/file-storage.ts'
import { nodeFiles } from '../platform/files.ts'

/** All that updates do to the disk: power may go at any moment, and tests let it. */
export interface Disk {
  /** Null when there is no such file. */
  read(path: string): Promise<Buffer | null>
  size(path: string): Promise<number | null>
  list(folder: string): Promise<readonly string[]>
  /** There is either the old file or the new one. */
  replace(path: string, bytes: string | Uint8Array): Promise<void>
  append(path: string, bytes: Uint8Array): Promise<void>
  /** Moves a file that is whole: it has reached the disk before it gets its name. */
  settle(from: string, to: string): Promise<void>
  /** Gives a file a second name, or copies it where the file system has no such thing. */
  share(from: string, to: string): Promise<void>
  /** Moves a folder to a name that is free. */
  moveFolder(from: string, to: string): Promise<void>
  /** A file or a folder with all that is in it; one that is not there is no error. */
  remove(path: string): Promise<void>
  /** Bytes, of the disk that holds `path`. */
  space(path: string): Promise<{ readonly free: number; readonly total: number }>
}

export const nodeDisk: Disk = {
  async read(path) {
    return unlessMissing(readFile(path))
  },
  async size(path) {
    const found = await unlessMissing(stat(path))
    return found?.isFile() === true ? found.size : null
  },
  async list(folder) {
    return (await unlessMissing(readdir(folder))) ?? []
  },
  async replace(path, bytes) {
    await replaceFile(path, bytes)
  },
  async append(path, bytes) {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(path, 'a', 0o600)
    try {
      await file.writeFile(bytes)
    } finally {
      await file.close()
    }
  },
  async settle(from, to) {
    const file = await open(from, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await mkdir(dirname(to), { recursive: true })
    await rename(from, to)
    await nodeFiles.syncFolder(dirname(to))
  },
  async share(from, to) {
    await mkdir(dirname(to), { recursive: true })
    await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_EXCL))
  },
  async moveFolder(from, to) {
    await nodeFiles.syncFolder(from)
    await mkdir(dirname(to), { recursive: true })
    await rename(from, to)
    await nodeFiles.syncFolder(dirname(to))
  },
  async remove(path) {
    await rm(path, { recursive: true, force: true })
  },
  async space(path) {
    await mkdir(path, { recursive: true })
    const { bavail, blocks, bsize } = await statfs(path)
    return { free: bavail * bsize, total: blocks * bsize }
  },
}

async function unlessMissing<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null
    throw error
  }
}
