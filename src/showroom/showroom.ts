import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId } from '../contract/ids.ts'
import type { Intent } from '../contract/intent.ts'
import type { Notice, Snapshot } from '../contract/showroom-state.ts'
import { Attract } from './attract.ts'
import { type Binding, Bindings } from './bindings.ts'
import type { ChangeLog } from './change-log.ts'
import type { Clock } from './clock.ts'
import type { Content } from './content.ts'
import type { DeviceDescription } from './device.ts'
import { DeviceLink, type Hearing } from './device-link.ts'
import { Director } from './director.ts'
import type { DeviceDriver } from './driver.ts'
import { DriverNews } from './driver-news.ts'
import { FlashGuard } from './flash-guard.ts'
import { type IntentResult, Intents } from './intents.ts'
import { JourneyLog } from './journey-log.ts'
import type { Calendar } from './local-time.ts'
import type { Log } from './log.ts'
import { contentNotice, disobedienceNotice, restNotice } from './notices.ts'
import { offerOf } from './offer.ts'
import { isOpen, type OpeningHours } from './opening-hours.ts'
import { noOwnScenes, type OwnRecord } from './own-scenes/own-record.ts'
import { SceneShelf, type ShelvedScene } from './own-scenes/scene-shelf.ts'
import { pictureOfWish } from './picture.ts'
import { Placement } from './placement.ts'
import { Prospect } from './prospect.ts'
import { Remotes } from './remotes.ts'
import type { Rule } from './rules/rule.ts'
import type { RuleTurn } from './rules/rule-engine.ts'
import type { Scene } from './scene.ts'
import { planScene } from './scene-engine.ts'
import { ScenePlans } from './scene-plans.ts'
import { SceneWatch } from './scene-watch.ts'
import { ShopWatch } from './shop/shop.ts'
import { ShownState } from './shown-state.ts'
import type { Statistics } from './statistics/statistics.ts'
import { VisitCounter } from './statistics/visit-counter.ts'
import type { Storage } from './storage.ts'
import { Visit, type VisitTimes } from './visit.ts'
import type { Place, PlannedWish } from './wish.ts'
import { WishKeeper } from './wish-keeper.ts'
import { problemSentence } from './yaml-file.ts'

export interface ShowroomParts {
  readonly content: Content
  readonly driver: DeviceDriver
  readonly clock: Clock
  readonly calendar: Calendar
  readonly storage: Storage
  readonly log: Log
  /** Differs from start to start. */
  readonly epoch: string
  /** Which store of `products/stores` this is; null when nobody has said so. */
  readonly storeId?: string | null
  /** Where the page for phones is; null when nobody has said so. */
  readonly takeHomeUrl?: string | null
  /** Without them visits never end by themselves, and rooms never show themselves. */
  readonly visitTimes?: VisitTimes
  /** When the store is open; always where none are given. Asked whenever it matters, since staff may change it. */
  readonly openingHours?: () => OpeningHours | null
  /** Where people's touches are counted; nowhere without it. */
  readonly statistics?: Statistics
  /** Rooms whose bake came with a playlist, by the name of its folder. */
  readonly bakes?: ReadonlyMap<RoomId, string>
  /** What staff of the store have made of its scenes; null where that is not to be shown. */
  readonly own?: OwnRecord | null
}

/** One showroom: turns intents into commands and reports into the picture that screens follow. */
export class Showroom {
  /** Which device is where, for staff. */
  readonly placement: Placement
  private readonly parts: ShowroomParts
  private readonly shelf: SceneShelf
  private readonly bindings: Bindings
  private readonly shown: ShownState
  private readonly link: DeviceLink
  private readonly guard: FlashGuard
  private readonly keeper: WishKeeper
  private readonly prospect: Prospect
  private readonly director: Director
  private readonly intents: Intents
  private readonly remotes: Remotes
  private readonly scenes: SceneWatch
  private readonly plans: ScenePlans
  private readonly shop: ShopWatch
  private readonly journey: JourneyLog
  private readonly news: DriverNews
  private readonly visit: Visit
  private readonly attract: Attract
  private readonly counter: VisitCounter | null
  private hasBindings = false
  /** Rooms in which something was asked since the start. */
  private readonly asked = new Set<RoomId>()
  private unlisten: (() => void) | null = null

