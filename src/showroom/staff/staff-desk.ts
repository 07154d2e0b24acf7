import type { PlaylistsReport } from '../../contract/staff/playlists-report.ts'
import type { StaffRole } from '../../contract/staff/staff-role.ts'
import type { StaffState } from '../../contract/staff/staff-state.ts'
import { changedStore } from '../../contract/staff/store-change.ts'
import type { StoreSettings } from '../../contract/staff/store-settings.ts'
import type { Clock } from '../clock.ts'
import type { DeviceId } from '../device.ts'
import type { DeviceDriver } from '../driver.ts'
import type { Log } from '../log.ts'
import type { OwnScenes } from '../own-scenes/own-record.ts'
import type { SceneExchange } from '../own-scenes/scene-exchange.ts'
import type { Showroom } from '../showroom.ts'
import type { Statistics } from '../statistics/statistics.ts'
import type { Storage } from '../storage.ts'
import { CountsDesk } from './counts-desk.ts'
import { DeviceDesk } from './device-desk.ts'
import { DeviceNames } from './device-names.ts'
import { HealthDesk } from './health-desk.ts'
import type { Journal } from './journal.ts'
import { KeepingDesk } from './keeping-desk.ts'
import type { Machine } from './machine.ts'
import { NearbyDesk } from './nearby-desk.ts'
import { NetworkSurvey } from './network-survey.ts'
import { type PinChange, PinDoor, type SignIn } from './pin-door.ts'
import type { PinHasher } from './pin-hasher.ts'
import { RadioDesk } from './radio-desk.ts'
import { RunRecord } from './run-record.ts'
import type { Host, Safekeeping } from './safekeeping.ts'
import { SceneDesk } from './scene-desk.ts'
import { Sessions, type StaffSession } from './sessions.ts'
import { StaffNews } from './staff-news.ts'
import type { StoreRecord } from './store-record.ts'

export interface StaffDeskParts {
  readonly showroom: Showroom
  readonly driver: DeviceDriver
  readonly machine: Machine
  /** The machine's wall clock, as ISO 8601. */
  readonly date: () => string
  readonly storage: Storage
  /** What staff have said of the store; read already. */
  readonly store: StoreRecord
  /** They have said something else. */
  readonly storeSaved: () => void
  /** The store's own scenes; read already. */
  readonly own: OwnScenes
  /** Whether what plays now lets the store show them. */
  readonly ownScenesAllowed: boolean
  readonly exchange: SceneExchange
  readonly clock: Clock
  readonly log: Log
  readonly hasher: PinHasher
  readonly journal: Journal
  readonly safe: Safekeeping
  readonly host: Host
  readonly newId: () => string
  readonly statistics: Statistics
  /** What plays and why; null where no playlists are set up. */
  readonly playlists: () => PlaylistsReport | null
  /** How long nobody touches anything before a session ends. */
  readonly idleMs: number
}

/** What staff can do besides what shoppers can. Who may do it is decided before, by the contract's word on each call. */
export class StaffDesk {
  readonly news = new StaffNews()
  readonly sessions: Sessions
  readonly store: StoreRecord
  readonly devices: DeviceDesk
  readonly health: HealthDesk
  readonly counts: CountsDesk
  readonly playlists: () => PlaylistsReport | null
  readonly scenes: SceneDesk
  readonly survey: NetworkSurvey
  readonly radio: RadioDesk
  readonly keeping: KeepingDesk
  readonly nearby: NearbyDesk
  private readonly storeSaved: () => void
  private readonly stores: Showroom['stores']
  private readonly door: PinDoor
  private readonly journal: Journal
  private readonly log: Log
  private readonly names: DeviceNames
  private readonly runs: RunRecord
  private saving: Promise<void> = Promise.resolve()

