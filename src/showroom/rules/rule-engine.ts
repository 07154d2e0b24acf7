import type { FixtureState } from '../../contract/fixture-state.ts'
import type { RuleId } from '../../contract/ids.ts'
import type { Clock } from '../clock.ts'
import type { Calendar } from '../local-time.ts'
import { placeKey } from '../wish.ts'
import { holds, type World } from './condition.ts'
import type { Ledger } from './ledger.ts'
import { MinuteWalk } from './minute-walk.ts'
import type { Rule } from './rule.ts'
import { RuleRun, type RuleRunParts } from './rule-run.ts'
import { type Cause, TriggerWatch } from './trigger-watch.ts'

/** The wall clock is looked at this often. */
const lookMs = 5000
/** A rule that starts more often than this within `busyMs` rests: it chases itself, or a sensor is broken. */
const startsWhileBusy = 8
const busyMs = 10_000
const restMs = 60_000

/** What became of a person's asking for a rule. */
export type ByHand = 'accepted' | 'unknown-target' | 'not-capable'

export interface RuleEngineParts extends Pick<RuleRunParts, 'clock' | 'precedence' | 'play'> {
  readonly rules: readonly Rule[]
  readonly calendar: Calendar
  readonly ledger: Ledger
  /** The fixtures of a rule's room. */
  readonly worldOf: (rule: Rule) => World
  readonly planOf: (rule: Rule) => RuleRunParts['plan']
  /** A rule started, ended, or (`resting`) is left out for a while because it started too often. */
  readonly announce: (rule: Rule, what: 'started' | 'ended' | 'resting') => void
}

interface Standing {
  /** Its place among the rules, which decides who hears of something first. */
  readonly index: number
  readonly rule: Rule
  readonly watch: TriggerWatch
  run: RuleRun | null
  starts: number[]
  restsUntilMs: number
}

/** Starts and ends rules by what happens in the rooms and on the wall clock. */
export class RuleEngine {
  private readonly parts: RuleEngineParts
  private readonly clock: Clock
  private readonly walk = new MinuteWalk()
  private readonly standing: readonly Standing[]
  /** Who waits for a fixture to become something, or for its buttons. */
  private readonly watching = new Map<string, Standing[]>()
  /** Who runs now, by room: runs look at whatever changes. */
  private readonly active = new Map<string, Set<Standing>>()
  private callOff: (() => void) | null = null

  constructor(parts: RuleEngineParts) {
    this.parts = parts
    this.clock = parts.clock
    this.standing = parts.rules.map((rule, index) => {
      const watch = new TriggerWatch(parts.clock, rule.when, (cause) => this.fired(standing, cause))
      const standing: Standing = {
        index,
        rule,
        watch,
        run: null,
        starts: [],
        restsUntilMs: Number.NEGATIVE_INFINITY,
      }
      return standing
    })
    for (const one of this.standing) {
      const { room, when } = one.rule
      const watched = when.flatMap((trigger) =>
        'becomes' in trigger ? [trigger.fixture] : 'button' in trigger ? [trigger.button] : [],
      )
      for (const fixture of new Set(watched)) {
        const key = placeKey({ room, fixture })
        const others = this.watching.get(key)
        if (others === undefined) this.watching.set(key, [one])
        else others.push(one)
      }
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
    for (const one of this.concerned(after)) {
      one.run?.changed(before, after)
      one.watch.changed(before, after)
    }
  }

  pressed(state: FixtureState, button: string): void {
    for (const one of this.concerned(state)) {
      const { run } = one
      run?.pressed(state, button)
      // The press that ends a rule does not start it anew: one button does both.
      if (run === null || one.run === run) one.watch.pressed(state, button)
    }
  }

  /** A person asks for a rule; what they ask for does not wait for its conditions. */
  playByHand(id: RuleId): ByHand {
    const one = this.standing.find(({ rule }) => rule.id === id)
    if (one === undefined) return 'unknown-target'
    if (!one.rule.when.some((trigger) => 'manual' in trigger)) return 'not-capable'
    if (one.run === null || one.rule.mode === 'restart') this.run(one, true)
    return 'accepted'
  }

  running(): readonly RuleId[] {
    return this.standing.filter(({ run }) => run !== null).map(({ rule }) => rule.id)
  }

  /** Ends what runs in a room, giving back what it covered: the visit is over. */
  endAll(): void {
    for (const { run } of this.standing) run?.end(null)
  }

  /** Rules that wait for this fixture and rules that run in its room, in their order. */
  private concerned({ room, id }: FixtureState): Standing[] {
    const watching = this.watching.get(placeKey({ room, fixture: id })) ?? []
    const all = new Set([...(this.active.get(room) ?? []), ...watching])
    return [...all].sort((a, b) => a.index - b.index)
  }

  private fired(one: Standing, cause: Cause): void {
    const { rule, run } = one
    if (run !== null && rule.mode === 'single') return
    const asked = (state: FixtureState) => this.note(one, state, 'asked')
    if (rule.if !== undefined && !holds(rule.if, this.parts.worldOf(rule), asked)) return
    if (this.isTooBusy(one)) return
    if (cause.fixture !== null) this.note(one, cause.fixture, 'started')
    // A press of a button is a person's word as much as a touch is.
    this.run(one, 'button' in cause.trigger)
  }

  private run(one: Standing, byPerson: boolean): void {
    const { clock, precedence, play, announce, worldOf, planOf } = this.parts
    const { rule } = one
    const world = worldOf(rule)
    const earlier = one.run
    const run = new RuleRun({
      rule,
      byPerson,
      clock,
      world,
      precedence,
      plan: planOf(rule),
      play,
      asked: (state) => this.note(one, state, 'asked'),
      ended: (cause) => {
        if (one.run === run) {
          one.run = null
          this.active.get(rule.room)?.delete(one)
        }
        if (cause?.fixture != null) this.note(one, cause.fixture, 'ended')
        announce(rule, 'ended')
      },
    })
    one.run = run
    const active = this.active.get(rule.room) ?? new Set()
    this.active.set(rule.room, active.add(one))
    announce(rule, 'started')
    run.start()
    earlier?.end(null, true) // After the new one has taken hold, so that lamps do not go back and forth.
  }

  private isTooBusy(one: Standing): boolean {
    const now = this.clock.now()
    if (now < one.restsUntilMs) return true
    one.starts = [...one.starts.filter((at) => at > now - busyMs), now]
    if (one.starts.length <= startsWhileBusy) return false
    one.restsUntilMs = now + restMs
    one.starts = []
    this.parts.announce(one.rule, 'resting')
    return true
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
        for (const { run, watch } of this.standing) {
          run?.minute(minute, sun)
          watch.minute(minute, sun)
        }
      }
      this.lookLater()
    })
  }
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
