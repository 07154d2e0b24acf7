import type { FixtureState } from '../../contract/fixture-state.ts'
import type { FixtureId } from '../../contract/ids.ts'
import type { Clock } from '../clock.ts'
import type { LocalTime } from '../local-time.ts'
import { isFound } from './condition.ts'
import type { Ending, Trigger } from './trigger.ts'

/** Presses further apart than this are no pattern. */
const patternGapMs = 1500

type Watched = Trigger | Ending
type Becomes = Extract<Watched, { becomes: unknown }>

/** Why something fired: which of the triggers, and the fixture whose fact it was. */
export interface Cause {
  readonly trigger: Watched
  readonly fixture: FixtureState | null
}

/** Watches the triggers of one rule, or the endings of one run, and tells when one is met. */
export class TriggerWatch {
  private readonly clock: Clock
  private readonly triggers: readonly Watched[]
  private readonly fire: (cause: Cause) => void
  private readonly held = new Map<Becomes, () => void>()
  private readonly timers: (() => void)[] = []
  private presses: { fixture: FixtureId; button: string; atMs: number }[] = []

  constructor(clock: Clock, triggers: readonly Watched[], fire: (cause: Cause) => void) {
    this.clock = clock
    this.triggers = triggers
    this.fire = fire
  }

  /** For endings: what is so already counts from now, and times begin to run. */
  begin(fixture: (id: FixtureId) => FixtureState | null): void {
    for (const trigger of this.triggers) {
      if ('after' in trigger) {
        this.timers.push(this.clock.after(trigger.after, () => this.fire({ trigger, fixture: null })))
      }
      if (!('becomes' in trigger)) continue
      const state = fixture(trigger.fixture)
      if (state !== null && isFound(state, trigger.becomes)) this.hold(trigger, state)
    }
  }

  /** A fixture's picture changed. That a lamp falls silent, or is heard of, is nothing that it becomes. */
  changed(before: FixtureState, after: FixtureState): void {
    if (!isKnown(after)) return
    for (const trigger of this.triggers) {
      if (!('becomes' in trigger) || trigger.fixture !== after.id) continue
      const was = !isKnown(before) || isFound(before, trigger.becomes)
      const is = isFound(after, trigger.becomes)
      if (is && !was) this.hold(trigger, after)
      if (!is) this.letGo(trigger)
    }
  }

  pressed(state: FixtureState, button: string): void {
    const atMs = this.clock.now()
    const last = this.presses.at(-1)
    const goesOn = last !== undefined && last.fixture === state.id && atMs - last.atMs <= patternGapMs
    this.presses = [...(goesOn ? this.presses.slice(-4) : []), { fixture: state.id, button, atMs }]
    for (const trigger of this.triggers) {
      if (!('button' in trigger) || trigger.button !== state.id) continue
      const wanted = typeof trigger.pressed === 'string' ? [trigger.pressed] : trigger.pressed
      const recent = this.presses.slice(-wanted.length).map((press) => press.button)
      if (recent.length === wanted.length && recent.every((word, index) => word === wanted[index])) {
        this.presses = []
        this.fire({ trigger, fixture: state })
        return
      }
    }
  }

  minute(now: LocalTime, sun: { readonly rise: number; readonly set: number } | null): void {
    for (const trigger of this.triggers) {
      const due =
        'at' in trigger
          ? trigger.at
          : 'sun' in trigger && sun !== null
            ? withinDay(sun[trigger.sun] + trigger.offsetMinutes)
            : null
      if (due === now.minute) this.fire({ trigger, fixture: null })
    }
  }

  stop(): void {
    for (const trigger of [...this.held.keys()]) this.letGo(trigger)
    for (const callOff of this.timers) callOff()
  }

  private hold(trigger: Becomes, state: FixtureState): void {
    this.letGo(trigger)
    if (trigger.heldFor === 0) {
      this.fire({ trigger, fixture: state })
      return
    }
    const callOff = this.clock.after(trigger.heldFor, () => {
      this.held.delete(trigger)
      this.fire({ trigger, fixture: state })
    })
    this.held.set(trigger, callOff)
  }

  private letGo(trigger: Becomes): void {
    this.held.get(trigger)?.()
    this.held.delete(trigger)
  }
}

const dayMinutes = 24 * 60

/** Three hours after a late sunset is early the next day. */
function withinDay(minute: number): number {
  return (minute + dayMinutes) % dayMinutes
}

/** Of sensors and remotes every word counts; what can be set has to be there to be what its picture shows. */
function isKnown({ kind, reach }: FixtureState): boolean {
  const tellsOnly = kind === 'motion' || kind === 'contact' || kind === 'remote'
  return tellsOnly || reach === 'reachable' || reach === 'unbound'
}
