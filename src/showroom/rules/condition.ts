import { z } from 'zod'
import type { FixtureState } from '../../contract/fixture-state.ts'
import { fixtureId } from '../../contract/ids.ts'
import { type StateWord, stateWord } from '../../contract/state-word.ts'
import { type Calendar, isWithin, timeOfDay, type Weekday, weekdays } from '../local-time.ts'

/** A blind this near to one end of its way is there. */
const blindTolerance = 0.05

export type Condition =
  | { readonly fixture: z.infer<typeof fixtureId>; readonly is: StateWord }
  | { readonly between: { readonly from: number; readonly until: number } }
  | { readonly weekdays: readonly Weekday[] }
  | { readonly sun: 'up' | 'down' }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

const several = z
  .array(z.lazy(() => condition))
  .min(1)
  .max(20)

/** Something that is so or not so at a moment. */
export const condition: z.ZodType<Condition> = z.union([
  z.strictObject({ fixture: fixtureId, is: stateWord }),
  /** A window of the day; it may reach past midnight. */
  z.strictObject({ between: z.strictObject({ from: timeOfDay, until: timeOfDay }) }),
  z.strictObject({ weekdays: z.array(z.enum(weekdays)).min(1).max(7) }),
  z.strictObject({ sun: z.enum(['up', 'down']) }),
  z.strictObject({ all: several }),
  z.strictObject({ any: several }),
  z.strictObject({ not: z.lazy(() => condition) }),
])

/** The world as a rule may look at it. */
export interface World {
  fixture(id: z.infer<typeof fixtureId>): FixtureState | null
  readonly calendar: Calendar
}

/**
 * Whether a condition holds. Where the sun's hours are not known, the day is taken to last from six to six.
 * `read` hears of every fixture that was looked at, for the ledger.
 */
export function holds(
  wanted: Condition,
  world: World,
  read: (state: FixtureState) => void = () => {},
): boolean {
  if ('all' in wanted) return wanted.all.every((part) => holds(part, world, read))
  if ('any' in wanted) return wanted.any.some((part) => holds(part, world, read))
  if ('not' in wanted) return !holds(wanted.not, world, read)
  if ('fixture' in wanted) {
    const state = world.fixture(wanted.fixture)
    if (state === null) return false
    read(state)
    return isFound(state, wanted.is)
  }
  const { minute, weekday } = world.calendar.now()
  if ('between' in wanted) return isWithin(minute, wanted.between.from, wanted.between.until)
  if ('weekdays' in wanted) return wanted.weekdays.includes(weekday)
  const { rise, set } = world.calendar.sun() ?? { rise: 6 * 60, set: 18 * 60 }
  return isWithin(minute, rise, set) === (wanted.sun === 'up')
}

/** Calls for a condition and for every one within it. */
export function eachPart(condition: Condition, call: (part: Condition) => void): void {
  call(condition)
  if ('all' in condition) for (const part of condition.all) eachPart(part, call)
  if ('any' in condition) for (const part of condition.any) eachPart(part, call)
  if ('not' in condition) eachPart(condition.not, call)
}

/** Whether a fixture's picture is what the word says; a word that does not fit its kind is never so. */
export function isFound(state: FixtureState, word: StateWord): boolean {
  switch (state.kind) {
    case 'motion':
      return word === (state.occupied ? 'occupied' : 'clear')
    case 'contact':
      return word === (state.open ? 'open' : 'closed')
    case 'light':
    case 'plug':
      return word === (state.on ? 'on' : 'off')
    case 'blind':
      return word === 'open' ? isOpen(state.openness) : word === 'closed' && isClosed(state.openness)
    case 'remote':
      return false
  }
}

export function isOpen(openness: number): boolean {
  return openness >= 1 - blindTolerance
}

export function isClosed(openness: number): boolean {
  return openness <= blindTolerance
}

/** The words that a kind of fixture can be found in. */
export const wordsOfKind: Readonly<Record<FixtureState['kind'], readonly StateWord[]>> = {
  motion: ['occupied', 'clear'],
  contact: ['open', 'closed'],
  light: ['on', 'off'],
  plug: ['on', 'off'],
  blind: ['open', 'closed'],
  remote: [],
}
