import type { FixtureState } from '../../contract/fixture-state.ts'
import type { SceneId } from '../../contract/ids.ts'
import type { Clock } from '../clock.ts'
import type { LocalTime } from '../local-time.ts'
import type { Precedence, Run } from '../precedence.ts'
import { type Place, type PlannedWish, placeKey } from '../wish.ts'
import { type Condition, holds, type World } from './condition.ts'
import type { Rule, Step } from './rule.ts'
import { StepRunner } from './step-runner.ts'
import { type Cause, TriggerWatch } from './trigger-watch.ts'

/** What comes back at a rule's end does so in this time: calm, and never a flash. */
export const restoreMs = 1500

/** Ends the scene of a rule that is over, or lets it go on as the room's. */
export type EndScene = (afterwards: 'restore' | 'stay') => void

export interface RuleRunParts {
  readonly rule: Rule
  readonly byPerson: boolean
  /** The run that made happen what started this one, if it was one. */
  readonly because: Run | null
  readonly clock: Clock
  readonly world: World
  readonly precedence: Precedence
  /** What a `set` step means for the fixtures as they are now. */
  readonly plan: (step: Extract<Step, { set: unknown }>) => readonly PlannedWish[]
  /** Everything that its steps may set. */
  readonly places: readonly Place[]
  /** Plays a scene in the name of `run`. `touches` hears of what it sets. */
  readonly play: (scene: SceneId, run: Run, touches: (places: readonly Place[]) => void) => EndScene
  /** A fact was used on the way. */
  readonly asked: (state: FixtureState) => void
  /** The run is over; `cause` is null when its steps were, and nothing else ends it. */
  readonly ended: (cause: Cause | null) => void
}

/** A rule while it runs: its steps, what it waits for to end, and the fixtures it covers. */
export class RuleRun {
  private readonly parts: RuleRunParts
  private readonly run: Run
  private readonly steps: StepRunner
  private readonly endings: TriggerWatch
  private readonly covered = new Map<string, Place>()
  private readonly scenes: EndScene[] = []
  private over = false

  constructor(parts: RuleRunParts) {
    this.parts = parts
    const { rule, clock, precedence } = parts
    this.run = precedence.begin('rule', parts.byPerson, rule.id, parts.because)
    this.endings = new TriggerWatch(clock, rule.until, (cause) => this.end(cause))
    this.steps = new StepRunner({
      clock,
      set: (step) => this.want(parts.plan(step)),
      play: (scene) => {
        const touches = (places: readonly Place[]) => this.cover(places)
        this.scenes.push(parts.play(scene, this.run, touches))
      },
      holds: (condition) => this.holds(condition),
    })
  }

  get isByPerson(): boolean {
    return this.parts.byPerson
  }

  /** People have set everything that it could set since it began: it has nothing to do, nor to give back. */
  get isTaken(): boolean {
    const { precedence, places } = this.parts
    return places.length > 0 && places.every((place) => !precedence.isOpenTo(this.run, place))
  }

  start(): void {
    this.endings.begin((id) => this.parts.world.fixture(id))
    if (this.over) return
    this.steps.start(this.parts.rule.do, () => {
      if (this.parts.rule.until.length === 0) this.end(null)
    })
  }

  changed(before: FixtureState, after: FixtureState): void {
    if (this.over) return
    this.endings.changed(before, after)
    this.steps.look()
  }

  pressed(state: FixtureState, button: string): void {
    if (this.over) return
    this.endings.pressed(state, button)
  }

  minute(now: LocalTime, sun: { readonly rise: number; readonly set: number } | null): void {
    this.endings.minute(now, sun)
    this.steps.look()
  }

  /** Ends it; what it covered comes back or stays, as the rule says. */
  end(cause: Cause | null, isReplaced = false): void {
    if (this.over) return
    const { rule, precedence, ended } = this.parts
    const afterwards = afterwardsOf(rule)
    this.stop(isReplaced ? 'restore' : afterwards)
    precedence.end(this.run, afterwards, restoreMs, this.covered.values())
    ended(cause)
  }

  /** Stops without a word to the fixtures. */
  stop(scenes: 'restore' | 'stay' = 'restore'): void {
    this.over = true
    this.steps.stop()
    this.endings.stop()
    for (const endScene of this.scenes) endScene(scenes)
  }

  private want(planned: readonly PlannedWish[]): void {
    this.cover(planned.map(({ place }) => place))
    this.parts.precedence.want(this.run, planned)
  }

  private cover(places: readonly Place[]): void {
    for (const place of places) this.covered.set(placeKey(place), place)
  }

  private holds(condition: Condition): boolean {
    return holds(condition, this.parts.world, this.parts.asked)
  }
}

/** Without a word about it, a rule that waits for an end gives back what it covered, and any other leaves it. */
export function afterwardsOf(rule: Rule): 'restore' | 'stay' {
  return rule.afterwards ?? (rule.until.length > 0 ? 'restore' : 'stay')
}
