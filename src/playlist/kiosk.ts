import { z } from 'zod'

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/
const slugHint = 'use small letters, digits and single hyphens, like "se-012"'

/** A region that head office delegates to, mostly a country's ISO 3166 code: "se". */
export const regionCode = z.string().regex(/^[a-z]{2}$/, 'write a country as two small letters, like "se"')
export const storeId = z.string().regex(slug, slugHint).max(64)
export const kioskTag = z.string().regex(slug, slugHint).max(64)

/** Who a kiosk is, as far as playlists ask. */
export interface Kiosk {
  /** Differs from kiosk to kiosk and never changes. */
  readonly id: string
  readonly store: string | null
  readonly country: string | null
  readonly tags: readonly string[]
  /** The program's version, "1.2.0". */
  readonly app: string
  /** Fixtures with a device: "living-room/floor-lamp". */
  readonly hardware: ReadonlySet<string>
}
