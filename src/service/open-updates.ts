import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { consoleLog } from '../platform/console-log.ts'
import { nodeDisk } from '../updates/disk.ts'
import { usualPatience } from '../updates/http-source.ts'
import { sourceNamed } from '../updates/source-named.ts'
import type { StoreClock } from '../updates/store-clock.ts'
import { Updates } from '../updates/updates.ts'
import type { OwnStore } from './own-store.ts'
import type { PlaylistSettings } from './playlist-settings.ts'

/** Where playlists come from and are kept; a kiosk without its root takes nothing new, staff are told, and what it has plays on. */
export async function openUpdates(
  { sources, rootFile, patienceMs }: PlaylistSettings,
  dataFolder: string,
  clock: StoreClock,
  wall: OwnStore['wall'],
): Promise<Updates> {
  const root = rootFile === null ? '' : await rootIn(rootFile)
  return new Updates({
    disk: nodeDisk,
    folder: join(dataFolder, 'playlists'),
    memoryFile: join(dataFolder, 'playlists-seen.json'),
    root,
    sources: sources.map((name) => sourceNamed(name, { ...usualPatience, windowMs: patienceMs })),
    clock,
    wall,
    log: consoleLog,
  })
}

function rootIn(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    consoleLog('error', `SHOWROOM_PLAYLISTS_ROOT: ${file} cannot be read`)
    return ''
  })
}
