import { join } from 'node:path'
import { app } from 'electron'

/** The built application: out/main/main.js lies two folders below it. */
const appFolder = join(import.meta.dirname, '..', '..')

/** How the shell was started. Paths are absolute. */
export interface ShellSettings {
  /** Full screen, and nothing leads out of it. */
  readonly kiosk: boolean
  /** The page server of `npm run dev`, never in a packaged kiosk. */
  readonly developmentPage: string | null
  /** How long a page that has loaded may take to speak; null while one develops, and may stop its code anywhere. */
  readonly pageStandsWithinMs: number | null
  readonly pageFolder: string
  readonly roomsFolder: string
  /** Where the service lays out rooms that came with playlists. */
  readonly playlistRoomsFolder: string
  readonly preloadFile: string
  readonly serviceFile: string
  readonly dataFolder: string
  readonly contentFolder: string
}

export function readShellSettings(): ShellSettings {
  const env = process.env
  const dataFolder =
    given(env.SHOWROOM_DATA) ?? (app.isPackaged ? app.getPath('userData') : join(appFolder, 'data'))
  const developmentPage = app.isPackaged ? null : given(env.ELECTRON_RENDERER_URL)
  return {
    kiosk: process.argv.includes('--kiosk'),
    developmentPage,
    pageStandsWithinMs: developmentPage === null ? pageSeconds(env.SHOWROOM_PAGE_SECONDS) * 1_000 : null,
    pageFolder: join(appFolder, 'out', 'renderer'),
    roomsFolder: join(appFolder, 'out', 'rooms'),
    preloadFile: join(appFolder, 'out', 'preload', 'preload.cjs'),
    serviceFile: join(appFolder, 'out', 'main', 'service.js'),
    dataFolder,
    playlistRoomsFolder: join(dataFolder, 'playlists', 'rooms'),
    contentFolder: given(env.SHOWROOM_SCENES) ?? join(appFolder, 'scenes'),
  }
}

/** A page on a busy machine is there in a few seconds. */
function pageSeconds(said: string | undefined): number {
  const seconds = Number(given(said) ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 30
}

function given(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}
