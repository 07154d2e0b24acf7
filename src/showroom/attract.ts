import type { FixtureState } from '../contract/fixture-state.ts'
import type { StoreHabits } from '../contract/staff/store-habits.ts'
import type { Clock } from './clock.ts'
import { fitOfScene } from './fit.ts'
import { plainWhite } from './fixture-board.ts'
import type { RoomDescription } from './room.ts'
import { type Scene, type SceneTarget, targetsAtRest } from './scene.ts'
import { planTargets } from './scene-engine.ts'
import type { PlannedWish } from './wish.ts'

/** How long each scene of the attract loop stands. */
export const attractStepMs = 24_000
/** How long its lamps take from one to the next: a calm step, not a change. */
const calmMs = 4000
/** How long lamps take to return when a visit is over, and to go out when the store closes. */
const returnMs = 1600

export interface AttractParts {
  readonly clock: Clock
  readonly rooms: readonly RoomDescription[]
  /** Those that are offered, as they are now. */
  readonly scenes: () => readonly Scene[]
  /** The fixtures as they will be when all that was asked is done. */
  readonly fixtures: () => readonly FixtureState[]
  readonly want: (planned: readonly PlannedWish[]) => void
  /** What the store's manager wants of it. */
  readonly habits: () => Pick<StoreHabits, 'attract' | 'night'>
}

/**
 * What the rooms do while nobody is here: every fixture returns to the room's first scene, then lamps go slowly from
 * scene to scene. Blinds and plugs do not take part, since they wear and are heard; nor do moments and wandering
 * colours, of which only the end is shown.
 */
export class Attract {
  private readonly parts: AttractParts
  private callOff: (() => void) | null = null

  constructor(parts: AttractParts) {
    this.parts = parts
  }

  /** Everything returns, and from there goes on by itself, if it shall. */
  begin(): void {
    this.comeBack()
    if (this.parts.habits().attract === 'scenes') this.stepLater(1)
  }

  /** Everything returns, and the lamps go out, if they shall. */
  rest(): void {
    if (this.parts.habits().night.lamps === 'first-scene') {
      this.comeBack()
      return
    }
    this.stop()
    for (const { id } of this.parts.rooms) this.dark(id)
  }

  private comeBack(): void {
    this.stop()
    for (const { id } of this.parts.rooms) this.show(id, 0, returnMs, true)
  }

  stop(): void {
    this.callOff?.()
    this.callOff = null
  }

  private stepLater(step: number): void {
    this.callOff = this.parts.clock.after(attractStepMs, () => {
      for (const { id } of this.parts.rooms) this.show(id, step, calmMs, false)
      this.stepLater(step + 1)
    })
  }

  private show(room: RoomDescription['id'], step: number, transitionMs: number, isReturn: boolean): void {
    const { rooms, scenes, fixtures, want } = this.parts
    const all = fixtures()
    const offered = scenes().filter(
      (scene) => scene.room === room && fitOfScene(scene, rooms, all).fit !== 'none',
    )
    // A room with one scene has shown it when it returned.
    if (!isReturn && offered.length < 2) return
    const scene = offered[(firstOf(offered) + step) % offered.length]
    want(scene === undefined ? this.plain(room) : this.planned(scene, transitionMs, isReturn))
  }

  private planned(scene: Scene, transitionMs: number, isReturn: boolean): PlannedWish[] {
    const states = this.parts.fixtures().filter((state) => state.room === scene.room)
    const dark: Record<string, SceneTarget> = Object.fromEntries(
      states.flatMap((state): [string, SceneTarget][] =>
        state.kind === 'light' ? [[state.id, { on: false }]] : [],
      ),
    )
    const targets = { ...dark, ...targetsAtRest(scene) }
    return planTargets(scene.room, targets, transitionMs, states).flatMap(
      ({ place, wish }): PlannedWish[] => {
        if (wish.kind !== 'light') return isReturn ? [{ place, wish }] : []
        const calm = { ...wish, transitionMs }
        // What a lamp that is off will have when it is lit again returns too.
        return [{ place, wish: wish.on ? calm : { ...calm, brightness: 1, colour: plainWhite } }]
      },
    )
  }

  private dark(room: RoomDescription['id']): void {
    this.parts.want(this.plain(room))
  }

  private plain(room: RoomDescription['id']): PlannedWish[] {
    const states = this.parts.fixtures().filter((state) => state.room === room)
    return states.flatMap((state): PlannedWish[] => {
      const place = { room, fixture: state.id }
      if (state.kind === 'plug') return [{ place, wish: { kind: 'plug', on: false } }]
      if (state.kind !== 'light') return []
      const wish = {
        kind: 'light',
        on: false,
        brightness: 1,
        colour: plainWhite,
        transitionMs: returnMs,
      } as const
      return [{ place, wish }]
    })
  }
}

/** A room returns to its first scene that stands still: one that unfolds would return to its beginning only. */
function firstOf(scenes: readonly Scene[]): number {
  return Math.max(
    0,
    scenes.findIndex(({ moments, palettes }) => moments.length === 0 && palettes.length === 0),
  )
}
