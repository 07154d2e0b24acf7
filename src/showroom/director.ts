import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId, RuleId, SceneId } from '../contract/ids.ts'
import type { Clock } from './clock.ts'
import type { Content } from './content.ts'
import type { Calendar } from './local-time.ts'
import { Precedence, type Run } from './precedence.ts'
import type { Ledger } from './rules/ledger.ts'
import type { Rule } from './rules/rule.ts'
import { type ByHand, RuleEngine, type RuleTurn } from './rules/rule-engine.ts'
import type { EndScene } from './rules/rule-run.ts'
import { targetsOfSteps } from './rules/steps.ts'
import type { Scene } from './scene.ts'
import { planTargets } from './scene-engine.ts'
import { type FixturesNamed, ScenePlayer } from './scene-player.ts'
import type { FixtureWish, Place, PlannedWish } from './wish.ts'

/** So long a sensor or a timetable leaves alone what a person has just set. */
export const personHoldMs = 30_000

export interface DirectorParts {
  readonly content: Pick<Content, 'scenes' | 'rules'>
  readonly clock: Clock
  readonly calendar: Calendar
  readonly ledger: Ledger
  readonly fixtures: FixturesNamed
  /** What a fixture is to be when nobody covers it any more; null for one that cannot be set. */
  readonly current: (place: Place) => FixtureWish | null
  /** What the lamps shall be now, by whomever. `scene` is named when these wishes begin one. */
  readonly ask: (planned: readonly PlannedWish[], scene: Scene | null) => void
  readonly ruleTurned: (rule: Rule, what: RuleTurn) => void
  /** A scene that a rule played goes on as its room's scene, now that the rule is over. */
  readonly goesOn: (scene: Scene) => void
}

/** A scene that plays, and in whose name. */
interface Playing {
  readonly player: ScenePlayer
  run: Run
}

/** Decides what the fixtures shall be when people, scenes and rules want different things, and plays scenes and rules. */
export class Director {
  private readonly parts: DirectorParts
  private readonly precedence: Precedence
  private readonly rules: RuleEngine
  private readonly playing = new Map<RoomId, Playing>()
  private beginning: Scene | null = null
  private attracting: Run | null = null

  constructor(parts: DirectorParts) {
    const { content, clock, calendar, ledger, fixtures } = parts
    this.parts = parts
    this.precedence = new Precedence({
      clock,
      holdMs: personHoldMs,
      current: parts.current,
      ask: (planned) => {
        const scene = this.beginning
        this.beginning = null // What rules do about it is no part of it.
        parts.ask(planned, scene)
      },
    })
    this.rules = new RuleEngine({
      rules: content.rules,
      clock,
      calendar,
      ledger,
      precedence: this.precedence,
      worldOf: ({ room }) => ({
        calendar,
        fixture: (id) => fixtures(room, [id])[0] ?? null,
      }),
      planOf:
        ({ room }) =>
        ({ set, transition }) =>
          planTargets(room, set, transition, fixtures(room, Object.keys(set))),
      placesOf: ({ room, do: steps }) =>
        fixtures(room, [...targetsOfSteps(steps, content.scenes).keys()]).map(({ id }) => ({
          room,
          fixture: id,
        })),
      play: (scene, run, touches) => this.playForRule(scene, run, touches),
      announce: parts.ruleTurned,
    })
  }

  start(): void {
    this.rules.start()
  }

  stop(): void {
    this.rules.stop()
    for (const { player } of this.playing.values()) player.stop()
  }

  /** A person chose a scene; what the room's earlier one still had under way is brought to its end. */
  play(scene: Scene): void {
    this.makeWay(scene)
    const playing = this.prepare(scene, this.precedence.begin('scene', true), true)
    this.playing.set(scene.room, playing)
    this.beginning = scene
    playing.player.start()
    this.beginning = null
    this.rules.endTaken()
  }

  /** Nobody is here any more: what people began ends, and what they set is the attract loop's. */
  endVisit(): void {
    this.rules.endByPeople()
    for (const { player } of this.playing.values()) player.stop()
    this.playing.clear()
    this.precedence.release()
    this.attracting = this.precedence.begin('attract', false)
  }

  /** What the rooms do by themselves while nobody is here. */
  attract(planned: readonly PlannedWish[]): void {
    if (this.attracting !== null) this.precedence.want(this.attracting, planned)
  }

  /** A person set fixtures, at the screen or with a remote. */
  touch(planned: readonly PlannedWish[]): void {
    this.precedence.touch(planned)
    for (const room of new Set(planned.map(({ place }) => place.room))) this.endIfTaken(room)
    this.rules.endTaken()
  }

  /** A person asked for a rule. */
  playRule(id: RuleId): ByHand {
    return this.rules.playByHand(id)
  }

  /** What it covered comes back, whatever its sensors say. */
  endRule(id: RuleId): ByHand {
    return this.rules.endByHand(id)
  }

  running(): readonly RuleId[] {
    return this.rules.running()
  }

  /** Whether the room's scene still changes lamps by itself: moments to come, colours that wander. */
  isMoving(room: RoomId): boolean {
    return this.playing.get(room)?.player.isMoving() ?? false
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
    this.endIfTaken(place.room)
    this.rules.endTaken()
  }

  /** What the room's scene still has under way, and the next one does not set, comes to its end soon. */
  private makeWay(next: Scene): void {
    const before = this.playing.get(next.room)
    const unfinished = before?.player.stop() ?? []
    const left = unfinished.filter(({ place }) => next.fixtures[place.fixture] === undefined)
    if (before !== undefined && left.length > 0) this.precedence.want(before.run, left)
  }

  /** A scene is over when people have taken all that it would still change. */
  private endIfTaken(room: RoomId): void {
    const playing = this.playing.get(room)
    if (playing === undefined) return
    const left = playing.player.changesLater().map((fixture) => ({ room, fixture }))
    if (left.some((place) => this.precedence.isOpenTo(playing.run, place))) return
    playing.player.stop()
    this.playing.delete(room)
  }

  private playForRule(id: SceneId, run: Run, touches: (places: readonly Place[]) => void): EndScene {
    const scene = this.parts.content.scenes.find((candidate) => candidate.id === id)
    if (scene === undefined) return () => {}
    const playing = this.prepare(scene, run, false, touches)
    playing.player.start()
    return (afterwards) => {
      if (afterwards === 'restore' || !playing.player.isMoving()) {
        playing.player.stop()
        return
      }
      this.makeWay(scene)
      playing.run = { ...run, level: 'scene' }
      this.playing.set(scene.room, playing)
      this.parts.goesOn(scene)
    }
  }

  private prepare(
    scene: Scene,
    run: Run,
    forShopper: boolean,
    touches: (places: readonly Place[]) => void = () => {},
  ): Playing {
    const { clock, fixtures } = this.parts
    const want = (planned: readonly PlannedWish[]) => {
      touches(planned.map(({ place }) => place))
      this.precedence.want(playing.run, planned)
    }
    const passed = () => {
      if (player.changesLater().length > 0) this.endIfTaken(scene.room)
    }
    const player = new ScenePlayer({ scene, clock, forShopper, fixtures, want, passed })
    const playing: Playing = { player, run }
    return playing
  }
}
