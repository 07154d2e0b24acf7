import type { StateWord } from '../../contract/state-word.ts'
import { isWithin, weekdays } from '../local-time.ts'
import type { RoomDescription } from '../room.ts'
import { type Condition, eachPart, wordsOfKind } from '../rules/condition.ts'

/** A moment in an imagined room: the word each fixture is in (null: in between), the time, the sun. */
interface Imagined {
  readonly words: ReadonlyMap<string, StateWord | null>
  readonly minute: number
  readonly weekday: (typeof weekdays)[number]
  readonly sunIsUp: boolean
}

/** What is known of the moment already, by what started the rule. */
export interface Given {
  readonly fixture?: { readonly id: string; readonly word: StateWord }
  readonly minute?: number
}

/** Beyond this many imagined moments a condition is believed. */
const mostImagined = 50_000

/**
 * Whether there is any moment at which all of these conditions hold: tries every state of every fixture that they
 * name, each weekday, the sun, and the minutes at which a time window begins or ends.
 */
export function canHold(conditions: readonly Condition[], room: RoomDescription, given: Given = {}): boolean {
  const named = new Set<string>()
  const minutes = new Set<number>(given.minute === undefined ? [0] : [given.minute])
  for (const condition of conditions) {
    eachPart(condition, (part) => {
      if ('fixture' in part) named.add(part.fixture)
      if ('between' in part && given.minute === undefined) {
        minutes.add(part.between.from)
        minutes.add(part.between.until)
      }
    })
  }
  const choices = [...named].map((id) => {
    if (given.fixture?.id === id) return { id, words: [given.fixture.word] }
    const kind = room.fixtures.find((fixture) => fixture.id === id)?.kind
    const words: (StateWord | null)[] = kind === undefined ? [] : [...wordsOfKind[kind]]
    // A blind may stand half-way.
    return { id, words: kind === 'blind' || words.length === 0 ? [...words, null] : words }
  })
  const times = [...minutes].flatMap((minute) =>
    weekdays.flatMap((weekday) => [true, false].map((sunIsUp) => ({ minute, weekday, sunIsUp }))),
  )
  const count = choices.reduce((product, { words }) => product * words.length, times.length)
  if (count > mostImagined) return true
  const tried = (index: number, words: ReadonlyMap<string, StateWord | null>): boolean => {
    const choice = choices[index]
    if (choice === undefined)
      return times.some((time) => conditions.every((condition) => holdsIn(condition, { words, ...time })))
    return choice.words.some((word) => tried(index + 1, new Map([...words, [choice.id, word]])))
  }
  return tried(0, new Map())
}

function holdsIn(condition: Condition, moment: Imagined): boolean {
  if ('all' in condition) return condition.all.every((part) => holdsIn(part, moment))
  if ('any' in condition) return condition.any.some((part) => holdsIn(part, moment))
  if ('not' in condition) return !holdsIn(condition.not, moment)
  if ('fixture' in condition) return moment.words.get(condition.fixture) === condition.is
  if ('between' in condition) return isWithin(moment.minute, condition.between.from, condition.between.until)
  if ('weekdays' in condition) return condition.weekdays.includes(moment.weekday)
  return moment.sunIsUp === (condition.sun === 'up')
}
