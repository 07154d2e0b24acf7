import { manifestPlace } from '../playlist/area.ts'
import { evaluate } from '../playlist/evaluate.ts'
import type { Kiosk } from '../playlist/kiosk.ts'
import type { Manifest } from '../playlist/manifest.ts'
import type { WallClock } from '../showroom/wall-clock.ts'
import type { ContentStore } from './content-store.ts'
import { type Entry, type InstalledPlaylists, parseManifest } from './installed.ts'
import { RefusalError } from './refusal.ts'
import { type Source, SourceError } from './source.ts'
import type { Listed, TrustedLists } from './trusted-lists.ts'

export interface FetchParts {
  readonly lists: TrustedLists
  readonly store: ContentStore
  readonly installed: InstalledPlaylists
  readonly kiosk: Kiosk
  readonly wall: WallClock
  readonly nowMs: () => number
}

/**
 * Looks for new playlists in one source: verifies, fetches what is missing, and only when all of it lies here makes it
 * the set that counts. True when that is another one than before. Rejects with `RefusalError`; then what is here stays,
 * and what was fetched so far is not fetched again.
 */
export async function fetchPlaylists(
  parts: FetchParts,
  source: Source,
  signal: AbortSignal,
): Promise<boolean> {
  const { lists, store, installed, kiosk } = parts
  const areas = ['global', ...(kiosk.country === null ? [] : [kiosk.country])]
  const listed = await lists.refresh(source, areas, signal)
  const entries = listed.map(({ key, revision, sha256, bytes, rollout }) => ({
    ...{ key, revision, sha256, bytes, rollout },
  }))
  await installed.takeRollouts(entries)
  const before = JSON.stringify(installed.active)
  try {
    const manifests = await fetchManifests(store, source, listed, signal)
    await fetchFiles(parts, source, entries, manifests, signal)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new RefusalError('unreachable', error.message, error)
  }
  await installed.activate(entries)
  await store.keepOnly(await installed.needed())
  return before !== JSON.stringify(installed.active)
}

async function fetchManifests(
  store: ContentStore,
  source: Source,
  listed: readonly Listed[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Manifest>> {
  const manifests = new Map<string, Manifest>()
  for (const { path, key, revision, sha256, bytes } of listed) {
    let read = await store.read(sha256)
    if (read === null) {
      await store.fetch({ sha256, bytes }, source, manifestPlace(path, sha256), signal)
      read = await store.read(sha256)
    }
    const manifest = read === null ? null : parseManifest(read)
    if (manifest === null) {
      throw new RefusalError('not-understood', `${path} is signed, but not as this program reads it`)
    }
    // Signed for another name or number: somebody mixed things up, or tries to.
    if (manifest.playlist.id !== key.split('/')[1] || manifest.revision !== revision) {
      throw new RefusalError('not-genuine', `${path} holds another playlist`)
    }
    manifests.set(sha256, manifest)
  }
  return manifests
}

/** Fetches the files of those that this kiosk may ever play, as far as is known today. */
async function fetchFiles(
  { store, kiosk, wall, nowMs }: FetchParts,
  source: Source,
  entries: readonly Entry[],
  manifests: ReadonlyMap<string, Manifest>,
  signal: AbortSignal,
): Promise<void> {
  const offers = entries.flatMap(({ key, revision, sha256, rollout: { ring, stop } }) => {
    const manifest = manifests.get(sha256)
    return manifest === undefined
      ? []
      : [{ key, revision, playlist: manifest.playlist, ring, stop, broken: null, files: manifest.files }]
  })
  const { judged } = evaluate(offers, kiosk, wall, nowMs())
  const missing = new Map<string, number>()
  for (const { offered, verdict } of judged) {
    if (!mayPlay[verdict.kind]) continue
    for (const { sha256, bytes } of offered.files) {
      if (!(await store.has({ sha256, bytes }))) missing.set(sha256, bytes)
    }
  }
  await store.makeRoomFor([...missing.values()].reduce((sum, bytes) => sum + bytes, 0))
  for (const [sha256, bytes] of missing) {
    await store.fetch({ sha256, bytes }, source, `content/${sha256}`, signal)
  }
}

/** Whether time alone, or a device that staff bind, may bring it onto the screen. */
const mayPlay = {
  plays: true,
  outranked: true,
  'others-turn': true,
  'other-hours': true,
  exception: true,
  'not-yet': true,
  'needs-hardware': true,
  broken: true,
  replaced: false,
  over: false,
  stopped: false,
  'outside-ring': false,
  'app-too-old': false,
  'other-stores': false,
} as const
