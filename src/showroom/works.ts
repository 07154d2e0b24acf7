import { usualHabits } from '../contract/staff/store-habits.ts'
import { Attract } from './attract.ts'
import { Bindings } from './bindings.ts'
import { DeviceLink } from './device-link.ts'
import { Director } from './director.ts'
import { DriverNews } from './driver-news.ts'
import { FlashGuard } from './flash-guard.ts'
import { Intents } from './intents.ts'
import { JourneyLog } from './journey-log.ts'
import { LampSignal } from './lamp-signal.ts'
import { isOpen } from './opening-hours.ts'
import { noOwnScenes } from './own-scenes/own-record.ts'
import { SceneShelf } from './own-scenes/scene-shelf.ts'
import { Placement } from './placement.ts'
import { Prospect } from './prospect.ts'
import { Remotes } from './remotes.ts'
import type { Scene } from './scene.ts'
import { ScenePlans } from './scene-plans.ts'
import { SceneUpkeep } from './scene-upkeep.ts'
import { ShopWatch } from './shop/shop.ts'
import { ShownState } from './shown-state.ts'
import type { ShowroomParts } from './showroom-parts.ts'
import { VisitCounter } from './statistics/visit-counter.ts'
import { Visit } from './visit.ts'
import type { Place, PlannedWish } from './wish.ts'
import { WishKeeper } from './wish-keeper.ts'

/** The parts of a showroom, each told of those it speaks with; in the order in which a touch passes them. */
export class Works {
  /** Whether it is recorded which device is where, by staff or by a record that nobody could read. */
  hasBindings = false
  /** Which device is where, for staff. */
  readonly placement: Placement
  readonly shelf: SceneShelf
  readonly bindings: Bindings
  readonly shown: ShownState
  readonly link: DeviceLink
  readonly guard: FlashGuard
  readonly keeper: WishKeeper
  readonly prospect: Prospect
  readonly director: Director
  readonly intents: Intents
  readonly remotes: Remotes
  readonly upkeep: SceneUpkeep
  readonly plans: ScenePlans
  readonly shop: ShopWatch
  readonly journey: JourneyLog
  readonly news: DriverNews
  readonly visit: Visit
  readonly attract: Attract
  readonly counter: VisitCounter | null
  /** A device shows staff which one it is. */
  readonly signal: LampSignal

  constructor(parts: ShowroomParts) {
    const { driver, clock, calendar, storage, epoch, bakes = new Map(), habits = () => usualHabits } = parts
    this.shelf = new SceneShelf(parts.content, parts.own ?? noOwnScenes)
    const { shelf } = this
    const { content } = shelf
    this.bindings = new Bindings(storage)
    this.shown = new ShownState(content.rooms, clock, epoch, bakes, (state, before) => {
      this.director.changed(before, state)
      this.upkeep.review()
    })
    const { board } = this.shown
    this.link = new DeviceLink({ driver, clock, bindings: this.bindings, board })
    this.link.onTold = (state, how) => this.upkeep.told(state, how)
    this.link.onSilent = (place) => this.upkeep.silent(place)
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
        this.upkeep.review()
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
      ruleTurned: (rule, what) => this.upkeep.ruleTurned(rule, what),
      goesOn: (scene) => this.shown.rooms.setActiveScene(scene.room, scene.id),
    })
    const { shown, guard, keeper, prospect, director } = this
    this.upkeep = new SceneUpkeep({ shelf, shown, guard, keeper, prospect, director })
    this.attract = new Attract({
      clock,
      rooms: content.rooms,
      scenes: () => shelf.offered,
      fixtures: () => this.prospect.all(),
      want: (wishes) => this.director.attract(wishes),
      habits,
    })
    this.visit = new Visit({
      clock,
      times: () => {
        const { idleS } = habits()
        const times = parts.visitTimes ?? { idleMs: 0, noticeMs: 0 }
        return idleS === null ? times : { ...times, idleMs: idleS * 1000 }
      },
      isOpen: () => isOpen(parts.openingHours?.() ?? null, calendar.now(), habits().otherDays),
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
      statistics === undefined ? null : new VisitCounter({ statistics, scenes: () => content.scenes, clock })
    this.intents = new Intents({
      content,
      offered: () => shelf.offered,
      shown: this.shown,
      prospect: this.prospect,
      director: this.director,
      visit: this.visit,
      lastScene: (room) => this.keeper.arrival(room)?.scene ?? null,
      asked: (room) => this.upkeep.tellArrival(room),
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
      places: () => habits().places,
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
    const { link, plans, remotes, bindings } = this
    this.signal = new LampSignal({ driver, clock, guard, link, bindings, prospect })
    this.news = new DriverNews({
      shown,
      link,
      plans,
      remotes,
      bindings,
      ready: () => void this.readAll(),
      met: () => this.upkeep.tellOffer(),
      somebodyIsHere: () => this.visit.here(),
    })
  }

  private turned(to: 'attract' | 'closed' | 'visit'): void {
    if (to === 'attract') this.attract.begin()
    else if (to === 'closed') this.attract.rest()
    else this.attract.stop()
  }

  /** What the director decided, on its way to the lamps. */
  private ask(wishes: readonly PlannedWish[], scene: Scene | null): void {
    this.upkeep.wasAsked(wishes)
    // While the dongle is away too: what cannot be sent now is given to the lamps when they are back.
    if (scene === null) this.keeper.wished(this.withDevice(wishes))
    else this.keeper.begin(scene.room, scene.id, this.withDevice(wishes))
    this.guard.ask(wishes)
  }

  /** Something else is bound to the fixtures now. */
  rebind(): void {
    this.link.rebind()
    this.plans.tellSoon()
    this.upkeep.tellOffer()
  }

  private async readAll(): Promise<void> {
    await this.link.readAll()
    this.upkeep.complete()
    this.upkeep.review()
  }

  private withDevice(wishes: readonly PlannedWish[]): PlannedWish[] {
    return wishes.filter(({ place }) => this.bindings.deviceAt(place.room, place.fixture) !== null)
  }
}
