import { manifestPlace } from '../playlist/area.ts'
import { evaluate } from '../playlist/evaluate.ts'
import type { Kiosk } from '../playlist/kiosk.ts'
import type { Manifest } from '../playlist/manifest.ts'
import type { WallClock } from '../showroom/wall-clock.ts'
import type { ContentStore } from './content-store.ts'
import { Errand } from './errand.ts'
import { type InstalledPlaylists, parseManifest } from './installed.ts'
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

export interface Fetched {
  /** Whether another set counts than before. */
  readonly isNew: boolean
  /** What is listed and does not lie here whole. */
  readonly incomplete: readonly Incomplete[]
}

export interface Incomplete {
  /** A sentence. */
  readonly why: string
  /** Only the line broke: the next look may bring it. */
  readonly isLate: boolean
}

/**
 * Looks for new playlists in one source: verifies, fetches what is missing, and then makes the new set count. What
 * cannot be had, or makes no sense although it is signed, keeps back only the revision that it belongs to. Rejects with
 * `RefusalError` when something is not genuine; then what is here stays, and what was fetched is not fetched again.
 */
export async function fetchPlaylists(
  parts: FetchParts,
  source: Source,
  signal: AbortSignal,
): Promise<Fetched> {
  const { lists, store, installed, kiosk } = parts
  const areas = ['global', ...(kiosk.country === null ? [] : [kiosk.country])]
  const { listed, odd } = await lists.refresh(source, areas, signal)
  const entries = listed.map(({ key, revision, sha256, bytes, rollout }) => ({
    ...{ key, revision, sha256, bytes, rollout },
  }))
  await installed.takeRollouts(entries)
  const before = JSON.stringify(installed.active)
  const errand = new Errand(store, source, signal)
  const incomplete: Incomplete[] = odd.map((path) => ({
    why: `"${path}" is listed in a way that is not known here`,
    isLate: false,
  }))
  try {
    const offers = await fetchManifests(errand, store, listed, incomplete)
    const absent = await fetchFiles(parts, errand, offers, incomplete)
    await installed.activate(entries, absent)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    throw new RefusalError('unreachable', error.message, error)
  }
  await store.keepOnly(await installed.needed())
  return { isNew: before !== JSON.stringify(installed.active), incomplete }
}

interface Offer extends Listed {
  readonly manifest: Manifest
}

async function fetchManifests(
  errand: Errand,
  store: ContentStore,
  listed: readonly Listed[],
  incomplete: Incomplete[],
): Promise<readonly Offer[]> {
  const offers: Offer[] = []
  for (const one of listed) {
    const { path, key, revision, sha256, bytes } = one
    let read = await store.read(sha256)
    const failure = read === null ? await errand.fetch({ sha256, bytes }, manifestPlace(path, sha256)) : null
    read ??= await store.read(sha256)
    const manifest = read === null ? null : parseManifest(read, key, revision)
    if (manifest !== null) offers.push({ ...one, manifest })
    else {
      const why = failure?.why ?? 'it is signed, but not as this program reads it'
      incomplete.push({ why: `${path}: ${why}`, isLate: failure?.isLate ?? false })
    }
  }
  return offers
}

/**
 * Fetches the files of those that this kiosk may ever play, as far as is known today. Resolves with what the source
 * does not have, by SHA-256, and what it says.
 */
async function fetchFiles(
  { store, kiosk, wall, nowMs }: FetchParts,
  errand: Errand,
  offers: readonly Offer[],
  incomplete: Incomplete[],
): Promise<ReadonlyMap<string, string>> {
  const judgeable = offers.map(({ key, revision, manifest, rollout: { ring, stop } }) => ({
    ...{ key, revision, ring, stop, broken: null, late: null, lacks: null },
    playlist: manifest.playlist,
    files: manifest.files,
  }))
  const wanted = evaluate(judgeable, kiosk, wall, nowMs()).judged.filter(
    ({ verdict }) => mayPlay[verdict.kind],
  )
  const missing = new Map<string, number>()
  for (const { offered } of wanted) {
    for (const file of offered.files) if (!(await store.has(file))) missing.set(file.sha256, file.bytes)
  }
  await store.makeRoomFor([...missing.values()].reduce((sum, bytes) => sum + bytes, 0))
  const absent = new Map<string, string>()
  for (const { offered } of wanted) {
    const failures: Incomplete[] = []
    for (const file of offered.files.filter(({ sha256 }) => missing.has(sha256))) {
      const failure = await errand.fetch(file, `content/${file.sha256}`)
      if (failure === null) missing.delete(file.sha256)
      else failures.push({ why: `${file.path}: ${failure.why}`, isLate: failure.isLate })
      if (failure?.isAbsent === true) absent.set(file.sha256, failure.why)
    }
    const [first, ...others] = worstFirst(failures)
    if (first === undefined) continue
    const more = others.length === 0 ? '' : `, and ${others.length} more`
    const why = `${offered.key}, revision ${offered.revision}: ${first.why}${more}`
    incomplete.push({ why, isLate: first.isLate })
  }
  return absent
}

/** What only head office can mend before what comes by itself. */
export function worstFirst(failures: readonly Incomplete[]): readonly Incomplete[] {
  return failures.toSorted((a, b) => Number(a.isLate) - Number(b.isLate))
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
  'on-its-way': true,
  replaced: false,
  over: false,
  stopped: false,
  'outside-ring': false,
  'app-too-old': false,
  'other-stores': false,
} as const
