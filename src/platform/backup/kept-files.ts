import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a kiosk keeps and cannot have again: this goes into a backup, and comes out of one. By the data folder's names. */
export const keptNames = [
  'bindings.json',
  'bindings.spoilt.json',
  'device-names.json',
  'kiosk-id.txt',
  'own-scenes.json',
  'own-scenes.spoilt.json',
  'playlists-seen.json',
  'staff',
  'statistics.json',
  'store.json',
  'zigbee',
] as const

/** What the machine makes by itself, fetches anew, or leaves for people; a factory reset takes the first of these along. */
export const ownNames = ['playlists', 'reports', 'runs.json'] as const
export const leftNames = ['browser', 'exchange', 'restore', 'virtual', 'virtual-dongle.json'] as const

/** Text by its path in the data folder, with "/" between the parts. */
export type KeptFiles = ReadonlyMap<string, string>

const safePart = /^[\w-][\w.-]*$/

/** Whether a file from elsewhere may be put there. */
export function isKept(path: string): boolean {
  const parts = path.split('/')
  const isNamed = keptNames.some((name) => name === parts[0])
  return isNamed && parts.length <= 4 && parts.every((part) => safePart.test(part)) && !isHalf(path)
}

/** All of it. Each file is replaced whole by whoever writes it, so each is read whole. */
export async function readKept(dataFolder: string): Promise<KeptFiles> {
  const files = new Map<string, string>()
  for (const name of keptNames) await readInto(files, dataFolder, name)
  return files
}

async function readInto(files: Map<string, string>, dataFolder: string, path: string): Promise<void> {
  const here = join(dataFolder, path)
  const entries = await readdir(here).catch((error: unknown) => {
    if (codeOf(error) === 'ENOTDIR') return null
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  if (entries !== null) {
    for (const entry of entries.sort()) await readInto(files, dataFolder, `${path}/${entry}`)
    return
  }
  if (!isKept(path)) return
  const text = await readFile(here, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null // It was replaced, or removed, just now.
    throw error
  })
  if (text !== null) files.set(path, text)
}

/** What a power cut left beside the file that it was to replace. */
function isHalf(path: string): boolean {
  return /\.(new|tmp)(\.|$)/.test(path)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
