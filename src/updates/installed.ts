import { join } from 'node:path'
import { z } from 'zod'
import type { Offered } from '../playlist/evaluate.ts'
import { type Manifest, manifest, rollout, sha256 } from '../playlist/manifest.ts'
import { type Blob, type ContentStore, sha256Of } from './content-store.ts'
import type { Disk } from './disk.ts'

const entry = z.strictObject({
  key: z.string(),
  revision: z.number(),
  /** Of its manifest. */
  sha256,
  bytes: z.number(),
  rollout,
})
export type Entry = z.infer<typeof entry>

const installedRecord = z.strictObject({
  version: z.literal(1),
  /** All that head office offers, as it was installed last, and before that. */
  active: z.array(entry),
  previous: z.array(entry),
  /** What this kiosk could not play, by the manifest, and why. */
  quarantine: z.record(sha256, z.string()),
  /** Files that are nowhere to be had, and what the source says: what they belong to plays without them. */
  absent: z.record(sha256, z.string()).default({}),
  /** A manifest that was never seen to run yet, and how often it was begun. */
  trial: z.strictObject({ sha256, starts: z.number() }).nullable(),
})
type Installed = z.infer<typeof installedRecord>

const nothing: Installed = { version: 1, active: [], previous: [], quarantine: {}, absent: {}, trial: null }

/** As often as the program may end while it tries something new before that is given up. */
const mostStarts = 2

/** An offer with what it is made of. */
export interface Playable extends Offered {
  readonly sha256: string
  readonly manifest: Manifest
  /** Paths of the files that are nowhere to be had. */
  readonly without: ReadonlySet<string>
  /** Another one when a file of it has come that was nowhere to be had. */
  readonly edition: string
}

/**
 * The playlists that lie here whole: the last set and the one before. One record says which, so that a switch is one
 * rename.
 */
export class InstalledPlaylists {
  private readonly disk: Disk
  private readonly store: ContentStore
  private readonly path: string
  private record: Installed = nothing
  private changing: Promise<void> = Promise.resolve()
  /** Editions with too little in them: what is missing may come any day, so it is not written down. */
  private readonly meagre = new Map<string, string>()
  /** Read once: what a manifest's name is the hash of does not change. */
  private readonly manifests = new Map<string, Manifest>()

  constructor(disk: Disk, store: ContentStore, folder: string) {
    this.disk = disk
    this.store = store
    this.path = join(folder, 'installed.json')
  }

  /** Reads the record; one that cannot be read is as none: the next poll installs anew. */
  async load(): Promise<void> {
    const bytes = await this.disk.read(this.path)
    try {
      this.record = bytes === null ? nothing : installedRecord.parse(JSON.parse(bytes.toString('utf8')))
    } catch {
      this.record = nothing
    }
  }

  get active(): readonly Entry[] {
    return this.record.active
  }

  /** Switches to another set; of the one before the last that is whole of each playlist is kept. */
  async activate(entries: readonly Entry[], absent: ReadonlyMap<string, string>): Promise<void> {
    const isNew = entries.some(({ sha256: of }) => !this.record.active.some((one) => one.sha256 === of))
    // A roll-out that only grows is no other set.
    const previous = isNew ? await this.lastWhole() : this.record.previous
    await this.change((record) => ({
      ...record,
      active: [...entries],
      previous,
      absent: Object.fromEntries(absent),
    }))
  }

  private async lastWhole(): Promise<Entry[]> {
    const isWhole = new Map<Entry, boolean>()
    for (const one of [...this.record.active, ...this.record.previous]) {
      const [offer] = await this.offer(one, (file) => this.store.has(file))
      isWhole.set(one, offer !== undefined && isAllHere(offer))
    }
    const kept = this.record.active.filter((one) => isWhole.get(one) === true)
    const older = this.record.previous.filter(
      (one) => isWhole.get(one) === true && !kept.some(({ key }) => key === one.key),
    )
    return [...kept, ...older]
  }

  /** Roll-outs and stops count at once, also while something else of the new set is still on its way. */
  async takeRollouts(entries: readonly Entry[]): Promise<void> {
    const news = new Map(entries.map((one) => [`${one.key} ${one.sha256}`, one.rollout]))
    const active = this.record.active.map((one) => ({
      ...one,
      rollout: news.get(`${one.key} ${one.sha256}`) ?? one.rollout,
    }))
    await this.change((record) => ({ ...record, active }))
  }

  /** All that may be played, each with what keeps it from being played here. */
  async offers(): Promise<readonly Playable[]> {
    const offers: Playable[] = []
    const isHere = this.onceFor((file) => this.store.has(file))
    for (const one of this.record.active) offers.push(...(await this.offer(one, isHere)))
    for (const one of this.record.previous) {
      // Kept for the case that its successor does not run here; it is not brought back for any other reason.
      const successor = this.record.active.find(({ key, sha256: of }) => {
        const offer = offers.find((any) => any.sha256 === of && any.key === key)
        return key === one.key && (offer === undefined || !isAllHere(offer))
      })
      if (successor !== undefined && !offers.some((offer) => offer.sha256 === one.sha256)) {
        offers.push(...(await this.offer({ ...one, rollout: successor.rollout }, isHere)))
      }
    }
    return offers
  }

