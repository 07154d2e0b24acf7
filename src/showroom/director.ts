import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId, RuleId, SceneId } from '../contract/ids.ts'
import type { Clock } from './clock.ts'
import type { Content } from './content.ts'
import type { Calendar } from './local-time.ts'
import { Precedence, type Run } from './precedence.ts'
import type { Ledger } from './rules/ledger.ts'
import type { Rule } from './rules/rule.ts'
import { RuleEngine } from './rules/rule-engine.ts'
import type { Scene } from './scene.ts'
import { planTargets } from './scene-engine.ts'
import { ScenePlayer } from './scene-player.ts'
import { type Place, type PlannedWish, wholeWish } from './wish.ts'

/** So long a sensor or a timetable leaves alone what a person has just set. */
export const personHoldMs = 30_000

export interface DirectorParts {
  readonly content: Content
  readonly clock: Clock
  readonly calendar: Calendar
  readonly ledger: Ledger
  /** Every fixture as it will be when all that was asked is done. */
  readonly fixtures: () => readonly FixtureState[]
  /** What the lamps shall be now, by whomever. `scene` is named when these wishes begin one. */
  readonly ask: (planned: readonly PlannedWish[], scene: Scene | null) => void
  readonly ruleTurned: (rule: Rule, what: 'started' | 'ended' | 'resting') => void
}

/** Decides what the fixtures shall be when people, scenes and rules want different things, and plays scenes and rules. */
export class Director {
  private readonly parts: DirectorParts
  private readonly precedence: Precedence
  private readonly rules: RuleEngine
  private readonly players = new Map<RoomId, ScenePlayer>()
  private beginning: Scene | null = null

  constructor(parts: DirectorParts) {
    const { content, clock, calendar, ledger, fixtures } = parts
    this.parts = parts
    this.precedence = new Precedence({
      clock,
      holdMs: personHoldMs,
      current: ({ room, fixture }) => {
        const state = fixtures().find((candidate) => candidate.room === room && candidate.id === fixture)
        return state === undefined ? null : wholeWish(state)
      },
      ask: (planned) => parts.ask(planned, this.beginning),
    })
    this.rules = new RuleEngine({
      rules: content.rules,
      clock,
      calendar,
      ledger,
      precedence: this.precedence,
      worldOf: ({ room }) => ({
        calendar,
        fixture: (id) => fixtures().find((state) => state.room === room && state.id === id) ?? null,
      }),
      planOf: (rule) => (step) => planTargets(rule.room, step.set, step.transition, fixtures()),
      play: (scene, run, touches) => this.playForRule(scene, run, touches),
      announce: parts.ruleTurned,
    })
  }

  start(): void {
    this.rules.start()
  }

  stop(): void {
    this.rules.stop()
    for (const player of this.players.values()) player.stop()
  }

  /** A person chose a scene; what the room's earlier one still had under way is brought to its end. */
  play(scene: Scene): void {
    const unfinished = this.players.get(scene.room)?.stop() ?? []
    const run = this.precedence.begin('scene', true)
    const player = this.player(scene, run, true)
    this.players.set(scene.room, player)
    this.beginning = scene
    player.start()
    this.beginning = null
    const named = new Set<string>(Object.keys(scene.fixtures))
    const left = unfinished.filter(({ place }) => !named.has(place.fixture))
    if (left.length > 0) this.precedence.want(run, left)
  }

  /** A person set fixtures, at the screen or with a remote. */
  touch(planned: readonly PlannedWish[]): void {
    this.precedence.touch(planned)
  }

  /** A person asked for a rule. */
  playRule(id: RuleId): boolean {
    return this.rules.playByHand(id)
  }

  running(): readonly RuleId[] {
    return this.rules.running()
  }

  /** Whether the room's scene still changes lamps by itself: moments to come, colours that wander. */
  isMoving(room: RoomId): boolean {
    return this.players.get(room)?.isMoving() ?? false
  }

  /** A fixture's picture changed. */
  changed(before: FixtureState, after: FixtureState): void {
    this.rules.changed(before, after)
    if (after.kind !== 'remote' || before.kind !== 'remote' || after.lastPress === null) return
    if (after.lastPress.atMs !== before.lastPress?.atMs) this.rules.pressed(after, after.lastPress.button)
  }

  /** Someone changed a fixture with other means than the kiosk's. */
  otherHand(place: Place): void {
    this.precedence.changedOutside(place)
  }

  private playForRule(id: SceneId, run: Run, touches: (places: readonly Place[]) => void): () => void {
    const scene = this.parts.content.scenes.find((candidate) => candidate.id === id)
    if (scene === undefined) return () => {}
    const player = this.player(scene, run, false, touches)
    player.start()
    return () => void player.stop()
  }

  private player(
    scene: Scene,
    run: Run,
    forShopper: boolean,
    touches: (places: readonly Place[]) => void = () => {},
  ): ScenePlayer {
    const { clock, fixtures } = this.parts
    const want = (planned: readonly PlannedWish[]) => {
      touches(planned.map(({ place }) => place))
      this.precedence.want(run, planned)
    }
    return new ScenePlayer({ scene, clock, forShopper, fixtures, want })
  }
}
