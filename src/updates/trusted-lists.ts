import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Updater } from 'tuf-js'
import { DownloadError } from 'tuf-js/dist/error.js'
import { z } from 'zod'
import { roleOfArea } from '../playlist/area.ts'
import { largestManifestBytes, type Rollout, rollout, sha256 } from '../playlist/manifest.ts'
import type { Disk } from './disk.ts'
import { RefusalError } from './refusal.ts'
import type { Source } from './source.ts'
import { trustedSetOf } from './tuf-doors.ts'
import { metadataBase, TufFetcher } from './tuf-fetcher.ts'
import type { VersionMemory } from './version-memory.ts'

/** One revision of a playlist in a list that was verified. */
export interface Listed {
  /** "se/winter-evenings/8.json" */
  readonly path: string
  /** "se/winter-evenings" */
  readonly key: string
  readonly revision: number
  readonly sha256: string
  readonly bytes: number
  readonly rollout: Rollout
}

export interface TrustedListsParts {
  readonly disk: Disk
  readonly folder: string
  /** The root that came with the kiosk: whoever holds its keys decides who head office is. */
  readonly root: string
  readonly memory: VersionMemory
  readonly nowMs: () => number
}

/** Lists are small: nothing longer is even read, in bytes. */
const limits = {
  rootMaxLength: 64 * 1024,
  timestampMaxLength: 16 * 1024,
  snapshotMaxLength: 512 * 1024,
  targetsMaxLength: 2 * 1024 * 1024,
  maxRootRotations: 64,
  maxDelegations: 8,
}
/** The cost of reading a list grows with the square of its length. */
const mostListed = 500

const listsRecord = z.strictObject({ version: z.literal(1), lists: z.record(z.string(), z.string()) })
const listedPath = /^((?:global|[a-z]{2})\/[a-z0-9-]{1,64})\/([1-9]\d{0,5})\.json$/
const listedFile = z.object({ length: z.number().int().min(2).max(largestManifestBytes), sha256 })

/**
 * What head office signed last, by The Update Framework. tuf-js writes its lists one by one and in place, which power
 * may cut anywhere; here it works on a copy, and what it has verified becomes one record that is replaced whole. A
 * record that cannot be read is given up for the root that came with the kiosk; that nothing older is taken then is
 * seen to by a memory that lies elsewhere.
 */
export class TrustedLists {
  private readonly parts: TrustedListsParts
  private foreign: readonly string[] = []

  constructor(parts: TrustedListsParts) {
    this.parts = parts
  }

  /** Areas that were asked for last, and that head office does not sign for, though it does for others like them. */
  get unlisted(): readonly string[] {
    return this.foreign
  }

  /**
   * What the areas ("global", "se") list now; `odd` is what is listed in a way that this program does not know. Rejects
   * with `RefusalError`; then nothing has changed.
   */
  async refresh(
    source: Source,
    areas: readonly string[],
    signal: AbortSignal,
  ): Promise<{ readonly listed: readonly Listed[]; readonly odd: readonly string[] }> {
    const { folder, disk } = this.parts
    await mkdir(folder, { recursive: true })
    const copy = await mkdtemp(join(folder, 'lists-'))
    try {
      const kept = await this.kept()
      const { updater, listed, odd } = await this.verify(copy, kept, source, areas, signal)
      const set = trustedSetOf(updater)
      await this.parts.memory.accept(set)
      const lists: Record<string, string> = {}
      for (const name of await readdir(copy)) lists[name] = await readFile(join(copy, name), 'utf8')
      const text = JSON.stringify({ version: 1, lists })
      if (text !== JSON.stringify({ version: 1, lists: kept })) await disk.replace(this.record, text)
      return { listed, odd }
    } finally {
      await rm(copy, { recursive: true, force: true })
    }
  }

  private get record(): string {
    return join(this.parts.folder, 'lists.json')
  }

