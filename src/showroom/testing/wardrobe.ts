import { fixtureId, type RuleId, roomId, ruleId } from '../../contract/ids.ts'
import { FixtureBoard } from '../fixture-board.ts'
import type { Calendar, LocalTime } from '../local-time.ts'
import { ManualClock } from '../manual-clock.ts'
import { pictureAtRest, pictureOfWish } from '../picture.ts'
import { Precedence } from '../precedence.ts'
import { roomDescription } from '../room.ts'
import { Ledger } from '../rules/ledger.ts'
import { type Rule, rule } from '../rules/rule.ts'
import { RuleEngine } from '../rules/rule-engine.ts'
import { planTargets } from '../scene-engine.ts'
import { type FixtureWish, wholeWish } from '../wish.ts'

const words = (en: string) => ({ en, sv: en })
export const wardrobe = roomDescription.parse({
  version: 1,
  id: 'wardrobe',
  name: words('Wardrobe'),
  size: { width: 2, height: 2.4, depth: 2 },
  cameras: {
    landscape: { from: [0, 1, 3], to: [0, 1, 0], fov: 40 },
    portrait: { from: [0, 1, 3], to: [0, 1, 0], fov: 50 },
  },
  fixtures: [
    {
      id: 'light',
      kind: 'light',
      name: words('Light'),
      lumens: 800,
      kelvin: { min: 2200, max: 4000 },
    },
    { id: 'mirror', kind: 'light', name: words('Mirror'), lumens: 400 },
    { id: 'glow', kind: 'light', name: words('Glow'), lumens: 300, colour: true },
    { id: 'rack', kind: 'blind', name: words('Rack') },
    { id: 'fan', kind: 'plug', name: words('Fan') },
    { id: 'sensor', kind: 'motion', name: words('Sensor') },
    { id: 'button', kind: 'remote', name: words('Button') },
  ],
})

export const place = (fixture: string) => ({
  room: roomId.parse('wardrobe'),
  fixture: fixtureId.parse(fixture),
})

/** A rule in the words of its file, with the words for shoppers filled in. */
export function ruleOf(id: string, body: object): Rule {
  const head = { version: 1, id, room: 'wardrobe', title: words(id), story: words(id), icon: 'walk' }
  return rule.parse({ ...head, ...body })
}

/** A room of its own for rules: wishes are fulfilled at once, and the wall clock is moved by hand. */
export class Wardrobe {
  readonly clock = new ManualClock()
  readonly ledger = new Ledger()
  readonly told: string[] = []
  readonly commands: string[] = []
  wall: LocalTime = { date: '2026-11-21', minute: 12 * 60, weekday: 'sat' }
  readonly precedence: Precedence
  readonly engine: RuleEngine
  private readonly board: FixtureBoard

  constructor(...rules: Rule[]) {
    const { clock, ledger } = this
    const calendar: Calendar = { now: () => this.wall, sun: () => ({ rise: 8 * 60, set: 15 * 60 + 30 }) }
    this.board = new FixtureBoard([wardrobe], (state, before) => this.engine.changed(before, state))
    this.precedence = new Precedence({
      clock,
      holdMs: 30_000,
      current: (at) => {
        const state = this.board.get(at)
        return state === null ? null : wholeWish(state)
      },
      ask: (planned) => {
        for (const { place: at, wish } of planned) this.fulfil(at.fixture, wish)
      },
    })
    this.engine = new RuleEngine({
      rules,
      clock,
      calendar,
      ledger,
      precedence: this.precedence,
      worldOf: () => ({ fixture: (id) => this.board.get(place(id)), calendar }),
      planOf: (of) => (step) => planTargets(of.room, step.set, step.transition, this.board.all()),
      play: () => () => {},
      announce: (of, what) => this.told.push(`${of.id} ${what}`),
    })
    this.engine.start()
  }

  is(fixture: string): unknown {
    const state = this.board.get(place(fixture))
    if (state?.kind === 'light') return state.on ? state.brightness : 'off'
    if (state?.kind === 'blind') return state.openness
    return state?.kind === 'plug' ? state.on : null
  }

  motion(occupied: boolean): void {
    const state = this.board.get(place('sensor'))
    if (state?.kind === 'motion') this.board.put({ ...state, occupied })
  }

  press(button: string): void {
    const state = this.board.get(place('button'))
    if (state !== null) this.engine.pressed(state, button)
  }

  touch(fixture: string, wish: FixtureWish): void {
    this.precedence.touch([{ place: place(fixture), wish }])
  }

  byHand(id: string): RuleId {
    const known = ruleId.parse(id)
    this.engine.playByHand(known)
    return known
  }

  private fulfil(fixture: string, wish: FixtureWish): void {
    this.commands.push(`${this.clock.now()} ${fixture} ${JSON.stringify(wish)}`)
    const state = this.board.get(place(fixture))
    if (state !== null) this.board.put(pictureAtRest(pictureOfWish(state, wish, this.clock.now())))
  }
}
