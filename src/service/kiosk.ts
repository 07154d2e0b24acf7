import { join } from 'node:path'
import type { Notice } from '../contract/showroom-state.ts'
import { programMade } from '../contract/version.ts'
import { consoleLog } from '../platform/console-log.ts'
import { FileStorage } from '../platform/file-storage.ts'
import { storeCalendar } from '../platform/store-calendar.ts'
import type { Evaluation } from '../playlist/evaluate.ts'
import type { Kiosk as KioskFacts } from '../playlist/kiosk.ts'
import { isUrgent } from '../playlist/playlist.ts'
import type { Clock } from '../showroom/clock.ts'
import { type Host, noHost } from '../showroom/staff/safekeeping.ts'
import { Statistics } from '../showroom/statistics/statistics.ts'
import type { Storage } from '../showroom/storage.ts'
import type { Playable } from '../updates/installed.ts'
import type { PlaylistContent } from '../updates/playlist-content.ts'
import { bringsNews } from '../updates/poll-result.ts'
import { Poller, usualTimes } from '../updates/poller.ts'
import { StoreClock } from '../updates/store-clock.ts'
import type { Updates } from '../updates/updates.ts'
import { type RunningShowroom, startShowroom } from './build-showroom.ts'
import { KioskIdentity } from './kiosk-identity.ts'
import { machineTime, type Time } from './machine-time.ts'
import { openUpdates } from './open-updates.ts'
import { OwnStore } from './own-store.ts'
import { PageTrial } from './page-trial.ts'
import { playlistNotices, reportOf } from './playlist-notices.ts'
import type { PlaylistSettings } from './playlist-settings.ts'
import { type Screens, SwitchedScreens } from './screens.ts'
import type { Settings } from './settings.ts'
import { StatusFile } from './status-file.ts'
import { takeWhatLiesReady } from './take-what-lies-ready.ts'

/** A playlist on the screen. */
interface Shown {
  readonly playable: Playable
  readonly content: PlaylistContent
}

/** How often it is looked whether something else should play. */
const reviewMs = 5_000
/** What ran for so long without ending the program may stay. */
const provenMs = 20_000

/**
 * A showroom that shows what head office wants shown: the playlist of the hour, else what is built in. Another one comes
 * onto the screen only while nobody is there; the showroom is then built anew, and the lamps stay as they are.
 */
export class Kiosk {
  private readonly settings: Settings
  private readonly playlists: PlaylistSettings | null
  private readonly clock: Clock
  private readonly storage: Storage
  private readonly storeClock: StoreClock
  private readonly switched: SwitchedScreens
  private readonly pageTrial: PageTrial
  private running: RunningShowroom | null = null
  private updates: Updates | null = null
  private poller: Poller | null = null
  private shown: Shown | null = null
  /** Opened last, and perhaps not shown yet: somebody came meanwhile. */
  private opened: Shown | null = null
  /** What is on the screen does not work there: it is not waited for anybody. */
  private failing = false
  private own: OwnStore | null = null
  private readonly status: StatusFile
  private identity: KioskIdentity | null = null
  private statistics: Statistics | null = null
  private touchedAtMs = Number.NEGATIVE_INFINITY
  private stopping = false
  private readonly host: Host
  /** What whoever set the kiosk up got wrong. */
  private readonly setupNotices: readonly Notice[]
  private under: Promise<void> = Promise.resolve()
  private callOff: () => void = () => {}

  constructor(
    settings: Settings,
    playlists: PlaylistSettings | null,
    host: Host = noHost,
    { clock, nowMs }: Time = machineTime,
    setupNotices: readonly Notice[] = [],
  ) {
    this.setupNotices = setupNotices
    this.clock = clock
    this.settings = settings
    this.host = host
    this.playlists = playlists
    this.storage = new FileStorage(settings.dataFolder)
    this.status = new StatusFile(this.storage)
    this.storeClock = new StoreClock(nowMs, () => this.clock.now(), Date.parse(programMade))
    this.pageTrial = new PageTrial(this.clock, () => this.pageFails())
    this.switched = new SwitchedScreens({ heard: () => this.touched(), came: () => this.pageTrial.came() })
  }