  constructor(parts: ShowroomParts) {
    const { driver, clock, calendar, storage, epoch, bakes = new Map() } = parts
    this.parts = parts
    this.shelf = new SceneShelf(parts.content, parts.own ?? noOwnScenes)
    const { shelf } = this
    const { content } = shelf
    this.bindings = new Bindings(storage)
    this.shown = new ShownState(content.rooms, clock, epoch, bakes, (state, before) => {
      this.director.changed(before, state)
      this.reviewScenes()
    })
    const { board } = this.shown
    this.scenes = new SceneWatch(content, this.shown.rooms)
    this.link = new DeviceLink({ driver, clock, bindings: this.bindings, board })
    this.link.onTold = (state, how) => this.told(state, how)
    this.link.onSilent = (place) => this.silent(place)
    this.guard = new FlashGuard(clock, content.rooms, (wishes) => this.link.deliver(wishes))
    this.keeper = new WishKeeper({
      clock,
      ask: (wishes) => this.guard.ask(wishes),
      isOnItsWay: (place) => {
        const state = board.get(place)
        return state !== null && this.prospect.isOnItsWay(state)
      },
      otherHand: (place) => {
        this.visit.here()
        this.director.otherHand(place)
        this.reviewScenes()
      },
    })
    const wishOf = (place: Place) => this.keeper.wishOf(place)
    this.prospect = new Prospect({ board, guard: this.guard, clock, wishOf })
    this.director = new Director({
      content,
      clock,
      calendar,
      ledger: this.shown.ledger,
      fixtures: (room, names) => this.prospect.among(room, names),
      current: (place) => this.prospect.wish(place),
      ask: (wishes, scene) => this.ask(wishes, scene),
      ruleTurned: (rule, what) => this.ruleTurned(rule, what),
      goesOn: (scene) => this.shown.rooms.setActiveScene(scene.room, scene.id),
    })
    this.attract = new Attract({
      clock,
      rooms: content.rooms,
      scenes: () => shelf.offered,
      fixtures: () => this.prospect.all(),
      want: (wishes) => this.director.attract(wishes),
    })
    this.visit = new Visit({
      clock,
      times: parts.visitTimes ?? { idleMs: 0, noticeMs: 0 },
      isOpen: () => isOpen(parts.openingHours?.() ?? null, calendar.now()),
      announce: (presence) => this.shown.setPresence(presence),
      ended: () => {
        this.counter?.ended()
        this.director.endVisit()
        this.shown.forgetVisit()
        this.journey.forget()
      },
      turned: (to) => this.turned(to),
    })
    const { statistics } = parts
    this.counter =
      statistics === undefined ? null : new VisitCounter({ statistics, scenes: content.scenes, clock })
    this.intents = new Intents({
      content,
      offered: () => shelf.offered,
      shown: this.shown,
      prospect: this.prospect,
      director: this.director,
      visit: this.visit,
      lastScene: (room) => this.keeper.arrival(room)?.scene ?? null,
      asked: (room) => this.tellArrival(room),
    })
    this.remotes = new Remotes({
      rooms: content.rooms,
      clock,
      fixtures: (room) => this.prospect.all().filter((state) => state.room === room),
      touch: (intents) => this.intents.touch(intents),
      playNext: (room, step) => this.intents.playNext(room, step),
    })
    this.journey = new JourneyLog(clock, this.bindings, (journey) => this.shown.setJourney(journey))
    this.shop = new ShopWatch({
      ...{ content, clock, calendar },
      storeId: parts.storeId ?? null,
      takeHomeUrl: parts.takeHomeUrl ?? null,
      tell: (shop) => this.shown.setShop(shop),
    })
    const fixtures = () => board.all()
    this.placement = new Placement({
      ...{ bindings: this.bindings, link: this.link, board },
      rebound: () => {
        this.hasBindings = true
        this.shown.post('bindings', [])
        this.rebind()
      },
    })
    this.plans = new ScenePlans({
      scenes: () => content.scenes,
      fixtures,
      bindings: this.bindings,
      driver,
      clock,
    })
    const { shown, link, plans, remotes, bindings } = this
    this.news = new DriverNews({
      shown,
      link,
      plans,
      remotes,
      bindings,
      ready: () => void this.readAll(),
      met: () => this.tellOffer(),
      somebodyIsHere: () => this.visit.here(),
    })
  }

