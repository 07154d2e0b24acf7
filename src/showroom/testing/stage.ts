import type { ButtonWord } from '../../contract/button.ts'
import type { FixtureState } from '../../contract/fixture-state.ts'
import { fixtureId, ruleId } from '../../contract/ids.ts'
import type { Content } from '../content.ts'
import { Director } from '../director.ts'
import { FixtureBoard } from '../fixture-board.ts'
import type { LocalTime } from '../local-time.ts'
import { ManualClock } from '../manual-clock.ts'
import { pictureAtRest, pictureOfWish } from '../picture.ts'
import { Ledger } from '../rules/ledger.ts'
import { type FixtureWish, type Place, type PlannedWish, wholeWish } from '../wish.ts'

/**
 * A room in which the true director plays scenes and runs rules: wishes are fulfilled at once, time and the wall clock
 * are moved by hand. Fixtures are named as the first room names them.
 */
export class Stage {
  readonly clock = new ManualClock()
  readonly ledger = new Ledger({ clock: this.clock, noted: () => {}, forgotten: () => {} })
  /** What rules did: "closet started". */
  readonly told: string[] = []
  /** Every wish that was let through, in order. */
  readonly asked: (PlannedWish & { readonly atMs: number })[] = []
  wall: LocalTime = { date: '2026-11-20', minute: 12 * 60, weekday: 'fri' }
  readonly board: FixtureBoard
  readonly director: Director
  private readonly content: Pick<Content, 'rooms' | 'scenes' | 'rules'>

  /** `as` is how its fixtures stand at first, where they are not as dark as they are by themselves. */
  constructor(content: Pick<Content, 'rooms' | 'scenes' | 'rules'>, as: readonly FixtureState[] = []) {
    this.content = content
    let isBegun = false
    this.board = new FixtureBoard(content.rooms, (state, before) => {
      if (isBegun) this.director.changed(before, state)
    })
    for (const state of as) this.board.put(state)
    isBegun = true
    this.director = new Director({
      content,
      clock: this.clock,
      calendar: { now: () => this.wall, sun: () => ({ rise: 8 * 60, set: 15 * 60 + 30 }) },
      ledger: this.ledger,
      fixtures: (room, names) => this.board.among(room, names),
      current: (place) => {
        const state = this.board.get(place)
        return state === null ? null : wholeWish(state)
      },
      ask: (planned) => this.fulfil(planned),
      ruleTurned: (rule, what) => this.told.push(`${rule.id} ${what}`),
      goesOn: () => {},
    })
    this.director.start()
  }

  place(fixture: string): Place {
    const [room] = this.content.rooms
    if (room === undefined) throw new Error('There is no room.')
    return { room: room.id, fixture: fixtureId.parse(fixture) }
  }

  state(fixture: string): FixtureState {
    const state = this.board.get(this.place(fixture))
    if (state === null) throw new Error(`There is no fixture "${fixture}".`)
    return state
  }

  /** The brightness of a lamp or "off", whether a plug is on, how far a blind is open. */
  is(fixture: string): unknown {
    const state = this.state(fixture)
    if (state.kind === 'light') return state.on ? state.brightness : 'off'
    if (state.kind === 'blind') return state.openness
    return state.kind === 'plug' ? state.on : null
  }

  change(fixture: string, part: Partial<FixtureState>): void {
    this.board.put({ ...this.state(fixture), ...part } as FixtureState)
  }

  /** A person chose a scene. */
  play(id: string): void {
    const scene = this.content.scenes.find((candidate) => candidate.id === id)
    if (scene === undefined) throw new Error(`There is no scene "${id}".`)
    this.director.play(scene)
  }

  /** A person set a fixture. */
  touch(fixture: string, wish: FixtureWish): void {
    this.director.touch([{ place: this.place(fixture), wish }])
  }

  /** Somebody changed a fixture with other means than the kiosk's. */
  byOtherHand(fixture: string, wish: FixtureWish): void {
    const state = this.state(fixture)
    this.board.put(pictureAtRest(pictureOfWish(state, wish, this.clock.now())))
    this.director.otherHand(this.place(fixture))
  }

  /** Buttons pressed one after the other, a tenth of a second apart. */
  async press(fixture: string, ...buttons: ButtonWord[]): Promise<void> {
    for (const button of buttons) {
      this.change(fixture, { lastPress: { button, atMs: this.clock.now() } })
      await this.clock.advance(100)
    }
  }

  byHand(rule: string): void {
    this.director.playRule(ruleId.parse(rule))
  }

  isMoving(): boolean {
    return this.content.rooms.some(({ id }) => this.director.isMoving(id))
  }

  /** The wall clock goes on to this minute of the day, and the kiosk notices. */
  async becomes(minute: number, day: Partial<LocalTime> = {}): Promise<void> {
    this.wall = { ...this.wall, ...day, minute }
    await this.clock.advance(5000)
  }

  /** How long a lamp was given to do what it was asked last; by the lamp's name. */
  get transitions(): ReadonlyMap<string, number> {
    const lamps = this.asked.flatMap(({ place, wish }) =>
      wish.kind === 'light' ? [[place.fixture, wish.transitionMs] as const] : [],
    )
    return new Map(lamps)
  }

  private fulfil(planned: readonly PlannedWish[]): void {
    const atMs = this.clock.now()
    for (const { place, wish } of planned) {
      this.asked.push({ place, wish, atMs })
      const state = this.board.get(place)
      if (state !== null) this.board.put(pictureAtRest(pictureOfWish(state, wish, atMs)))
    }
  }
}