  constructor(parts: StaffDeskParts) {
    const { showroom, driver, machine, storage, clock, log, hasher, journal, newId, idleMs, date } = parts
    this.journal = journal
    this.log = log
    this.door = new PinDoor({ storage, hasher, clock, log })
    this.keeping = new KeepingDesk({ safe: parts.safe, host: parts.host, door: this.door, clock })
    this.store = parts.store
    this.storeSaved = parts.storeSaved
    this.stores = () => showroom.stores()
    this.names = new DeviceNames(storage, log)
    this.sessions = new Sessions({
      ...{ clock, newId, idleMs },
      isBusy: () => this.devices.isBusy || this.radio.isBusy || this.nearby.isBusy,
      attended: () => showroom.staffAreHere(true),
      deserted: () => {
        showroom.staffAreHere(false)
        void this.devices.tidyUp()
      },
    })
    const handsFree = () => this.sessions.stirred()
    const { names, news } = this
    this.devices = new DeviceDesk({ showroom, driver, clock, names, news, handsFree })
    this.radio = new RadioDesk({ showroom, driver, news, handsFree })
    const isOurs = (id: DeviceId) => this.devices.devices().some((each) => each.id === id)
    this.nearby = new NearbyDesk({ driver, isOurs, handsFree })
    const { own, ownScenesAllowed: allowed, exchange } = parts
    this.scenes = new SceneDesk({ showroom, own, allowed, exchange, news })
    this.runs = new RunRecord({ storage, log, date, uptimeS: async () => (await machine.facts()).uptimeS })
    const { devices, runs } = this
    this.playlists = parts.playlists
    this.counts = new CountsDesk(parts.statistics, machine)
    this.survey = new NetworkSurvey({ driver, news, date, routers: () => devices.routers() })
    const more = () => ({ network: this.survey.current, playlists: this.playlists() })
    this.health = new HealthDesk({ showroom, driver, devices, machine, runs, more })
  }

  async start(): Promise<void> {
    await this.door.load()
    await this.names.load()
    await this.runs.begin()
    this.devices.start()
  }

  async stop(): Promise<void> {
    this.devices.stop()
    this.survey.stop()
    this.sessions.endAll()
    await this.runs.end()
  }

  status() {
    const { language, screen, habits } = this.store.current
    const { hiddenRooms, languages, brightness, volume, night } = habits
    const shown = { hiddenRooms, languages, brightness, volume, night }
    return { hasPin: this.door.hasPin, waitMs: this.door.waitMs, language, screen, habits: shown }
  }

  async signIn(pin: string): Promise<SignIn & { session?: StaffSession }> {
    const answer = await this.door.signIn(pin)
    if (answer.kind === 'wrong') await this.note(null, 'signInRefused', {})
    if (answer.kind !== 'open') return answer
    await this.note(answer.role, 'signIn', {})
    return { ...answer, session: this.sessions.begin(answer.role) }
  }

  /** The first PINs; whoever sets them is the manager. */
  async begin(
    managerPin: string,
    clerkPin: string | null,
  ): Promise<Exclude<PinChange, 'done'> | StaffSession> {
    const change = await this.door.begin(managerPin, clerkPin)
    if (change !== 'done') return change
    await this.note('manager', 'begin', {})
    return this.sessions.begin('manager')
  }

  /** Whoever is signed in by the old PIN of another role is signed out. */
  async setPin(role: StaffRole, pin: string): Promise<PinChange> {
    const change = await this.door.change(role, pin)
    if (change === 'done' && role === 'clerk') this.sessions.endAll('clerk')
    this.tellStore()
    return change
  }

  /** What was changed of `before` is changed, one after the other; without it all of `store` is meant. */
  saveStore(store: StoreSettings, before?: StoreSettings): Promise<void> {
    const saving = this.saving.then(async () => {
      const { current } = this.store
      await this.store.save(before === undefined ? store : changedStore(before, store, current))
      this.storeSaved()
      this.tellStore()
    })
    this.saving = saving.catch(() => {})
    return saving
  }

  state(role: StaffRole): StaffState {
    return {
      role,
      store: this.store.current,
      stores: this.stores(),
      hasClerkPin: this.door.hasClerkPin,
      devices: this.devices.devices(),
      joining: this.devices.joining(),
      scenes: this.scenes.state(),
      survey: this.survey.state(),
      channelMove: this.radio.state(),
      blinking: this.devices.blinks(),
      restarts: this.keeping.restarts,
    }
  }

  audit(count: number) {
    return this.journal.newest(count)
  }

  /** A full disk keeps nobody from what can still be done. */
  async note(role: StaffRole | null, what: string, about: Readonly<Record<string, unknown>>): Promise<void> {
    await this.journal
      .add({ role, what, about })
      .catch((error: unknown) => this.log('error', `the audit log was not written: ${String(error)}`))
  }

  private tellStore(): void {
    this.news.tell({ kind: 'store', store: this.store.current, hasClerkPin: this.door.hasClerkPin })
  }
}