  get changes(): ChangeLog {
    return this.shown.changes
  }

  async start(): Promise<void> {
    const { driver, log } = this.parts
    const { content } = this.shelf
    for (const problem of content.problems) log('warning', `left out: ${problemSentence(problem)}`)
    this.postProblems()
    this.shown.post('shop', this.shop.notices())
    this.shop.start()
    try {
      this.hasBindings = await this.bindings.load()
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      log('error', sentence)
      this.hasBindings = true // Somewhere in a record that must not be overruled.
      this.shown.post('bindings', [{ code: 'bindings-unreadable', severity: 'error', sentence, values: {} }])
    }
    this.rebind()
    this.director.start()
    this.visit.start()
    this.unlisten = driver.listen((event) => {
      this.journey.heard(event)
      this.news.heard(event)
    })
    await driver.start()
  }

  async stop(): Promise<void> {
    this.unlisten?.()
    this.plans.stop()
    this.shop.stop()
    this.journey.stop()
    this.visit.stop()
    this.counter?.ended()
    this.attract.stop()
    this.remotes.stop()
    this.director.stop()
    this.shown.ledger.stop()
    this.keeper.stop()
    this.guard.stop()
    this.link.stop()
    await this.parts.driver.stop()
  }

  handle(intent: Intent): IntentResult {
    // That somebody is here, or not any more, goes nowhere; nor does what is only counted.
    if (!['stay', 'end-visit', 'show-code'].includes(intent.kind)) this.journey.begin()
    const result = this.intents.handle(intent)
    if (result === 'accepted') this.counter?.saw(intent)
    return result
  }

  /**
   * Binds devices until the next start, unless staff have said which device is where: a record is never
   * overruled, and nothing is saved.
   */
  lendBindings(bindings: readonly Binding[]): void {
    if (this.hasBindings) return
    this.bindings.lend(bindings)
    this.rebind()
  }

  /** Staff have signed in, or the last of them has left. */
  staffAreHere(here: boolean): void {
    this.visit.keep(here)
  }

  /** Staff have said something else of the store: what it sells is told anew. */
  setStore(storeId: string | null): void {
    this.shop.setStore(storeId)
    this.shown.post('shop', this.shop.notices())
  }

  /** All scenes, hidden ones too, and where each comes from; for staff. */
  shelved(): readonly ShelvedScene[] {
    return this.shelf.scenes
  }

  /** The content as it came, without what staff have made of it. */
  get given(): Content {
    return this.parts.content
  }

  /** Staff have made something else of the scenes: shown from this moment. */
  layScenes(own: OwnRecord): void {
    const before = new Map(this.shelf.content.scenes.map((scene) => [scene.id, scene]))
    this.shelf.lay(own)
    const now = new Map(this.shelf.content.scenes.map((scene) => [scene.id, scene]))
    for (const { id: room, activeScene } of this.shown.rooms.all()) {
      if (activeScene === null) continue
      const same = JSON.stringify(before.get(activeScene)) === JSON.stringify(now.get(activeScene))
      if (!same) this.shown.rooms.setActiveScene(room, null)
    }
    this.postProblems()
    this.plans.tellSoon()
    this.tellOffer()
    this.shop.tellAnew()
    this.reviewScenes()
  }

  /** What the fixtures of a room are, or will be when all that was asked of them is done; silent ones as they were asked. */
  standing(room: RoomId): FixtureState[] {
    return this.shown.board
      .all()
      .filter((state) => state.room === room)
      .map((state) => {
        const wish = this.prospect.wish({ room, fixture: state.id })
        return wish === null ? state : pictureOfWish(state, wish, this.parts.clock.now())
      })
  }

  /** The stores that this could be. */
  stores(): { id: string; name: string }[] {
    return [...this.parts.content.shop.stores.values()].map(({ id, name }) => ({ id, name }))
  }

  /** Where devices stand, also in rooms that are not shown. */
  bound(): readonly Place[] {
    return this.bindings.all()
  }

