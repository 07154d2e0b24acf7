import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { pageFileTypes } from '../contract/page-files.ts'

export interface StaticFile {
  readonly type: string
  readonly bytes: Buffer
}

/**
 * A file of a folder by its URL path, or null when there is none or it lies outside. Only known types are
 * handed out.
 */
export async function readStaticFile(folder: string, urlPath: string): Promise<StaticFile | null> {
  const type = pageFileTypes[extname(urlPath)]
  if (type === undefined) return null
  let decoded: string
  try {
    decoded = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const path = normalize(join(folder, decoded))
  if (!path.startsWith(folder + sep)) return null
  try {
    return { type, bytes: await readFile(path) }
  } catch {
    return null
  }
}
