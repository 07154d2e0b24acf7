import type { FixtureState } from '../contract/fixture-state.ts'
import type { FixtureId, RoomId } from '../contract/ids.ts'
import type { Clock } from './clock.ts'
import type { Scene, SceneTarget } from './scene.ts'
import { planTargets, tapTransitionMs } from './scene-engine.ts'
import type { PlannedWish } from './wish.ts'

/** A lamp that is on a long way when its scene ends gets to the end of it in this time. */
const finishMs = 1500

/** Those fixtures of a room, in the order it lists them, as they will be when all that was wished of them is done. */
export type FixturesNamed = (room: RoomId, names: readonly string[]) => readonly FixtureState[]

export interface ScenePlayerParts {
  readonly scene: Scene
  readonly clock: Clock
  /** All moments pass in the time the scene has for a shopper, not in their own. */
  readonly forShopper: boolean
  readonly fixtures: FixturesNamed
  readonly want: (planned: readonly PlannedWish[]) => void
  /** A moment has passed: less than before is left to change. */
  readonly passed: () => void
}

/** Plays one scene: what it sets at once, its moments one after the other, and colours that wander. */
export class ScenePlayer {
  private readonly parts: ScenePlayerParts
  private readonly speed: number
  private readonly waiting = new Set<() => void>()
  private readonly underWay = new Map<string, { readonly untilMs: number; readonly planned: PlannedWish }>()
  private targets: Readonly<Record<string, SceneTarget>>
  private momentsLeft: number

  constructor(parts: ScenePlayerParts) {
    this.parts = parts
    const { scene, forShopper } = parts
    this.targets = scene.fixtures
    this.momentsLeft = scene.moments.length
    const last = scene.moments.at(-1)
    const wholeMs = last === undefined ? 0 : last.at + (last.transition ?? scene.transition)
    this.speed = forShopper && scene.shownIn !== undefined && wholeMs > 0 ? wholeMs / scene.shownIn : 1
  }

  start(): void {
    const { scene } = this.parts
    this.set(scene.fixtures, scene.transition)
    for (const moment of scene.moments) {
      this.later(moment.at / this.speed, () => {
        this.momentsLeft -= 1
        this.targets = { ...this.targets, ...moment.fixtures }
        this.set(moment.fixtures, moment.transition ?? scene.transition)
        this.parts.passed()
      })
    }
    for (const palette of scene.palettes) {
      const drift = (step: number) => {
        const targets = Object.fromEntries(
          palette.fixtures.map((fixture, index) => {
            const colour = palette.colours[(index + step) % palette.colours.length]
            const { brightness } = this.targets[fixture] ?? {}
            return [fixture, { colour, ...(brightness === undefined ? {} : { brightness }) }]
          }),
        )
        const lit = Object.entries(targets).filter(([fixture]) => this.targets[fixture]?.on !== false)
        this.set(Object.fromEntries(lit), palette.every)
        this.later(palette.every, () => drift(step + 1))
      }
      // What it sets first has its own time to arrive.
      this.later(scene.transition, () => drift(0))
    }
  }

  /** The fixtures that it will still change by itself. */
  changesLater(): FixtureId[] {
    const { scene } = this.parts
    const moments = scene.moments.slice(scene.moments.length - this.momentsLeft)
    const names = new Set(moments.flatMap((moment) => Object.keys(moment.fixtures)))
    const inMoments = this.parts.fixtures(scene.room, [...names])
    return [...inMoments.map(({ id }) => id), ...scene.palettes.flatMap((palette) => palette.fixtures)]
  }

  /** Whether moments are still to come or colours wander. */
  isMoving(): boolean {
    return this.waiting.size > 0
  }

  /** Ends it, and tells what is needed so that no lamp is left on the way: each gets where it was going, soon. */
  stop(): PlannedWish[] {
    for (const callOff of this.waiting) callOff()
    this.waiting.clear()
    const now = this.parts.clock.now()
    const left = [...this.underWay.values()].filter(({ untilMs }) => untilMs > now + finishMs)
    return left.map(({ planned }) =>
      planned.wish.kind === 'light'
        ? { ...planned, wish: { ...planned.wish, transitionMs: finishMs } }
        : planned,
    )
  }

  private set(targets: Readonly<Record<string, SceneTarget>>, transitionMs: number): void {
    const { scene, clock, fixtures, want } = this.parts
    const states = fixtures(scene.room, Object.keys(targets))
    const planned = planTargets(scene.room, targets, transitionMs, states).map((one) => this.inTime(one))
    for (const one of planned) {
      const untilMs = one.wish.kind === 'light' ? clock.now() + one.wish.transitionMs : 0
      this.underWay.set(one.place.fixture, { untilMs, planned: one })
    }
    want(planned)
  }

  private inTime(planned: PlannedWish): PlannedWish {
    if (planned.wish.kind !== 'light' || this.speed === 1) return planned
    const transitionMs = Math.max(tapTransitionMs, planned.wish.transitionMs / this.speed)
    return { ...planned, wish: { ...planned.wish, transitionMs } }
  }

  private later(delayMs: number, task: () => void): void {
    const callOff = this.parts.clock.after(delayMs, () => {
      this.waiting.delete(callOff)
      task()
    })
    this.waiting.add(callOff)
  }
}
