import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { kioskTag, regionCode, storeId } from '../playlist/kiosk.ts'
import { usualPatience } from '../updates/http-source.ts'
import { SettingsError } from './settings.ts'

const seconds = (fallback: number) => z.coerce.number().min(0.05).max(86_400).default(fallback)

const environment = z.object({
  SHOWROOM_PLAYLISTS: z.string().min(1).optional(),
  SHOWROOM_PLAYLISTS_ROOT: z.string().min(1).optional(),
  SHOWROOM_PLAYLISTS_EVERY: seconds(15 * 60),
  SHOWROOM_PLAYLISTS_PATIENCE: seconds(usualPatience.windowMs / 1000),
  SHOWROOM_IDLE: seconds(90),
  SHOWROOM_KIOSK: storeId.optional(),
  SHOWROOM_COUNTRY: regionCode.optional(),
  SHOWROOM_TAGS: z
    .string()
    .transform((text) => text.split(',').map((tag) => tag.trim()))
    .pipe(z.array(kioskTag).max(50))
    .default([]),
})

/** Where this kiosk's playlists come from, and who it is. */
export interface PlaylistSettings {
  /** Web addresses, and absolute paths of folders such as a stick's; looked into in turn. */
  readonly sources: readonly string[]
  /** The file of the root that head office gave out. */
  readonly rootFile: string
  readonly everyMs: number
  /** In which a web server must send 8 KiB, or all that it has, and a stick answer a call. */
  readonly patienceMs: number
  /** How long nobody must have touched the kiosk before another playlist comes onto the screen. */
  readonly idleMs: number
  /** Null for one that is made up at the first start. */
  readonly kiosk: string | null
  readonly country: string | null
  readonly tags: readonly string[]
}

/** Null where no source is set: then the kiosk shows what is built in. */
export function readPlaylistSettings(
  env: Readonly<Record<string, string | undefined>>,
): PlaylistSettings | null {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '),
    )
  }
  const { data } = parsed
  if (data.SHOWROOM_PLAYLISTS === undefined) return null
  if (data.SHOWROOM_PLAYLISTS_ROOT === undefined) {
    throw new SettingsError(
      'SHOWROOM_PLAYLISTS_ROOT is missing: the file root.json that head office gave out',
    )
  }
  return {
    sources: data.SHOWROOM_PLAYLISTS.split(',').map((text) => sourceName(text.trim())),
    rootFile: resolve(data.SHOWROOM_PLAYLISTS_ROOT),
    everyMs: data.SHOWROOM_PLAYLISTS_EVERY * 1000,
    patienceMs: data.SHOWROOM_PLAYLISTS_PATIENCE * 1000,
    idleMs: data.SHOWROOM_IDLE * 1000,
    kiosk: data.SHOWROOM_KIOSK ?? null,
    country: data.SHOWROOM_COUNTRY ?? null,
    tags: data.SHOWROOM_TAGS,
  }
}

function sourceName(text: string): string {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return text
  if (isAbsolute(text)) return text
  throw new SettingsError(
    `SHOWROOM_PLAYLISTS "${text}" is neither a web address (https://…) nor the whole path of a folder`,
  )
}
