import { z } from 'zod'
import { playlist } from './playlist.ts'

/** Names that are devices to Windows, whatever follows the dot. */
const reserved = /(^|\/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(\/|$)/
const step = '[a-z0-9][a-z0-9._-]{0,99}'

/**
 * Where a file belongs: `content/…` is what people write, `baked/<room>/…` what the page draws the room from. Small
 * letters only and no step that begins with a dot, so that no file system sees anything else in it than we do.
 */
const filePath = z
  .string()
  .regex(
    new RegExp(`^(content|baked)(/${step}){1,3}\\.(yaml|yml|json|bin|jpg|png|webp)$`),
    'is no path of ours',
  )
  .refine((path) => !reserved.test(path), 'is no path of ours')

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256')

/** No room's bake comes near. */
const largestFileBytes = 64 * 1024 * 1024
const largestPlaylistBytes = 512 * 1024 * 1024

const manifestFile = z.strictObject({
  path: filePath,
  sha256,
  bytes: z.number().int().min(0).max(largestFileBytes),
})
export type ManifestFile = z.infer<typeof manifestFile>

/** What head office signs: a playlist's revision, and every file that it is made of. */
export const manifest = z
  .strictObject({
    format: z.literal(1),
    revision: z.number().int().min(1).max(1_000_000),
    playlist,
    files: z.array(manifestFile).min(1).max(4000),
  })
  .refine(
    ({ files }) => new Set(files.map(({ path }) => path)).size === files.length,
    'a file is named twice',
  )
  .refine(
    ({ files }) => files.reduce((sum, { bytes }) => sum + bytes, 0) <= largestPlaylistBytes,
    `a playlist is larger than ${largestPlaylistBytes / 1024 / 1024} MiB`,
  )
  .refine((it) => it.playlist.class !== 'store', 'this class is the store’s own')
export type Manifest = z.infer<typeof manifest>

/** No manifest that means something is larger, in bytes. */
export const largestManifestBytes = 2 * 1024 * 1024

/** How far a revision is rolled out; stands beside its hash in the signed list. */
export const rollout = z.strictObject({
  ring: z.number().min(0).max(100),
  stop: z.boolean(),
})
export type Rollout = z.infer<typeof rollout>
