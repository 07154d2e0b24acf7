import { extname, join, normalize, sep } from 'node:path'
import { pageFileTypes, playlistRoom } from '../contract/page-files.ts'

/** The page has an origin of its own, without file system behind it: `app://kiosk/`. */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://kiosk`
export const appPage = `${appOrigin}/index.html`

export interface AppFolders {
  /** The built page. */
  readonly page: string
  /** The baked rooms, under `/rooms/`. */
  readonly rooms: string
  /** Rooms that came with playlists, under `/rooms/@`. */
  readonly playlistRooms: string
}

export interface AppFile {
  readonly path: string
  readonly type: string
}

/** The file that an address of our scheme names, or null: another host, an unknown type, outside the folders. */
export function resolveAppUrl(address: string, folders: AppFolders): AppFile | null {
  const url = URL.canParse(address) ? new URL(address) : null
  // Non-standard schemes have the origin "null" under Node, so scheme and host are compared one by one.
  if (url === null || url.protocol !== `${appScheme}:` || url.host !== 'kiosk') return null
  const path = decoded(url.pathname)
  if (path === null || /[\0\\]/.test(path)) return null
  const { folder, inside } = placeOf(path, folders)
  const file = normalize(join(folder, inside))
  const type = pageFileTypes[extname(file)]
  if (type === undefined || !file.startsWith(folder + sep)) return null
  return { path: file, type }
}

function placeOf(path: string, folders: AppFolders): { readonly folder: string; readonly inside: string } {
  const brought = playlistRoom.exec(path)?.[1]
  if (brought !== undefined) return { folder: folders.playlistRooms, inside: brought }
  if (path.startsWith('/rooms/')) return { folder: folders.rooms, inside: path.slice('/rooms'.length) }
  return { folder: folders.page, inside: path === '/' ? '/index.html' : path }
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
