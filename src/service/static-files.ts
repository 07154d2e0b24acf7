import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.bin': 'application/octet-stream',
}

export interface StaticFile {
  readonly type: string
  readonly bytes: Buffer
}

/**
 * A file of a folder by its URL path, or null when there is none or it lies outside. Only known types are
 * handed out.
 */
export async function readStaticFile(folder: string, urlPath: string): Promise<StaticFile | null> {
  const type = types[extname(urlPath)]
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
