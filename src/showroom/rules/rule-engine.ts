import type { FixtureState } from '../../contract/fixture-state.ts'
import type { RuleId } from '../../contract/ids.ts'
import type { Clock } from '../clock.ts'
import type { Calendar } from '../local-time.ts'
import type { Run } from '../precedence.ts'
import { type Place, placeKey } from '../wish.ts'
import { holds, type World } from './condition.ts'
import { hearingOf } from './hearing.ts'
import type { Ledger } from './ledger.ts'
import { MinuteWalk } from './minute-walk.ts'
import { type RestReason, Restraint, roundsOf } from './restraint.ts'
import type { Rule } from './rule.ts'
import { RuleRun, type RuleRunParts } from './rule-run.ts'
import { type Cause, TriggerWatch } from './trigger-watch.ts'

/** The wall clock is looked at this often. */
const lookMs = 5000
/** What became of a person's asking for a rule. */
export type ByHand = 'accepted' | 'unknown-target' | 'not-capable'

export interface RuleEngineParts extends Pick<RuleRunParts, 'clock' | 'precedence' | 'play'> {
  readonly rules: readonly Rule[]
  readonly calendar: Calendar
  readonly ledger: Ledger
  /** The fixtures of a rule's room. */
  readonly worldOf: (rule: Rule) => World
  readonly planOf: (rule: Rule) => RuleRunParts['plan']
  /** Everything that a rule's steps may set. */
  readonly placesOf: (rule: Rule) => readonly Place[]
  readonly announce: (rule: Rule, what: RuleTurn) => void
}

/** A rule starts, ends, is left out for a while, or (`calm`) has long gone without being left out. */
export type RuleTurn = 'started' | 'ended' | 'calm' | RestReason

interface Standing {
  readonly rule: Rule
  readonly watch: TriggerWatch
  readonly restraint: Restraint
  run: RuleRun | null
}

/** Starts and ends rules by what happens in the rooms and on the wall clock. */
export class RuleEngine {
  private readonly parts: RuleEngineParts
  private readonly clock: Clock
  private readonly walk = new MinuteWalk()
  private readonly standing: readonly Standing[]
  /** By fixture: the rules that its changes, or its buttons, may concern, in their order. */
  private readonly hearChanges = new Map<string, Standing[]>()
  private readonly hearButtons = new Map<string, Standing[]>()
  private readonly hearClock: Standing[] = []
  /** What happened and not every rule has heard of: what rules do about it comes after it. */
  private readonly news: (() => void)[] = []
  private isTelling = false
  private callOff: (() => void) | null = null

  constructor(parts: RuleEngineParts) {
    this.parts = parts
    this.clock = parts.clock
    this.standing = parts.rules.map((rule) => {
      const watch = new TriggerWatch(parts.clock, rule.when, (cause) => this.fired(standing, cause))
      const standing: Standing = { rule, watch, restraint: new Restraint(), run: null }
      return standing
    })
    for (const one of this.standing) {
      const { room } = one.rule
      const { changesOf, buttonsOf, clock } = hearingOf(one.rule)
      for (const fixture of changesOf) listed(this.hearChanges, placeKey({ room, fixture })).push(one)
      for (const fixture of buttonsOf) listed(this.hearButtons, placeKey({ room, fixture })).push(one)
      if (clock) this.hearClock.push(one)
    }
  }

  start(): void {
    this.walk.passed(this.parts.calendar.now())
    this.lookLater()
  }

  stop(): void {
    this.callOff?.()
    for (const { watch, run } of this.standing) {
      watch.stop()
      run?.stop()
    }
  }

  changed(before: FixtureState, after: FixtureState): void {
    const concerned = this.hearChanges.get(placeKey({ room: after.room, fixture: after.id }))
    if (concerned === undefined) return
    this.tell(() => {
      for (const one of concerned) {
        one.run?.changed(before, after)
        one.watch.changed(before, after)
      }
    })
  }

  pressed(state: FixtureState, button: string): void {
    const concerned = this.hearButtons.get(placeKey({ room: state.room, fixture: state.id })) ?? []
    this.tell(() => {
      for (const one of concerned) {
        const { run } = one
        run?.pressed(state, button)
        // The press that ends a rule does not start it anew: one button does both.
        if (run === null || one.run === run) one.watch.pressed(state, button)
      }
    })
  }

