import type { ButtonWord } from '../contract/button.ts'
import type { DongleFacts } from '../contract/dongle-facts.ts'
import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId, SceneId } from '../contract/ids.ts'
import type { Intent } from '../contract/intent.ts'
import type { DongleStatus, Notice, Snapshot } from '../contract/showroom-state.ts'
import { type Binding, Bindings } from './bindings.ts'
import { ChangeLog } from './change-log.ts'
import type { Clock } from './clock.ts'
import type { Content } from './content.ts'
import type { DeviceDescription, DeviceId } from './device.ts'
import { DeviceLink, type Hearing } from './device-link.ts'
import { Director } from './director.ts'
import type { DeviceDriver, DriverEvent } from './driver.ts'
import { FixtureBoard } from './fixture-board.ts'
import { FlashGuard } from './flash-guard.ts'
import type { Calendar } from './local-time.ts'
import type { Log } from './log.ts'
import { NoticeBoard } from './notice-board.ts'
import {
  contentNotice,
  disobedienceNotice,
  preparingNotice,
  restingNotice,
  silenceNotice,
} from './notices.ts'
import { type Offer, offerOf } from './offer.ts'
import { pictureOfWish } from './picture.ts'
import type { FixtureIntent } from './remote-control.ts'
import { Remotes } from './remotes.ts'
import { RoomBoard } from './room-board.ts'
import { Ledger } from './rules/ledger.ts'
import type { Scene } from './scene.ts'
import { planScene, planTouch } from './scene-engine.ts'
import { plansOf } from './scene-plans.ts'
import { SceneWatch } from './scene-watch.ts'
import type { Storage } from './storage.ts'
import { type FixtureWish, mergeWishes, type Place, type PlannedWish, wholeWish } from './wish.ts'
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
}

/** Devices seldom come alone: scenes are prepared when none has come for this long. */
const plansSettleMs = 1000

/** What became of an intent at once; what becomes of the lamps arrives as changes. */
export type IntentResult = 'accepted' | 'unknown-target' | 'not-capable'

/** One showroom: turns intents into commands and reports into the picture that screens follow. */
export class Showroom {
  readonly changes: ChangeLog
  private readonly parts: ShowroomParts
  private readonly bindings: Bindings
  private readonly board: FixtureBoard
  private readonly link: DeviceLink
  private readonly guard: FlashGuard
  private readonly keeper: WishKeeper
  private readonly remotes: Remotes
  private readonly director: Director
  private readonly ledger = new Ledger((fact) => this.changes.append({ kind: 'fact', fact }))
  private readonly notices = new NoticeBoard()
  private readonly rooms: RoomBoard
  private readonly scenes: SceneWatch
  private dongle: DongleStatus = { phase: 'starting', simulated: false }
  private dongleFacts: DongleFacts | null = null
  private hasBindings = false
  /** Rooms in which something was asked since the start. */
  private readonly asked = new Set<RoomId>()
  private unlisten: (() => void) | null = null
  private callOffPlans: (() => void) | null = null
  private plans = '[]'
  private offer: Offer = { scenes: [], rules: [] }

  constructor(parts: ShowroomParts) {
    const { content, driver, clock, calendar, storage } = parts
    this.parts = parts
    this.changes = new ChangeLog(parts.epoch)
    this.bindings = new Bindings(storage)
    this.rooms = new RoomBoard(content.rooms, (room) => this.changes.append({ kind: 'room', room }))
    this.scenes = new SceneWatch(content, this.rooms)
    this.board = new FixtureBoard(content.rooms, (state, before) => this.fixtureChanged(state, before))
    this.link = new DeviceLink({ driver, clock, bindings: this.bindings, board: this.board })
    this.guard = new FlashGuard(clock, content.rooms, (wishes) => this.link.deliver(wishes))
    this.link.onTold = (state, how) => this.told(state, how)
    this.link.onSilent = (place) => this.silent(place)
    this.remotes = new Remotes({
      rooms: content.rooms,
      clock,
      fixtures: (room) => this.wished().filter((state) => state.room === room),
      touch: (intents) => this.touchAll(intents),
      playNext: (room, step) => this.playNext(room, step),
    })
    this.keeper = new WishKeeper({
      clock,
      ask: (wishes) => this.guard.ask(wishes),
      isOnItsWay: (place) => {
        const state = this.board.get(place)
        return state !== null && this.isOnItsWay(state)
      },
      otherHand: (place) => {
        this.director.otherHand(place)
        this.reviewScenes()
      },
    })
    this.director = new Director({
      content,
      clock,
      calendar,
      ledger: this.ledger,
      fixtures: () => this.wished(),
      current: (place) => this.standing(place),
      ask: (wishes, scene) => this.ask(wishes, scene),
      ruleTurned: (rule, what) => {
        this.tellOffer()
        if (what !== 'started') this.post(`rule ${rule.id}`, what === 'resting' ? [restingNotice(rule)] : [])
      },
      goesOn: (scene) => this.rooms.setActiveScene(scene.room, scene.id),
    })
  }

