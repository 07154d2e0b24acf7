import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId } from '../contract/ids.ts'
import type { Hearing } from './device-link.ts'
import type { Director } from './director.ts'
import type { FlashGuard } from './flash-guard.ts'
import { contentNotice, disobedienceNotice, restNotice } from './notices.ts'
import { offerOf } from './offer.ts'
import type { OwnRecord } from './own-scenes/own-record.ts'
import type { SceneShelf } from './own-scenes/scene-shelf.ts'
import type { Prospect } from './prospect.ts'
import type { Rule } from './rules/rule.ts'
import type { RuleTurn } from './rules/rule-engine.ts'
import { planScene } from './scene-engine.ts'
import { SceneWatch } from './scene-watch.ts'
import type { ShownState } from './shown-state.ts'
import type { Place, PlannedWish } from './wish.ts'
import type { WishKeeper } from './wish-keeper.ts'

export interface SceneUpkeepParts {
  readonly shelf: SceneShelf
  readonly shown: ShownState
  readonly guard: FlashGuard
  readonly keeper: WishKeeper
  readonly prospect: Prospect
  readonly director: Director
}

/** Keeps what screens are told of scenes true: which runs, whether its lamps came to it, which can be had. */
export class SceneUpkeep {
  private readonly parts: SceneUpkeepParts
  private readonly watch: SceneWatch
  /** Rooms in which something was asked since the start. */
  private readonly asked = new Set<RoomId>()

  constructor(parts: SceneUpkeepParts) {
    this.parts = parts
    this.watch = new SceneWatch(parts.shelf.content, parts.shown.rooms)
  }

  /** Something was asked of these places. */
  wasAsked(wishes: readonly PlannedWish[]): void {
    for (const { place } of wishes) this.asked.add(place.room)
  }

  /** A device said what it is. */
  told(state: FixtureState, how: Hearing): void {
    this.parts.guard.observe(state)
    this.parts.keeper.told(state, how)
    this.tellArrival(state.room)
  }

  /** A device did not answer. */
  silent(place: Place): void {
    this.parts.keeper.silent(place)
    this.tellArrival(place.room)
  }

  /** The scene that runs is the one that the lamps show, once nothing in its room is on its way. */
  review(): void {
    const { shown, director, prospect } = this.parts
    if (shown.dongle.phase === 'lost') return
    this.watch.review(
      shown.board.all(),
      (state) => isUnread(state) || director.isMoving(state.room) || prospect.isOnItsWay(state),
    )
  }

  /** After a restart: fixtures that live on the screen only join the scene that the lamps still show. */
  complete(): void {
    const { shown, guard, keeper } = this.parts
    const bound = shown.board.all().filter((state) => state.reach !== 'unbound')
    const unbound = shown.board.all().filter((state) => state.reach === 'unbound')
    for (const scene of this.watch.shownUnnamed(bound)) {
      if (this.asked.has(scene.room)) continue
      guard.ask(planScene(scene, unbound))
      shown.rooms.setActiveScene(scene.room, scene.id)
      keeper.begin(scene.room, scene.id, planScene(scene, bound))
      for (const state of bound) {
        if (state.reach === 'reachable') this.told(state, 'asked')
        else this.silent({ room: state.room, fixture: state.id })
      }
    }
  }

  /** Staff have made something else of the scenes: one that runs and is another now runs no more. */
  lay(own: OwnRecord): void {
    const { shelf, shown } = this.parts
    const textOf = () => new Map(shelf.content.scenes.map((scene) => [scene.id, JSON.stringify(scene)]))
    const before = textOf()
    shelf.lay(own)
    const now = textOf()
    for (const { id: room, activeScene } of shown.rooms.all())
      if (activeScene !== null && before.get(activeScene) !== now.get(activeScene))
        shown.rooms.setActiveScene(room, null)
    this.tellProblems()
    this.tellOffer()
    this.review()
  }

  ruleTurned(rule: Rule, what: RuleTurn): void {
    if (what === 'started' || what === 'ended') this.tellOffer()
    else this.parts.shown.post(`rule ${rule.id}`, what === 'calm' ? [] : [restNotice(rule, what)])
  }

  tellProblems(): void {
    const { shelf, shown } = this.parts
    shown.post('content', [...shelf.content.problems, ...shelf.problems].map(contentNotice))
  }

  tellOffer(): void {
    const { shelf, shown, director } = this.parts
    const { scenes, rules } = offerOf(shelf.content, shown.board.all(), director.running())
    const ids = new Set(shelf.offered.map(({ id }) => id))
    shown.setOffer({ scenes: scenes.filter(({ id }) => ids.has(id)), rules })
  }

  /** Whether a room's lamps came to what was asked of them, and which never do. */
  tellArrival(room: RoomId): void {
    const { shown, keeper } = this.parts
    shown.rooms.setArrival(room, keeper.arrival(room))
    const states = keeper.disobedient().map((place) => shown.board.get(place))
    shown.post(
      'obedience',
      states.flatMap((state) => (state === null ? [] : [disobedienceNotice(state)])),
    )
  }
}

/** What it is will be known in a moment: until then it shows no scene, nor proves that none is shown. */
function isUnread({ kind, reach }: FixtureState): boolean {
  return reach === 'unknown' && (kind === 'light' || kind === 'plug')
}