  /** Replaces what `source` has to say to staff. */
  tellStaff(source: string, notices: readonly Notice[]): void {
    this.shown.post(source, notices)
  }

  devices(): readonly DeviceDescription[] {
    return this.link.devices()
  }

  snapshot(): Snapshot {
    return this.shown.snapshot()
  }

  private turned(to: 'attract' | 'closed' | 'visit'): void {
    if (to === 'attract') this.attract.begin()
    else if (to === 'closed') this.attract.rest()
    else this.attract.stop()
  }

  /** What the director decided, on its way to the lamps. */
  private ask(wishes: readonly PlannedWish[], scene: Scene | null): void {
    for (const { place } of wishes) this.asked.add(place.room)
    // While the dongle is away too: what cannot be sent now is given to the lamps when they are back.
    if (scene === null) this.keeper.wished(this.withDevice(wishes))
    else this.keeper.begin(scene.room, scene.id, this.withDevice(wishes))
    this.guard.ask(wishes)
  }

  private postProblems(): void {
    const problems = [...this.parts.content.problems, ...this.shelf.problems]
    this.shown.post('content', problems.map(contentNotice))
  }

  private ruleTurned(rule: Rule, what: RuleTurn): void {
    if (what === 'started' || what === 'ended') this.tellOffer()
    else this.shown.post(`rule ${rule.id}`, what === 'calm' ? [] : [restNotice(rule, what)])
  }

  private rebind(): void {
    this.link.rebind()
    this.plans.tellSoon()
    this.tellOffer()
  }

  private async readAll(): Promise<void> {
    await this.link.readAll()
    this.completeScenes()
    this.reviewScenes()
  }

  /** After a restart: fixtures that live on the screen only join the scene that the lamps still show. */
  private completeScenes(): void {
    const bound = this.shown.board.all().filter((state) => state.reach !== 'unbound')
    const unbound = this.shown.board.all().filter((state) => state.reach === 'unbound')
    for (const scene of this.scenes.shownUnnamed(bound)) {
      if (this.asked.has(scene.room)) continue
      this.guard.ask(planScene(scene, unbound))
      this.shown.rooms.setActiveScene(scene.room, scene.id)
      this.keeper.begin(scene.room, scene.id, planScene(scene, bound))
      for (const state of bound) {
        if (state.reach === 'reachable') this.told(state, 'asked')
        else this.silent({ room: state.room, fixture: state.id })
      }
    }
  }

  private reviewScenes(): void {
    if (this.shown.dongle.phase === 'lost') return
    const isOnItsWay = (state: FixtureState) =>
      isUnread(state) || this.director.isMoving(state.room) || this.prospect.isOnItsWay(state)
    this.scenes.review(this.shown.board.all(), isOnItsWay)
  }

  private withDevice(wishes: readonly PlannedWish[]): PlannedWish[] {
    return wishes.filter(({ place }) => this.bindings.deviceAt(place.room, place.fixture) !== null)
  }

  /** A device said what it is. */
  private told(state: FixtureState, how: Hearing): void {
    this.guard.observe(state)
    this.keeper.told(state, how)
    this.tellArrival(state.room)
  }

  private silent(place: Place): void {
    this.keeper.silent(place)
    this.tellArrival(place.room)
  }

  private tellArrival(room: RoomId): void {
    this.shown.rooms.setArrival(room, this.keeper.arrival(room))
    const states = this.keeper.disobedient().map((place) => this.shown.board.get(place))
    this.shown.post(
      'obedience',
      states.flatMap((state) => (state === null ? [] : [disobedienceNotice(state)])),
    )
  }

  private tellOffer(): void {
    const { content, offered } = this.shelf
    const { scenes, rules } = offerOf(content, this.shown.board.all(), this.director.running())
    const ids = new Set(offered.map(({ id }) => id))
    this.shown.setOffer({ scenes: scenes.filter(({ id }) => ids.has(id)), rules })
  }
}

/** What it is will be known in a moment: until then it shows no scene, nor proves that none is shown. */
function isUnread({ kind, reach }: FixtureState): boolean {
  return reach === 'unknown' && (kind === 'light' || kind === 'plug')
}