  get screens(): Screens {
    return this.switched
  }

  /** The showroom of this moment. */
  get showroom(): RunningShowroom['showroom'] {
    if (this.running === null) throw new Error('the kiosk does not run')
    return this.running.showroom
  }

  /** Where the rooms lie that came with playlists. */
  static roomsFolder(settings: Pick<Settings, 'dataFolder'>): string {
    return join(settings.dataFolder, 'playlists', 'rooms')
  }

  async start(): Promise<void> {
    await takeWhatLiesReady(this.settings.dataFolder)
    this.own = await OwnStore.open(this.settings, this.storage, consoleLog)
    const { storage, clock, own } = this
    const calendar = storeCalendar(() => own.position, own.wall)
    this.statistics = new Statistics({ storage, clock, calendar, log: consoleLog })
    await this.statistics.start()
    if (this.playlists !== null) await this.startUpdates(this.playlists, this.own)
    this.shown = this.updates === null ? null : await this.next(this.updates)
    await this.run()
    this.poller?.start()
    if (this.updates !== null) this.reviewLater()
  }

  async stop(): Promise<void> {
    this.stopping = true
    this.callOff()
    this.switched.disconnect()
    await this.poller?.stop()
    await this.under
    await this.running?.stop()
    await this.statistics?.stop()
    await this.leave(this.shown)
    await this.leave(this.opened)
  }

  private async startUpdates(playlists: PlaylistSettings, own: OwnStore): Promise<void> {
    const { everyMs } = playlists
    this.identity = await KioskIdentity.open(playlists, own, this.storage)
    this.updates = await openUpdates(playlists, this.settings.dataFolder, this.storeClock, own.wall)
    await this.status.load()
    await this.updates.start()
    const { retryMs, firstMs } = usualTimes
    const times = { everyMs, retryMs: Math.min(retryMs, everyMs), firstMs: Math.min(firstMs, everyMs) }
    this.poller = new Poller(this.clock, times, async (signal) => {
      const results = (await this.updates?.poll(await this.facts(), signal)) ?? []
      if (results.some(bringsNews)) this.status.fetchedAt = new Date().toISOString()
      void this.review()
      return results
    })
  }

  /** Builds the showroom of what is to be shown; content that cannot even be built with is given up. */
  private async run(): Promise<void> {
    for (;;) {
      const { shown } = this
      try {
        this.running = await startShowroom(this.settings, {
          playlist: shown?.content ?? null,
          own: this.own,
          statistics: this.statistics,
          playlists: () => this.status.report,
          host: this.host,
        })
        break
      } catch (error) {
        if (shown === null || this.updates === null) throw error
        const why = error instanceof Error ? error.message : String(error)
        await this.updates.giveUp(shown.playable, `it could not be started: ${why}`)
        this.shown = await this.next(this.updates)
      }
    }
    this.running.showroom.tellStaff('setup', this.setupNotices)
    // Who used a remote or walked by is there, too.
    this.running.showroom.changes.listen(({ change }) => {
      if (change.kind === 'fact') this.touched()
    })
    this.failing = false
    this.switched.connect(this.running.channels)
    if (this.shown === null) return
    this.proveLater(this.shown)
    this.pageTrial.begin()
    // Whoever is at the kiosk sees what everybody shall see now: the room goes to its first scene, as after a visit.
    if (isUrgent(this.shown.playable.playlist)) this.running.showroom.handle({ kind: 'end-visit' })
  }

  private proveLater(shown: Shown): void {
    this.clock.after(provenMs, () => {
      if (this.shown !== shown || this.stopping) return
      const kept = [shown, ...(this.opened === null ? [] : [this.opened])].map(({ content }) => content)
      this.updates?.runs(shown.playable, kept).catch((error: unknown) => this.fail(error))
    })
  }