  /** A person asks for a rule; what they ask for does not wait for its conditions. */
  playByHand(id: RuleId): ByHand {
    const one = this.standing.find(({ rule }) => rule.id === id)
    if (one === undefined) return 'unknown-target'
    if (!one.rule.when.some((trigger) => 'manual' in trigger)) return 'not-capable'
    if (one.run === null || one.rule.mode === 'restart') this.run(one, true, null)
    return 'accepted'
  }

  /** A person has had enough of a rule. It starts anew by what starts it, not by what is still so. */
  endByHand(id: RuleId): ByHand {
    const one = this.standing.find(({ rule }) => rule.id === id)
    one?.run?.end(null)
    return one === undefined ? 'unknown-target' : 'accepted'
  }

  running(): readonly RuleId[] {
    return this.standing.filter(({ run }) => run !== null).map(({ rule }) => rule.id)
  }

  /** Ends what people asked for, giving back what it covered: their visit is over. Sensors have not left. */
  endByPeople(): void {
    for (const { run } of this.standing) if (run?.isByPerson === true) run.end(null)
  }

  /** A person has set fixtures: rules that lost all of theirs by it are over. */
  endTaken(): void {
    for (const { run } of this.standing) if (run?.isTaken === true) run.end(null, true)
  }

  /** Everybody hears of one thing before the next: rules that react at once do not turn the order round. */
  private tell(piece: () => void): void {
    this.news.push(piece)
    if (this.isTelling) return
    this.isTelling = true
    try {
      for (let next = this.news.shift(); next !== undefined; next = this.news.shift()) next()
    } finally {
      this.isTelling = false
    }
  }

  private fired(one: Standing, cause: Cause): void {
    const { rule, run } = one
    if (run !== null && rule.mode === 'single') return
    const asked = (state: FixtureState) => this.note(one, state, 'asked')
    if (rule.if !== undefined && !holds(rule.if, this.parts.worldOf(rule), asked)) return
    const { room } = rule
    const because =
      cause.fixture === null ? null : this.parts.precedence.setBy({ room, fixture: cause.fixture.id })
    const word = one.restraint.judge(roundsOf(rule.id, because), this.clock.now())
    if (word === 'too-often' || word === 'round-and-round') this.parts.announce(rule, word)
    if (word !== 'free') return
    if (cause.fixture !== null) this.note(one, cause.fixture, 'started')
    // A press of a button is a person's word as much as a touch is.
    this.run(one, 'button' in cause.trigger, because)
  }

  private run(one: Standing, byPerson: boolean, because: Run | null): void {
    const { clock, precedence, play, announce, worldOf, planOf, placesOf } = this.parts
    const { rule } = one
    const world = worldOf(rule)
    const earlier = one.run
    const run = new RuleRun({
      rule,
      byPerson,
      because,
      clock,
      world,
      precedence,
      plan: planOf(rule),
      places: placesOf(rule),
      play,
      asked: (state) => this.note(one, state, 'asked'),
      ended: (cause) => {
        if (one.run === run) one.run = null
        if (cause?.fixture != null) this.note(one, cause.fixture, 'ended')
        announce(rule, 'ended')
      },
    })
    one.run = run
    if (one.restraint.calmsDown(clock.now())) announce(rule, 'calm')
    announce(rule, 'started')
    run.start()
    earlier?.end(null, true) // After the new one has taken hold, so that lamps do not go back and forth.
  }

  private note(one: Standing, state: FixtureState, why: 'started' | 'ended' | 'asked'): void {
    const { room, id } = one.rule
    this.parts.ledger.note({
      atMs: this.clock.now(),
      room,
      fixture: state.id,
      fact: factOf(state),
      rule: id,
      why,
    })
  }

  private lookLater(): void {
    this.callOff = this.clock.after(lookMs, () => {
      const { calendar } = this.parts
      const sun = calendar.sun()
      for (const minute of this.walk.passed(calendar.now())) {
        for (const { run, watch } of this.hearClock) {
          run?.minute(minute, sun)
          watch.minute(minute, sun)
        }
      }
      this.lookLater()
    })
  }
}

function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

/** A fixture's state in one word, as the ledger shows it. */
function factOf(state: FixtureState): string {
  switch (state.kind) {
    case 'motion':
      return state.occupied ? 'occupied' : 'clear'
    case 'contact':
      return state.open ? 'open' : 'closed'
    case 'light':
    case 'plug':
      return state.on ? 'on' : 'off'
    case 'blind':
      return `${Math.round(state.openness * 100)} %`
    case 'remote':
      return state.lastPress?.button ?? 'pressed'
  }
}