  private async kept(): Promise<Readonly<Record<string, string>>> {
    const bytes = await this.parts.disk.read(this.record)
    if (bytes === null) return {}
    try {
      return listsRecord.parse(JSON.parse(bytes.toString('utf8'))).lists
    } catch {
      return {}
    }
  }

  private async verify(
    copy: string,
    kept: Readonly<Record<string, string>>,
    source: Source,
    areas: readonly string[],
    signal: AbortSignal,
  ) {
    if (kept['root.json'] === undefined && !isJson(this.parts.root)) {
      const what = 'root.json, which head office gave out, is missing or damaged on this kiosk: put it back'
      throw new RefusalError('not-genuine', what)
    }
    for (const [name, text] of Object.entries({ 'root.json': this.parts.root, ...kept })) {
      if (/^[a-z-]{1,40}\.json$/.test(name)) await writeFile(join(copy, name), text)
    }
    const fetcher = new TufFetcher(source, signal)
    try {
      const updater = new Updater({
        metadataDir: copy,
        metadataBaseUrl: metadataBase,
        fetcher,
        config: limits,
      })
      const set = trustedSetOf(updater)
      set.referenceTime = new Date(this.parts.nowMs())
      await updater.refresh()
      const listed: Listed[] = []
      const odd: string[] = []
      for (const area of areas) {
        // Looked for only so that the area's list is loaded and verified: once, since that is what costs.
        await updater.getTargetInfo(`${area}/-/0.json`)
        const role = roleOfArea(area)
        const found = Object.entries(set.getRole(role)?.signed.targets ?? {})
        if (found.length > mostListed) {
          throw new RefusalError('not-understood', `"${area}" lists more than ${mostListed} playlists`)
        }
        const delegations = set.getRole('targets')?.signed.delegations
        for (const [path, target] of found) {
          // Who may sign this path is up to the delegations, not to the list in which it stands.
          const [signer] = delegations?.rolesForTarget(path) ?? []
          if (!path.startsWith(`${area}/`) || signer?.role !== role) continue
          const read = readListed(path, target)
          if (read === null) odd.push(path.slice(0, 100))
          else listed.push(read)
        }
      }
      this.foreign = unlistedOf(areas, set.getRole('targets')?.signed.delegations?.roles)
      return { updater, listed, odd }
    } catch (error) {
      throw refusalOf(error, fetcher)
    }
  }
}

/** Null for a name or a roll-out as this program does not know them: no path of ours is made of it. */
function readListed(
  path: string,
  found: { length: number; hashes: Record<string, string>; custom: Record<string, unknown> },
): Listed | null {
  const match = listedPath.exec(path)
  const file = listedFile.safeParse({ length: found.length, sha256: found.hashes.sha256 })
  const how = rollout.safeParse(found.custom)
  if (match === null || !file.success || !how.success) return null
  return {
    path,
    key: match[1] ?? '',
    revision: Number(match[2]),
    sha256: file.data.sha256,
    bytes: file.data.length,
    rollout: how.data,
  }
}

/** Nothing where no country has a list of its own: then none is missing. */
function unlistedOf(
  areas: readonly string[],
  delegated: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  const roles = Object.keys(delegated)
  if (roles.every((role) => role === roleOfArea('global'))) return []
  return areas.filter((area) => !roles.includes(roleOfArea(area)))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function refusalOf(error: unknown, { problem }: TufFetcher): RefusalError {
  if (error instanceof RefusalError) return error
  if (problem !== null) {
    if (problem.code === 'broken-medium') return new RefusalError('broken-medium', problem.message, error)
    const isAttack = problem.code === 'too-large' || problem.code === 'redirected'
    return new RefusalError(isAttack ? 'not-genuine' : 'unreachable', problem.message, error)
  }
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof DownloadError) return new RefusalError('unreachable', message, error)
  if (/is expired/.test(message)) return new RefusalError('expired', message, error)
  if (/is less than current version/.test(message)) return new RefusalError('rollback', message, error)
  return new RefusalError('not-genuine', message, error)
}