  /** What plays now, opened; whatever cannot be opened is not offered any more. */
  private async next(updates: Updates): Promise<Shown | null> {
    for (;;) {
      const { plays } = await updates.judge(await this.facts())
      if (plays === null) return null
      const known = [this.shown, this.opened].find((one) => one?.playable.edition === plays.edition)
      if (known !== undefined) return known
      const content = await updates.open(plays)
      if (content === null) continue
      this.opened = { playable: plays, content }
      return this.opened
    }
  }

  private reviewLater(): void {
    if (this.stopping) return
    this.callOff = this.clock.after(Math.min(reviewMs, this.playlists?.everyMs ?? reviewMs), () => {
      void this.review()
      this.reviewLater()
    })
  }

  /** Looks whether something else should play; resolves when it does, or waits for its moment. */
  review(): Promise<void> {
    this.under = this.under.then(() => this.switchIfDue()).catch((error: unknown) => this.fail(error))
    return this.under
  }

  private async switchIfDue(): Promise<void> {
    const { updates } = this
    if (updates === null || this.stopping) return
    const facts = await this.facts()
    const judged = await updates.judge(facts)
    const before = this.shown
    const isOther = judged.plays?.edition !== this.shown?.playable.edition
    if (isOther && this.mayBegin(judged.plays)) {
      const next = await this.next(updates)
      // Somebody may have come meanwhile.
      const mayBegin = this.mayBegin(next?.playable ?? null)
      if (next !== this.shown && mayBegin && !this.stopping) await this.show(next)
    }
    await this.tell(updates, this.shown === before ? judged : await updates.judge(facts))
  }

  private async show(next: Shown | null): Promise<void> {
    const { playable } = next ?? {}
    consoleLog(
      'info',
      `shows ${playable === undefined ? 'what is built in' : `${playable.key} ${playable.revision}`}`,
    )
    this.switched.disconnect()
    await this.running?.stop()
    await this.leave(this.shown)
    this.shown = next
    await this.run()
  }

  /** It ends in good order, so it is not what ends the program. */
  private async leave(shown: Shown | null): Promise<void> {
    this.pageTrial.end()
    if (shown !== null) await this.updates?.left(shown.playable)
  }

  /** The page dies of it again and again: nobody can be at a screen that never stands. */
  private pageFails(): void {
    const { shown, updates } = this
    if (shown === null || updates === null) return
    this.failing = true
    this.under = this.under
      .then(() => updates.giveUp(shown.playable, 'the screen does not stand while it plays'))
      .catch((error: unknown) => this.fail(error))
    void this.review()
  }

  private async tell(updates: Updates, evaluation: Evaluation<Playable>): Promise<void> {
    const { shown } = this
    const clock = this.storeClock.state()
    const { lastPoll, unlistedCountry } = updates
    const notices = playlistNotices(evaluation, shown?.playable ?? null, lastPoll, clock, unlistedCountry)
    this.running?.showroom.tellStaff('playlists', notices)
    const { id, store, country } = await this.facts()
    const { fetchedAt } = this.status
    await this.status.write(reportOf({ id, store, country }, evaluation, shown, lastPoll, clock, fetchedAt))
  }

  private touched(): void {
    this.touchedAtMs = this.clock.now()
  }

  /** An emergency waits for nobody; all else until nobody has touched anything for a while and no staff are at work. */
  private mayBegin(plays: Playable | null): boolean {
    if (this.failing || (plays !== null && isUrgent(plays.playlist))) return true
    const idleMs = this.clock.now() - this.touchedAtMs
    return idleMs >= (this.playlists?.idleMs ?? 0) && this.running?.isAttended() !== true
  }

  private async facts(): Promise<KioskFacts> {
    if (this.identity === null) throw new Error('playlists are not set up')
    return this.identity.facts(this.running?.showroom.bound() ?? null)
  }

  /** A disk that fails: what is on the screen stays there. */
  private fail(error: unknown): void {
    if (this.running === null) throw error
    consoleLog(
      'error',
      `playlists: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  }
}