  /** Every file that must stay on the disk. */
  async needed(): Promise<Set<string>> {
    const needed = new Set<string>()
    for (const one of [...this.record.active, ...this.record.previous]) {
      needed.add(one.sha256)
      const read = await this.manifestOf(one)
      for (const file of read?.files ?? []) needed.add(file.sha256)
    }
    return needed
  }

  private async manifestOf({ key, revision, sha256: of }: Entry): Promise<Manifest | null> {
    const known = this.manifests.get(of)
    if (known !== undefined) return isOf(known, key, revision) ? known : null
    const bytes = await this.store.read(of)
    const read = bytes === null ? null : parseManifest(bytes, key, revision)
    if (read !== null) this.manifests.set(of, read)
    return read
  }

  /** This kiosk could not play it. A new revision is a new chance. */
  async giveUp(of: string, why: string): Promise<void> {
    await this.change((record) => ({
      ...record,
      quarantine: { ...record.quarantine, [of]: why },
      trial: record.trial?.sha256 === of ? null : record.trial,
    }))
  }

  /** It cannot be played without what is not here. */
  async giveUpMeagre({ edition, sha256: of }: Playable, why: string): Promise<void> {
    this.meagre.set(edition, why)
    await this.endTrial(of)
  }

  /** Whether it may be begun: what ended the program twice before it was seen to run may not. */
  async tryOut(of: string): Promise<boolean> {
    const { trial } = this.record
    const starts = (trial?.sha256 === of ? trial.starts : 0) + 1
    if (starts > mostStarts) {
      await this.giveUp(of, 'the kiosk’s program ended twice when it began')
      return false
    }
    await this.change((record) => ({ ...record, trial: { sha256: of, starts } }))
    return true
  }

  /** It runs, or it ended in good order. */
  async endTrial(of: string): Promise<void> {
    await this.change((record) => (record.trial?.sha256 === of ? { ...record, trial: null } : record))
  }

  private async offer(entry: Entry, isHere: (file: Blob) => Promise<boolean>): Promise<Playable[]> {
    const { key, revision, sha256: of, rollout: how } = entry
    const read = await this.manifestOf(entry)
    if (read === null) return []
    const here = await Promise.all(read.files.map(isHere))
    const missing = read.files.filter((_, index) => here[index] !== true)
    const [first] = missing
    const [lacks, without] =
      first !== undefined && missing.every(({ sha256: file }) => file in this.record.absent)
        ? [`${first.path} is nowhere to be had`, new Set(missing.map(({ path }) => path))]
        : [null, new Set<string>()]
    const edition = lacks === null ? of : sha256Of(Buffer.from([of, ...without].join('\n')))
    const late = first === undefined || lacks !== null ? null : `${first.path} has not come yet`
    const broken = this.record.quarantine[of] ?? this.meagre.get(edition) ?? null
    const { ring, stop } = how
    const judged = { key, revision, playlist: read.playlist, ring, stop, broken, late, lacks }
    return [{ ...judged, sha256: of, manifest: read, without, edition }]
  }

  /** Playlists share most of their files: each is looked for once. */
  private onceFor(look: (file: Blob) => Promise<boolean>): (file: Blob) => Promise<boolean> {
    const looked = new Map<string, Promise<boolean>>()
    return (file) => {
      const known = looked.get(file.sha256) ?? look(file)
      looked.set(file.sha256, known)
      return known
    }
  }

  /** One after the other: a look for new playlists and the screen write here in the same moment. */
  private change(make: (record: Installed) => Installed): Promise<void> {
    const changed = this.changing.then(() => this.save(make(this.record)))
    this.changing = changed.catch(() => {})
    return changed
  }

  private async save(record: Installed): Promise<void> {
    const known = new Set([...record.active, ...record.previous].map(({ sha256: of }) => of))
    for (const of of this.manifests.keys()) if (!known.has(of)) this.manifests.delete(of)
    const quarantine = Object.fromEntries(Object.entries(record.quarantine).filter(([of]) => known.has(of)))
    const next = { ...record, quarantine }
    if (JSON.stringify(next) === JSON.stringify(this.record)) return
    await this.disk.replace(this.path, JSON.stringify(next))
    this.record = next
  }
}

/** Null when this program does not understand it, or when it is another one's: what is signed for one name stays there. */
export function parseManifest(bytes: Buffer, key: string, revision: number): Manifest | null {
  try {
    const read = manifest.parse(JSON.parse(bytes.toString('utf8')))
    return isOf(read, key, revision) ? read : null
  } catch {
    return null
  }
}

function isOf({ playlist, revision: own }: Manifest, key: string, revision: number): boolean {
  return playlist.id === key.split('/')[1] && own === revision
}

function isAllHere({ broken, late, lacks }: Playable): boolean {
  return broken === null && late === null && lacks === null
}
