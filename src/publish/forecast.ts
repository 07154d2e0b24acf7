import { z } from 'zod'
import { isTimeZone } from '../contract/staff/store-settings.ts'
import { evaluate, type Offered } from '../playlist/evaluate.ts'
import { type Kiosk, kioskTag, regionCode, storeId } from '../playlist/kiosk.ts'
import { WallClock } from '../showroom/wall-clock.ts'
import { parseManifest } from '../updates/installed.ts'
import { revisionOf } from './publish-playlist.ts'
import type { Entry, Repository } from './repository.ts'

/** `stores.yaml`: the stores that a dry run looks at. */
export const storeList = z.strictObject({
  version: z.literal(1),
  stores: z
    .array(
      z.strictObject({
        id: storeId,
        country: regionCode,
        tags: z.array(kioskTag).max(50).default([]),
        timeZone: z.string().refine(isTimeZone, 'write a time zone, such as Europe/Stockholm'),
        /** Fixtures with a device: "living-room/blind". */
        hardware: z.array(z.string().max(130)).max(2000).default([]),
      }),
    )
    .min(1)
    .max(5000),
})
export type Store = z.infer<typeof storeList>['stores'][number]

/** From this instant on the store shows this; null for what is built in. */
export interface Moment {
  readonly atMs: number
  readonly plays: string | null
}

const stepMs = 15 * 60_000

/** All that an area and "global" offer, as kiosks will read it. */
export async function offersOf(
  repository: Repository,
  areas: ReadonlyMap<string, ReadonlyMap<string, Entry>>,
): Promise<Offered[]> {
  const offers: Offered[] = []
  for (const entries of areas.values()) {
    for (const [path, { sha256, custom }] of entries) {
      const key = path.slice(0, path.lastIndexOf('/'))
      const manifest = parseManifest(await repository.readManifest(path, sha256), key, revisionOf(path))
      if (manifest === null) continue
      const whole = { broken: null, late: null, lacks: null }
      offers.push({ key, revision: manifest.revision, playlist: manifest.playlist, ...custom, ...whole })
    }
  }
  return offers
}

/** What a store will show, from `fromMs` for so many days; a quarter of an hour exact. */
export function forecast(
  store: Store,
  app: string,
  offers: readonly Offered[],
  fromMs: number,
  days: number,
): Moment[] {
  const { id, country, tags, timeZone, hardware } = store
  const kiosk: Kiosk = { id, store: id, country, tags, app, hardware: new Set(hardware) }
  const wall = new WallClock(timeZone)
  const own = offers.filter(({ key }) => key.startsWith('global/') || key.startsWith(`${country}/`))
  const moments: Moment[] = []
  const first = Math.floor(fromMs / stepMs) * stepMs
  for (let atMs = first; atMs < fromMs + days * 86_400_000; atMs += stepMs) {
    const { plays } = evaluate(own, kiosk, wall, atMs)
    const name = plays === null ? null : `${plays.key} ${plays.revision}`
    if (moments.at(-1)?.plays !== name || moments.length === 0) moments.push({ atMs, plays: name })
  }
  return moments
}
