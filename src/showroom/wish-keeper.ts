import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId, SceneId } from '../contract/ids.ts'
import type { SceneArrival } from '../contract/showroom-state.ts'
import type { Clock } from './clock.ts'
import type { Hearing } from './device-link.ts'
import { arrivalOf } from './scene-arrival.ts'
import { type FixtureWish, type Place, type PlannedWish, placeKey } from './wish.ts'
import { type SceneRun, WishAim } from './wish-aim.ts'

/** A lamp that did not obey is asked again after these pauses, and then left alone until it is wished anew. */
const pausesMs = [1500, 4000]
/** Lamps that get their power back at the same moment get their light back at the same moment. */
const gatherMs = 300
/** A blind this near to where it shall be is there. */
const blindTolerance = 0.05

export interface WishKeeperParts {
  readonly clock: Clock
  /** Asks for wishes again; they pass the flash guard as any other. */
  readonly ask: (wishes: readonly PlannedWish[]) => void
  /** Whether a change of this fixture waits or is on its way: what the lamp says meanwhile is no answer yet. */
  readonly isOnItsWay: (place: Place) => boolean
  /** A device that was where it shall be says something else: a person changed it. */
  readonly otherHand: (place: Place) => void
}

/**
 * Keeps what was last wished of each lamp and plug that has a device, by a scene or a person, and sees to it that it
 * gets there: it compares what devices say with what was wished, asks those again that differ, and gives a lamp that
 * was without power its light back. It never argues: a lamp that was where it was wished to be and then says
 * something else was changed by a person's hand, and is left alone.
 */
export class WishKeeper {
  private readonly aims = new Map<string, WishAim>()
  /** Blinds are trusted to get there; only one that was away meanwhile is told again. */
  private readonly blinds = new Map<string, PlannedWish>()
  private readonly runs = new Map<RoomId, SceneRun>()
  private readonly parts: WishKeeperParts
  private callOff: (() => void) | null = null

  constructor(parts: WishKeeperParts) {
    this.parts = parts
  }

  stop(): void {
    this.callOff?.()
    this.aims.clear()
  }

  /** A scene begins; the room's earlier one is history. */
  begin(room: RoomId, scene: SceneId, wishes: readonly PlannedWish[]): void {
    const run: SceneRun = { scene }
    this.runs.set(room, run)
    this.keep(wishes, run)
  }

  /** A person wished this. */
  wished(wishes: readonly PlannedWish[]): void {
    this.keep(wishes, null)
  }

  /** A device said what it is. */
  told(state: FixtureState, how: Hearing): void {
    const place = { room: state.room, fixture: state.id }
    if (state.kind === 'blind') this.blindTold(place, state.openness, how)
    const aim = this.aims.get(placeKey(place))
    if (aim === undefined || this.parts.isOnItsWay(place)) return
    const now = this.parts.clock.now()
    const verdict = aim.hearing(state, how, now)
    if (verdict === 'nothing') return
    if (verdict === 'other-hand') {
      this.aims.delete(placeKey(place))
      this.parts.otherHand(place)
      return
    }
    const pause = verdict === 'give-back' ? gatherMs : aim.nextPause(pausesMs)
    if (pause === null) {
      aim.missed('differs')
      return
    }
    aim.dueAtMs = now + pause
    this.appoint()
  }

  silent(place: Place): void {
    this.aims.get(placeKey(place))?.missed('silent')
  }

  /**
   * What was wished of a fixture last, by whomever; null when it was not, or was changed by another hand. Of a blind
   * only until it is there.
   */
  wishOf(place: Place): FixtureWish | null {
    const key = placeKey(place)
    return this.aims.get(key)?.wish ?? this.blinds.get(key)?.wish ?? null
  }

  arrival(room: RoomId): SceneArrival | null {
    const run = this.runs.get(room)
    return run === undefined ? null : arrivalOf(run, this.aims.values())
  }

  /** Those that answer and are not what was wished last, though they were asked again. */
  disobedient(): Place[] {
    return [...this.aims.values()].flatMap(({ place, outcome }) => (outcome === 'differs' ? [place] : []))
  }

  private keep(wishes: readonly PlannedWish[], run: SceneRun | null): void {
    for (const { place, wish } of wishes) {
      const key = placeKey(place)
      if (wish.kind === 'blind') {
        this.blinds.set(key, { place, wish })
        continue
      }
      this.aims.set(key, new WishAim(place, wish, this.aims.get(key) ?? null, run))
    }
  }

  /** A blind takes half a minute, and may stop at what stands in its way: what it says on its way is no answer. */
  private blindTold(place: Place, openness: number, how: Hearing): void {
    const planned = this.blinds.get(placeKey(place))
    if (planned?.wish.kind !== 'blind') return
    const isThere = Math.abs(planned.wish.openness - openness) <= blindTolerance
    if (isThere || how === 'changed') this.blinds.delete(placeKey(place))
    else if (how === 'back') this.parts.ask([planned])
  }

  private appoint(): void {
    const dues = [...this.aims.values()].flatMap(({ dueAtMs }) => (dueAtMs === null ? [] : [dueAtMs]))
    this.callOff?.()
    this.callOff = null
    if (dues.length === 0) return
    const delay = Math.max(0, Math.min(...dues) - this.parts.clock.now())
    this.callOff = this.parts.clock.after(delay, () => this.askDue())
  }

  /** What falls due at about the same time is asked together. */
  private askDue(): void {
    const now = this.parts.clock.now()
    const due = [...this.aims.values()].filter(({ dueAtMs }) => dueAtMs !== null && dueAtMs <= now + gatherMs)
    if (due.length > 0) this.parts.ask(due.map((aim) => ({ place: aim.place, wish: aim.take(now) })))
    this.appoint()
  }
}
