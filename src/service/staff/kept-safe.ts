import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type BackupProblem, type BackupsFound, backupEnding } from '../../contract/staff/backup.ts'
import { programVersion } from '../../contract/version.ts'
import { isKept, type KeptFiles, readKept } from '../../platform/backup/kept-files.ts'
import { findBackups } from '../../platform/backup/places.ts'
import { largestFile, SealedFileError, seal, unseal } from '../../platform/backup/sealed-file.ts'
import { layReady } from '../../platform/backup/switch-over.ts'
import { makeFolder, nodeFiles } from '../../platform/files.ts'
import type { Log } from '../../showroom/log.ts'
import type { Safekeeping, Saved } from '../../showroom/staff/safekeeping.ts'
import { withGivenUpNetwork } from './given-up-network.ts'
import { auditFile } from './pin-recovery.ts'

/** What is inside a backup: texts by their path in the data folder. */
const content = z.strictObject({
  version: z.literal(1),
  program: z.string(),
  files: z.record(z.string(), z.string()),
})

const stickRecord = 'zigbee/coordinator-backups.json'
const seenRecord = 'playlists-seen.json'

export interface KeptSafeParts {
  readonly dataFolder: string
  /** A folder whose folders count as drives; null looks where this system mounts them. */
  readonly drives: string | null
  readonly store: () => string
  /** Reads the stick's memory into its record; rejects when there is no stick. */
  readonly readStick: () => Promise<void>
  readonly date: () => Date
  readonly log: Log
  /** scrypt's, for tests. */
  readonly cost?: number
}

/** Everything a kiosk keeps as one locked file in a place that people reach, and back again. */
export class KeptSafe implements Safekeeping {
  private readonly parts: KeptSafeParts

  constructor(parts: KeptSafeParts) {
    this.parts = parts
  }

  find(): Promise<BackupsFound> {
    return findBackups({ exchange: this.exchange, drives: this.parts.drives })
  }

  async save(folder: string, passphrase: string): Promise<Saved> {
    const { dataFolder, date, store, cost } = this.parts
    if (!(await this.isPlace(folder))) return { kind: 'gone' }
    const isRead = await this.readStick()
    const files = await readKept(dataFolder)
    const stick = isRead ? 'read' : files.has(stickRecord) ? 'older' : 'none'
    const inside = { version: 1, program: programVersion, files: Object.fromEntries(files) }
    const made = date().toISOString()
    const sealed = await seal(JSON.stringify(inside), passphrase, { made, store: store() }, cost)
    if (folder === this.exchange) await makeFolder(folder)
    const path = join(folder, nameOf(store(), made))
    try {
      await putWhole(path, sealed)
    } catch (error) {
      if (isGone(error)) return { kind: 'gone' }
      throw error
    }
    return { kind: 'saved', path, stick }
  }

  async restore(folder: string, file: string, passphrase: string): Promise<BackupProblem | null> {
    const { backups } = await this.find()
    const found = backups.find((one) => one.folder === folder && one.file === file)
    if (found === undefined) return 'gone'
    if (found.bytes > largestFile) return 'too-large'
    try {
      const text = await unseal(await readWhole(join(folder, file)), passphrase)
      await layReady(this.parts.dataFolder, await this.adapted(filesIn(text)))
      return null
    } catch (error) {
      if (isGone(error)) return 'gone'
      if (!(error instanceof SealedFileError)) throw error
      this.parts.log('warning', `a backup was not taken: ${error.code}`)
      return error.code
    }
  }

  forgetAll(): Promise<void> {
    return layReady(this.parts.dataFolder, null)
  }

  private get exchange(): string {
    return join(this.parts.dataFolder, 'exchange')
  }

  private async isPlace(folder: string): Promise<boolean> {
    return (await this.find()).places.some((place) => place.folder === folder)
  }

  private async readStick(): Promise<boolean> {
    try {
      await this.parts.readStick()
      return true
    } catch (error) {
      this.parts.log('warning', `The radio stick's memory was not read for the backup: ${String(error)}`)
      return false
    }
  }

  /** What this machine must not lose by a backup: what was done here, and which playlists have been seen. */
  private async adapted(files: KeptFiles): Promise<KeptFiles> {
    const here = await readKept(this.parts.dataFolder)
    const adapted = new Map(files)
    const log = [auditFile, `${auditFile}.1`].map((name) => ({
      name,
      lines: joined(files.get(name), here.get(name)),
    }))
    for (const { name, lines } of log) if (lines !== '') adapted.set(name, lines)
    // An older memory would let an older playlist pass for a new one.
    const seen = here.get(seenRecord)
    if (seen !== undefined) adapted.set(seenRecord, seen)
    // Wrong PINs in a row are this machine's, however often somebody restores.
    const attempts = here.get('staff/attempts.json')
    if (attempts !== undefined) adapted.set('staff/attempts.json', attempts)
    return withGivenUpNetwork(adapted, here)
  }
}

function filesIn(text: string): KeptFiles {
  const known = content.safeParse(jsonOf(text))
  if (!known.success) throw new SealedFileError('newer', known.error)
  const files = Object.entries(known.data.files)
  // The lock holds, so the file is ours: by a program that keeps more than this one knows.
  if (files.some(([path]) => !isKept(path))) throw new SealedFileError('newer')
  return new Map(files)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Each line once, as they were written: the moment is at its beginning. */
function joined(there: string | undefined, here: string | undefined): string {
  const lines = new Set(
    [there, here].flatMap((text) => text?.split('\n') ?? []).filter((line) => line !== ''),
  )
  return [...lines]
    .sort()
    .map((line) => `${line}\n`)
    .join('')
}

/** "kungens-kurva-2026-11-21-18-05-12.showroom"; stores without Latin letters have the date alone. */
function nameOf(store: string, made: string): string {
  const plain = store
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
  const moment = made.slice(0, 19).replaceAll(/[T:]/g, '-')
  return `${[...(plain === '' ? [] : [plain]), moment].join('-')}${backupEnding}`
}

/** Never half a file, and never a folder where a drive was pulled out. */
async function putWhole(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.new`
  try {
    await rm(temporary, { force: true })
    // Somebody's drive may have a link there that leads elsewhere: it is not followed.
    const file = await open(temporary, 'wx', 0o644)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await nodeFiles.syncFolder(join(path, '..'))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    if ((await stat(path)).size > largestFile) throw new SealedFileError('too-large')
    return await file.readFile()
  } finally {
    await file.close()
  }
}

function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOENT' || code === 'ENODEV' || code === 'ENXIO'
}
