import type { FixtureState } from '../../contract/fixture-state.ts'
import { fixtureId, ruleId } from '../../contract/ids.ts'
import { FixtureBoard } from '../fixture-board.ts'
import type { LocalTime } from '../local-time.ts'
import { ManualClock } from '../manual-clock.ts'
import { pictureAtRest, pictureOfWish } from '../picture.ts'
import { Precedence } from '../precedence.ts'
import type { RoomDescription } from '../room.ts'
import { Ledger } from '../rules/ledger.ts'
import type { Rule } from '../rules/rule.ts'
import { RuleEngine } from '../rules/rule-engine.ts'
import type { Scene } from '../scene.ts'
import { planTargets } from '../scene-engine.ts'
import { ScenePlayer } from '../scene-player.ts'
import { type PlannedWish, wholeWish } from '../wish.ts'

/** A room in which scenes play and rules run: wishes are fulfilled at once, time and the wall clock are moved by hand. */
export class Stage {
  readonly clock = new ManualClock()
  readonly ledger = new Ledger()
  readonly told: string[] = []
  /** What lamps were asked last: fixture and transition. */
  readonly transitions = new Map<string, number>()
  wall: LocalTime = { date: '2026-11-20', minute: 12 * 60, weekday: 'fri' }
  private readonly room: RoomDescription
  private readonly scenes: readonly Scene[]
  private readonly board: FixtureBoard
  private readonly precedence: Precedence
  private readonly engine: RuleEngine

  constructor(room: RoomDescription, scenes: readonly Scene[], rules: readonly Rule[]) {
    this.room = room
    this.scenes = scenes
    const { clock } = this
    const calendar = { now: () => this.wall, sun: () => ({ rise: 8 * 60, set: 15 * 60 + 30 }) }
    const before = new Map<string, FixtureState>()
    this.board = new FixtureBoard([room], (state) => {
      const was = before.get(state.id) ?? state
      before.set(state.id, state)
      this.engine.changed(was, state)
    })
    for (const state of this.board.all()) before.set(state.id, state)
    this.precedence = new Precedence({
      clock,
      holdMs: 30_000,
      current: (place) => {
        const state = this.board.get(place)
        return state === null ? null : wholeWish(state)
      },
      ask: (planned) => this.fulfil(planned),
    })
    this.engine = new RuleEngine({
      rules,
      clock,
      calendar,
      ledger: this.ledger,
      precedence: this.precedence,
      worldOf: () => ({ fixture: (id) => this.board.get({ room: room.id, fixture: id }), calendar }),
      planOf: () => (step) => planTargets(room.id, step.set, step.transition, this.board.all()),
      play: (id, run, touches) => {
        const player = this.player(id, false, (planned) => {
          touches(planned.map(({ place }) => place))
          this.precedence.want(run, planned)
        })
        player.start()
        return () => player.stop()
      },
      announce: (rule, what) => this.told.push(`${rule.id} ${what}`),
    })
    this.engine.start()
  }

  /** As a shopper plays it. */
  play(id: string): ScenePlayer {
    const player = this.player(id, true, (planned) => this.precedence.touch(planned))
    player.start()
    return player
  }

  state(fixture: string): FixtureState {
    const state = this.board.get({ room: this.room.id, fixture: fixtureId.parse(fixture) })
    if (state === null) throw new Error(`There is no fixture "${fixture}".`)
    return state
  }

  change(fixture: string, part: Partial<FixtureState>): void {
    this.board.put({ ...this.state(fixture), ...part } as FixtureState)
  }

  press(fixture: string, ...buttons: string[]): void {
    for (const button of buttons) this.engine.pressed(this.state(fixture), button)
  }

  byHand(rule: string): void {
    this.engine.playByHand(ruleId.parse(rule))
  }

  /** The wall clock goes on to this minute of the day, and the kiosk notices. */
  async becomes(minute: number): Promise<void> {
    this.wall = { ...this.wall, minute }
    await this.clock.advance(6000)
  }

  private player(
    id: string,
    forShopper: boolean,
    want: (planned: readonly PlannedWish[]) => void,
  ): ScenePlayer {
    const scene = this.scenes.find((candidate) => candidate.id === id)
    if (scene === undefined) throw new Error(`There is no scene "${id}".`)
    return new ScenePlayer({ scene, clock: this.clock, forShopper, fixtures: () => this.board.all(), want })
  }

  private fulfil(planned: readonly PlannedWish[]): void {
    for (const { place, wish } of planned) {
      if (wish.kind === 'light') this.transitions.set(place.fixture, wish.transitionMs)
      const state = this.board.get(place)
      if (state !== null) this.board.put(pictureAtRest(pictureOfWish(state, wish, this.clock.now())))
    }
  }
}
