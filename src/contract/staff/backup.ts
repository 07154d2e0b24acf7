import { z } from 'zod'

/** What a backup is locked with. It guards the network's key, so it must not be guessed by a machine. */
export const shortestPassphrase = 12
export const passphrase = z
  .string()
  .trim()
  .min(shortestPassphrase)
  .max(200)
  .refine((text) => new Set(text).size > 4, 'is one letter again and again')

/** Backups end so; others are not even listed. */
export const backupEnding = '.showroom'

/** Where backups are put and looked for: a stick that is plugged in, or a folder of the kiosk's own. */
const backupPlace = z.strictObject({
  /** By its path on this machine. */
  folder: z.string(),
  kind: z.enum(['drive', 'exchange']),
  /** As people call it: the last part of its path. */
  name: z.string(),
  /** Bytes; null when the disk does not say. */
  free: z.number().min(0).nullable(),
})
export type BackupPlace = z.infer<typeof backupPlace>

/** A file that calls itself a backup. Whether it is whole is known when it is opened. */
const foundBackup = z.strictObject({
  folder: z.string(),
  file: z.string(),
  bytes: z.number().min(0),
  /** ISO 8601, and the store's name then; null when its head cannot be read. */
  head: z.strictObject({ made: z.string(), store: z.string() }).nullable(),
})
export type FoundBackup = z.infer<typeof foundBackup>

export const backupsFound = z.strictObject({
  places: z.array(backupPlace),
  /** Newest first. */
  backups: z.array(foundBackup),
})
export type BackupsFound = z.infer<typeof backupsFound>

/** Why a backup is not taken, or not made. Nothing was changed; `busy` is with another one, or with starting anew. */
export const backupProblem = z.enum([
  'busy',
  'gone',
  'not-a-backup',
  'cut',
  'newer',
  'too-large',
  'passphrase',
])
export type BackupProblem = z.infer<typeof backupProblem>

/**
 * How the stick's memory got into a backup: read just now; as it was read last; or not at all, and lamps would have to
 * join anew.
 */
export const stickInBackup = z.enum(['read', 'older', 'none'])
export type StickInBackup = z.infer<typeof stickInBackup>

/** What can be started anew, or ended, where this kiosk runs; the page itself always can. */
export const restartable = z.enum(['service', 'kiosk', 'desktop'])
export type Restartable = z.infer<typeof restartable>