  async start(): Promise<void> {
    const { content, driver, log } = this.parts
    for (const problem of content.problems) log('warning', `left out: ${problemSentence(problem)}`)
    this.post('content', content.problems.map(contentNotice))
    try {
      this.hasBindings = await this.bindings.load()
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      log('error', sentence)
      this.hasBindings = true // Somewhere in a record that must not be overruled.
      this.post('bindings', [{ code: 'bindings-unreadable', severity: 'error', sentence, values: {} }])
    }
    this.rebind()
    this.director.start()
    this.unlisten = driver.listen((event) => this.heard(event))
    await driver.start()
  }

  async stop(): Promise<void> {
    this.unlisten?.()
    this.callOffPlans?.()
    this.remotes.stop()
    this.director.stop()
    this.keeper.stop()
    this.guard.stop()
    this.link.stop()
    await this.parts.driver.stop()
  }

  handle(intent: Intent): IntentResult {
    if (intent.kind === 'play-scene') return this.play(intent.scene)
    if (intent.kind === 'play-rule') return this.director.playRule(intent.rule)
    return this.touch(intent)
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

  devices(): readonly DeviceDescription[] {
    return this.link.devices()
  }

  snapshot(): Snapshot {
    return {
      rooms: this.rooms.all(),
      ...this.offer,
      facts: [...this.ledger.at(this.parts.clock.now())],
      fixtures: this.board.all(),
      dongle: this.dongle,
      dongleFacts: this.dongleFacts,
      notices: this.notices.all(),
    }
  }

  private play(id: SceneId): IntentResult {
    const scene = this.parts.content.scenes.find((candidate) => candidate.id === id)
    if (scene === undefined) return 'unknown-target'
    this.director.play(scene)
    if (this.dongle.phase !== 'lost') this.rooms.setActiveScene(scene.room, scene.id)
    this.tellArrival(scene.room)
    return 'accepted'
  }

  /** What the director decided, on its way to the lamps. */
  private ask(wishes: readonly PlannedWish[], scene: Scene | null): void {
    for (const { place } of wishes) this.asked.add(place.room)
    // While the dongle is away too: what cannot be sent now is given to the lamps when they are back.
    if (scene === null) this.keeper.wished(this.withDevice(wishes))
    else this.keeper.begin(scene.room, scene.id, this.withDevice(wishes))
    this.guard.ask(wishes)
  }

  private touch(intent: FixtureIntent): IntentResult {
    const state = this.board.get({ room: intent.room, fixture: intent.fixture })
    if (state === null) return 'unknown-target'
    if (planTouch(intent, this.asWished(state)) === null) return 'not-capable'
    this.touchAll([intent])
    return 'accepted'
  }

  /** What belongs together, by a finger on the screen or on a remote. What cannot be done is left out. */
  private touchAll(intents: readonly FixtureIntent[]): void {
    const wishes = intents.flatMap((intent) => {
      const place = { room: intent.room, fixture: intent.fixture }
      const state = this.board.get(place)
      const wish = state === null ? null : planTouch(intent, this.asWished(state))
      return wish === null ? [] : [{ place, wish }]
    })
    this.director.touch(wishes)
    for (const { place } of wishes) {
      const active = this.rooms.activeScene(place.room)
      const scene = this.parts.content.scenes.find((candidate) => candidate.id === active)
      const isSpoilt = scene?.fixtures[place.fixture] !== undefined && !this.director.isMoving(place.room)
      if (isSpoilt) this.rooms.setActiveScene(place.room, null)
      this.tellArrival(place.room)
    }
  }

  /** The scene after or before the one that runs, or that was played last. */
  private playNext(room: RoomId, step: 1 | -1): void {
    const scenes = this.parts.content.scenes.filter((scene) => scene.room === room)
    const current = this.rooms.activeScene(room) ?? this.keeper.arrival(room)?.scene
    const index = scenes.findIndex(({ id }) => id === current)
    const next =
      index === -1 ? (step === 1 ? scenes[0] : scenes.at(-1)) : scenes.at((index + step) % scenes.length)
    if (next !== undefined) this.play(next.id)
  }

  private heard(event: DriverEvent): void {
    switch (event.kind) {
      case 'status':
        this.dongleChanged(event.status)
        this.post('dongle', event.notice === null ? [] : [event.notice])
        return
      case 'facts':
        this.dongleFacts = event.facts
        this.changes.append({ kind: 'dongle-facts', dongleFacts: event.facts })
        return
      case 'device':
        this.link.met(event.device, this.dongle.phase === 'ready')
        this.prepareSoon()
        return
      case 'device-left':
        this.link.left(event.device)
        return
      case 'returned':
        this.link.returned(event.device)
        return
      case 'report':
        this.link.reported(event.device, event.report)
        this.pressed(event.device, event.report.pressed)
        return
      case 'prepared':
        this.post('prepared', event.ready < event.total ? [preparingNotice(event)] : [])
    }
  }

  private pressed(device: DeviceId, word: ButtonWord | undefined): void {
    const place = this.bindings.bindingOf(device)
    if (place !== null && word !== undefined) this.remotes.pressed(place, word)
  }

  private rebind(): void {
    this.link.rebind()
    this.prepareSoon()
    this.tellOffer()
  }

  /** Tells the driver which commands each scene will send, when that has changed. */
  private prepareSoon(): void {
    this.callOffPlans?.()
    this.callOffPlans = this.parts.clock.after(plansSettleMs, () => {
      const plans = plansOf(this.parts.content.scenes, this.board.all(), this.bindings)
      const text = JSON.stringify(plans)
      if (text === this.plans) return
      this.plans = text
      this.parts.driver.prepare(plans)
    })
  }

  private dongleChanged(status: DongleStatus): void {
    if (status.phase !== this.dongle.phase || status.simulated !== this.dongle.simulated) {
      this.dongle = status
      this.changes.append({ kind: 'dongle', dongle: status })
    }
    if (status.phase === 'lost') this.link.lost()
    if (status.phase === 'ready') void this.readAll()
    this.postSilence()
  }

  private async readAll(): Promise<void> {
    await this.link.readAll()
    this.completeScenes()
    this.reviewScenes()
  }

  /** After a restart: fixtures that live on the screen only join the scene that the lamps still show. */
  private completeScenes(): void {
    const bound = this.board.all().filter((state) => state.reach !== 'unbound')
    const unbound = this.board.all().filter((state) => state.reach === 'unbound')
    for (const scene of this.scenes.shownUnnamed(bound)) {
      if (this.asked.has(scene.room)) continue
      this.guard.ask(planScene(scene, unbound))
      this.rooms.setActiveScene(scene.room, scene.id)
      this.keeper.begin(scene.room, scene.id, planScene(scene, bound))
      for (const state of bound) {
        if (state.reach === 'reachable') this.told(state, 'asked')
        else this.silent({ room: state.room, fixture: state.id })
      }
    }
  }

  private reviewScenes(): void {
    if (this.dongle.phase === 'lost') return
    const isOnItsWay = (state: FixtureState) => this.director.isMoving(state.room) || this.isOnItsWay(state)
    this.scenes.review(this.board.all(), isOnItsWay)
  }

  private isOnItsWay(state: FixtureState): boolean {
    const wish = this.guard.pending({ room: state.room, fixture: state.id })
    return wish !== null || (state.kind === 'light' && state.fade !== null)
  }

  /** The fixture as it will be when all that was wished of it is done: new wishes start from there. */
  private asWished(state: FixtureState): FixtureState {
    const wish = this.guard.pending({ room: state.room, fixture: state.id })
    return wish === null ? state : pictureOfWish(state, wish, this.parts.clock.now())
  }

  /** What a fixture is to be at last: of one that does not answer, what was wished of it. */
  private standing(place: Place): FixtureWish | null {
    const state = this.board.get(place)
    const whole = state === null ? null : wholeWish(this.asWished(state))
    const wish = state?.reach === 'unreachable' ? this.keeper.wishOf(place) : null
    return whole === null || wish === null ? whole : mergeWishes(whole, wish)
  }

  private wished(): FixtureState[] {
    return this.board.all().map((state) => this.asWished(state))
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
    this.rooms.setArrival(room, this.keeper.arrival(room))
    const states = this.keeper.disobedient().map((place) => this.board.get(place))
    this.post(
      'obedience',
      states.flatMap((state) => (state === null ? [] : [disobedienceNotice(state)])),
    )
  }

  private tellOffer(): void {
    const offer = offerOf(this.parts.content, this.board.all(), this.director.running())
    if (JSON.stringify(offer) === JSON.stringify(this.offer)) return
    this.offer = offer
    this.changes.append({ kind: 'offer', ...offer })
  }

  private fixtureChanged(state: FixtureState, before: FixtureState): void {
    this.changes.append({ kind: 'fixture', fixture: state })
    this.director.changed(before, state)
    this.postSilence()
    this.reviewScenes()
  }

  private postSilence(): void {
    const silent = this.board.all().filter((fixture) => fixture.reach === 'unreachable')
    this.post('reach', this.dongle.phase === 'lost' ? [] : silent.map(silenceNotice))
  }

  private post(source: string, notices: readonly Notice[]): void {
    if (this.notices.post(source, notices)) {
      this.changes.append({ kind: 'notices', notices: this.notices.all() })
    }
  }
}
