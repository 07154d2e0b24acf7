import { z } from 'zod'
import { fixtureId, roomId, ruleId, sceneId } from '../contract/ids.ts'
import { localizedText } from '../contract/words.ts'
import type { FileVersions } from '../showroom/file-version.ts'
import { timeOfDay, weekdays } from '../showroom/local-time.ts'
import { kioskTag, regionCode, storeId } from './kiosk.ts'

/** From the most urgent down. Below the last plays what is built into the kiosk. */
export const playlistClasses = ['emergency', 'store', 'campaign', 'base'] as const
export type PlaylistClass = (typeof playlistClasses)[number]

const dateHint = 'write a date as "2026-11-27"'
const momentHint = 'write a moment as "2026-11-27 09:00", or a date alone for the whole day'

const isDate = (text: string) => {
  const parsed = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

/** "2026-11-27", a day that the calendar has. */
export const date = z
  .string(dateHint)
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: dateHint, abort: true })
  .refine(isDate, 'the calendar has no such day')

/** A moment on the store's wall clock; without `minute` a whole day. */
export interface LocalMoment {
  readonly date: string
  readonly minute: number | null
}

const localMoment = z
  .string(momentHint)
  .regex(/^\d{4}-\d{2}-\d{2}( ([01]\d|2[0-3]):[0-5]\d)?$/, { error: momentHint, abort: true })
  .refine((text) => isDate(text.slice(0, 10)), 'the calendar has no such day')
  .transform((text): LocalMoment => {
    const minute = text.length > 10 ? Number(text.slice(11, 13)) * 60 + Number(text.slice(14)) : null
    return { date: text.slice(0, 10), minute }
  })

const window = {
  from: timeOfDay,
  /** May lie past midnight: then the window belongs to the day on which it begins. */
  until: timeOfDay,
}
const lasts = ({ from, until }: { readonly from: number; readonly until: number }) => from !== until
const lastsHint = 'it ends when it begins; leave the hours out for the whole day'

const daypart = z
  .strictObject({
    /** Every day when left out. */
    days: z.array(z.enum(weekdays)).min(1).max(7).optional(),
    ...window,
  })
  .refine(lasts, { message: lastsHint, path: ['until'] })
export type Daypart = z.infer<typeof daypart>

const exception = z.strictObject({
  on: date,
  /** In place of the day's usual hours; without them the playlist does not play on that day. */
  hours: z
    .array(z.strictObject(window).refine(lasts, { message: lastsHint, path: ['until'] }))
    .min(1)
    .max(20)
    .optional(),
})

const inRoom = (what: string) =>
  z
    .string()
    .regex(/^[a-z0-9-]{1,64}\/[a-z0-9-]{1,64}$/, `write a room and ${what}, like "living-room/${what}"`)

const sceneInRoom = inRoom('scene').transform((text) => {
  const [room = '', id = ''] = text.split('/')
  return { room: roomId.parse(room), scene: sceneId.parse(id) }
})
const ruleInRoom = inRoom('rule').transform((text) => {
  const [room = '', id = ''] = text.split('/')
  return { room: roomId.parse(room), rule: ruleId.parse(id) }
})
const fixtureInRoom = inRoom('fixture').transform((text) => {
  const [room = '', id = ''] = text.split('/')
  return { room: roomId.parse(room), fixture: fixtureId.parse(id) }
})

export const appVersion = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/, 'write a version as "1.2.0"')

const slugHint = 'use small letters, digits and single hyphens, like "winter-evenings"'
export const playlistId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, slugHint)
  .max(64)

/** `playlists/<id>.yaml`: which rooms, scenes and rules stores show, and when. */
export const playlist = z
  .strictObject({
    version: z.literal(1),
    id: playlistId,
    title: localizedText,
    /** What staff and head office should know of it; shoppers never read it. */
    note: localizedText.optional(),
    class: z.enum(playlistClasses).default('campaign'),
    /** Among equals that play at the same time: how much of it is this one's. */
    share: z.number().int().min(1).max(100).default(1),
    /** In the store's own time. */
    from: localMoment.optional(),
    /** In the store's own time; a day alone is played to its end. */
    until: localMoment.optional(),
    /** All day when left out. */
    hours: z.array(daypart).min(1).max(50).optional(),
    except: z.array(exception).max(400).default([]),
    stores: z
      .strictObject({
        countries: z.array(regionCode).min(1).max(250).optional(),
        only: z.array(storeId).min(1).max(2000).optional(),
        /** Stores that have one of these tags. */
        tags: z.array(kioskTag).min(1).max(50).optional(),
        /** Not in stores that have one of these tags. */
        without: z.array(kioskTag).min(1).max(50).optional(),
      })
      .prefault({}),
    /** Plays only where devices stand at all of these fixtures. */
    needs: z.array(fixtureInRoom).max(100).default([]),
    /** The oldest kiosk program that can play it. */
    app: appVersion.optional(),
    /** False: scenes that staff have made in their store are not shown while it plays. Emergencies never show them. */
    ownScenes: z.boolean().default(true),
    rooms: z.array(roomId).min(1).max(20),
    /** Of these rooms; all of theirs when left out. */
    scenes: z.array(sceneInRoom).min(1).max(200).optional(),
    /** Of these rooms; all of theirs when left out. */
    rules: z.array(ruleInRoom).max(200).optional(),
  })
  .refine(isInOrder, { message: 'it ends before it begins', path: ['until'] })
export type Playlist = z.infer<typeof playlist>

export const playlistVersions: FileVersions = { newest: 1, upgrades: {} }

export function isPlaylistFile(path: string): boolean {
  return /^playlists\/[^/]+\.ya?ml$/.test(path)
}

function isInOrder({
  from,
  until,
}: {
  readonly from?: LocalMoment | undefined
  readonly until?: LocalMoment | undefined
}): boolean {
  if (from === undefined || until === undefined) return true
  const sortable = ({ date: day, minute }: LocalMoment, whole: number) =>
    `${day} ${String(minute ?? whole).padStart(4, '0')}`
  return sortable(from, 0) < sortable(until, 24 * 60)
}

/** Waits for nobody. */
export function isUrgent({ class: rank }: Playlist): boolean {
  return rank === 'emergency'
}
