import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { kioskTag, regionCode, storeId } from '../playlist/kiosk.ts'
import { usualPatience } from '../updates/http-source.ts'
import { numberBetween, type SettingProblem, understood, type Variables } from './setting-problems.ts'

const seconds = (fallback: number) => numberBetween(0.05, 86_400).default(fallback)

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

/** The names of the variables that are read here. */
export const playlistVariables: readonly string[] = Object.keys(environment.shape)

/** Where this kiosk's playlists come from, and who it is. */
export interface PlaylistSettings {
  /** Web addresses, and absolute paths of folders such as a stick's; looked into in turn. */
  readonly sources: readonly string[]
  /** The file of the root that head office gave out; without one nothing new is taken. */
  readonly rootFile: string | null
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

/**
 * Null where no source is set: then the kiosk shows what is built in. What is wrong is added to `problems` and counts as
 * not given.
 */
export function readPlaylistSettings(
  variables: Variables,
  problems: SettingProblem[] = [],
): PlaylistSettings | null {
  const data = understood(environment, variables, problems)
  if (data.SHOWROOM_PLAYLISTS === undefined) return null
  if (data.SHOWROOM_PLAYLISTS_ROOT === undefined) {
    const hint = 'it is missing: name the file root.json that head office gave out'
    problems.push({ name: 'SHOWROOM_PLAYLISTS_ROOT', value: '', hint })
  }
  return {
    sources: data.SHOWROOM_PLAYLISTS.split(',').flatMap((text) => sourceNamed(text.trim(), problems)),
    rootFile: data.SHOWROOM_PLAYLISTS_ROOT === undefined ? null : resolve(data.SHOWROOM_PLAYLISTS_ROOT),
    everyMs: data.SHOWROOM_PLAYLISTS_EVERY * 1000,
    patienceMs: data.SHOWROOM_PLAYLISTS_PATIENCE * 1000,
    idleMs: data.SHOWROOM_IDLE * 1000,
    kiosk: data.SHOWROOM_KIOSK ?? null,
    country: data.SHOWROOM_COUNTRY ?? null,
    tags: data.SHOWROOM_TAGS,
  }
}

function sourceNamed(text: string, problems: SettingProblem[]): string[] {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return [text]
  if (isAbsolute(text)) return [text]
  const hint = 'write a web address (https://…) or the whole path of a folder'
  problems.push({ name: 'SHOWROOM_PLAYLISTS', value: text, hint })
  return []
}
