import { join } from 'node:path'
import { type Evaluation, evaluate } from '../playlist/evaluate.ts'
import type { Kiosk } from '../playlist/kiosk.ts'
import type { Log } from '../showroom/log.ts'
import type { WallClock } from '../showroom/wall-clock.ts'
import { ContentStore } from './content-store.ts'
import type { Disk } from './disk.ts'
import { fetchPlaylists, worstFirst } from './fetch-playlists.ts'
import { InstalledPlaylists, type Playable } from './installed.ts'
import { keepRooms, openPlaylist, type PlaylistContent, UnplayableError } from './playlist-content.ts'
import type { PollResult } from './poll-result.ts'
import { RefusalError } from './refusal.ts'
import type { Source } from './source.ts'
import type { StoreClock } from './store-clock.ts'
import { TrustedLists } from './trusted-lists.ts'
import { VersionMemory } from './version-memory.ts'

export interface UpdatesParts {
  readonly disk: Disk
  /** Where playlists lie. */
  readonly folder: string
  /** Where it is remembered what was seen; apart from the rest, so that the two are not lost together. */
  readonly memoryFile: string
  /** The root that came with the kiosk, as JSON. */
  readonly root: string
  readonly sources: readonly Source[]
  readonly clock: StoreClock
  readonly wall: WallClock
  readonly log: Log
}

/** Signed playlists on this kiosk: fetched, kept, judged and opened. What of them is on the screen, others decide. */
export class Updates {
  private readonly parts: UpdatesParts
  private readonly store: ContentStore
  private readonly installed: InstalledPlaylists
  private readonly memory: VersionMemory
  private readonly lists: TrustedLists
  private results: readonly PollResult[] = []

  constructor(parts: UpdatesParts) {
    const { disk, folder, clock, root } = parts
    this.parts = parts
    this.store = new ContentStore(disk, folder)
    this.installed = new InstalledPlaylists(disk, this.store, folder)
    this.memory = new VersionMemory(disk, parts.memoryFile)
    this.lists = new TrustedLists({ disk, folder, root, memory: this.memory, nowMs: () => clock.nowMs() })
  }

  async start(): Promise<void> {
    await this.installed.load()
    this.parts.clock.notBefore(await this.memory.signedAtMs())
    // What a power cut left half copied.
    for (const name of await this.parts.disk.list(this.parts.folder)) {
      if (name.startsWith('lists-')) await this.parts.disk.remove(join(this.parts.folder, name))
    }
  }

  /** How the last look for new playlists went, by source. */
  get lastPoll(): readonly PollResult[] {
    return this.results
  }

  /** The kiosk’s country, if head office signs for others and not for it: then somebody may have misspelt it. */
  get unlistedCountry(): string | null {
    return this.lists.unlisted[0] ?? null
  }

  /** Looks into every source in turn; never rejects. */
  async poll(kiosk: Kiosk, signal: AbortSignal): Promise<readonly PollResult[]> {
    const results: PollResult[] = []
    for (const source of this.parts.sources) results.push(await this.pollSource(source, kiosk, signal))
    if (!signal.aborted) this.results = results
    return results
  }

  async judge(kiosk: Kiosk): Promise<Evaluation<Playable>> {
    return evaluate(await this.installed.offers(), kiosk, this.parts.wall, this.parts.clock.nowMs())
  }

  /**
   * Opens a playlist to show it; null when it cannot be, and then it is not offered any more. Whoever shows it says so
   * with `runs`: what ends the program twice before is given up.
   */
  async open(playable: Playable): Promise<PlaylistContent | null> {
    const { disk, folder, log } = this.parts
    if (!(await this.installed.tryOut(playable.sha256))) return null
    try {
      return await openPlaylist(playable, this.store, disk, folder)
    } catch (error) {
      if (!(error instanceof UnplayableError)) throw error
      log('warning', `playlist ${playable.key}, revision ${playable.revision}: ${error.message}`)
      if (playable.lacks !== null) await this.installed.giveUpMeagre(playable, error.message)
      else if (error.isSpoilt) await this.installed.endTrial(playable.sha256)
      else await this.installed.giveUp(playable.sha256, error.message)
      return null
    }
  }

  /** It failed while it was being shown. */
  async giveUp(playable: Playable, why: string): Promise<void> {
    await this.installed.giveUp(playable.sha256, why)
  }

  /** It ended in good order, whether or not it had run for long. */
  async left(playable: Playable): Promise<void> {
    await this.installed.endTrial(playable.sha256)
  }

  /** It runs well; the rooms of what is not `kept` are not needed any more. */
  async runs(playable: Playable, kept: readonly PlaylistContent[]): Promise<void> {
    await this.installed.endTrial(playable.sha256)
    const bakes = new Set(kept.flatMap((content) => [...content.bakes.values()]))
    await keepRooms(this.parts.disk, this.parts.folder, bakes)
  }

  private async pollSource(source: Source, kiosk: Kiosk, signal: AbortSignal): Promise<PollResult> {
    const { lists, store, installed } = this
    const { wall, clock, log } = this.parts
    try {
      const parts = { lists, store, installed, kiosk, wall, nowMs: () => clock.nowMs() }
      const { isNew, incomplete } = await fetchPlaylists(parts, source, signal)
      clock.notBefore(await this.memory.signedAtMs())
      if (isNew) log('info', `new playlists from ${source.name}`)
      const [first, ...others] = worstFirst(incomplete)
      if (first === undefined) return { kind: isNew ? 'installed' : 'unchanged', source: source.name }
      const why = others.length === 0 ? first.why : `${first.why}; and ${others.length} more playlists`
      log('warning', `playlists from ${source.name} are not all there: ${why}`)
      return { kind: 'incomplete', source: source.name, isNew, isLate: first.isLate, why }
    } catch (error) {
      // A full disk, a broken one: also a reason to go on with what is here.
      const known = error instanceof RefusalError ? error : null
      const why = error instanceof Error ? error.message : String(error)
      const level = known?.code === 'unreachable' ? 'debug' : 'warning'
      if (!signal.aborted) log(level, `playlists from ${source.name} were not taken: ${why}`)
      return { kind: 'refused', source: source.name, reason: known?.code ?? 'disk-full', why }
    } finally {
      if (source.remoteTimeMs !== null) clock.hint(source.remoteTimeMs)
    }
  }
}
