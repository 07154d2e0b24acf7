import type { StateWord } from '../../contract/state-word.ts'
import type { RoomDescription } from '../room.ts'
import { isClosed, isOpen } from '../rules/condition.ts'
import type { Rule } from '../rules/rule.ts'
import { afterwardsOf } from '../rules/rule-run.ts'
import { targetsOfSteps } from '../rules/steps.ts'
import type { Scene, SceneTarget } from '../scene.ts'
import { canHold } from './satisfiable.ts'

/** Circles of more rules are not looked for. */
const longest = 6
/** Whoever has found so many has enough to mend. */
const most = 100

/** A fixture becomes a word by a rule, or stops being it. */
type Effect = `${string} ${StateWord}` | `${string} not ${StateWord}`

/**
 * Rules that start each other round and round: each makes a fixture become what starts the next, and something that they
 * set off makes it be otherwise again, or the circle would end with its first round. What gives back what was before may
 * make it anything. Returns each circle once, as the rules in their order.
 */
export function ruleLoops(
  rules: readonly Rule[],
  scenes: readonly Scene[],
  room: RoomDescription,
): readonly (readonly Rule[])[] {
  const effects = new Map(rules.map((rule) => [rule, effectsOf(rule, scenes)]))
  const place = new Map(rules.map((rule, index) => [rule, index]))
  /** The words by which a rule starts the next. */
  const links = new Map<Rule, Map<Rule, Effect[]>>()
  for (const rule of rules) {
    const started = new Map<Rule, Effect[]>()
    for (const next of rules) {
      const by = startsOf(next, room).filter((effect) => effects.get(rule)?.has(effect) === true)
      if (by.length > 0) started.set(next, by)
    }
    links.set(rule, started)
  }
  const setOff = (circle: readonly Rule[]): ReadonlySet<Rule> => {
    const reached = new Set(circle)
    for (const rule of reached) for (const next of links.get(rule)?.keys() ?? []) reached.add(next)
    return reached
  }
  const goesOn = (circle: readonly Rule[]): boolean => {
    const undone = new Set([...setOff(circle)].flatMap((rule) => [...(effects.get(rule) ?? [])]))
    return circle.every((rule, index) => {
      const next = circle[(index + 1) % circle.length]
      const by = next === undefined ? [] : (links.get(rule)?.get(next) ?? [])
      return by.some((effect) => undone.has(opposite(effect)))
    })
  }
  const found: (readonly Rule[])[] = []
  const follow = (path: readonly Rule[]): void => {
    const [first] = path
    const last = path.at(-1)
    if (first === undefined || last === undefined) return
    for (const other of links.get(last)?.keys() ?? []) {
      if (found.length >= most) return
      if (other === first) {
        if (goesOn(path)) found.push(path)
        // Each circle is found from its first rule only.
      } else if (
        path.length < longest &&
        !path.includes(other) &&
        (place.get(other) ?? 0) > (place.get(first) ?? 0)
      )
        follow([...path, other])
    }
  }
  for (const rule of rules) follow([rule])
  return found
}

/** What may start a rule, as far as its conditions allow. */
function startsOf({ when, if: condition }: Rule, room: RoomDescription): Effect[] {
  return when.flatMap((trigger): Effect[] => {
    if (!('becomes' in trigger)) return []
    const given = { fixture: { id: trigger.fixture, word: trigger.becomes } }
    const isPossible = condition === undefined || canHold([condition], room, given)
    return isPossible ? [`${trigger.fixture} ${trigger.becomes}`] : []
  })
}

function effectsOf(rule: Rule, scenes: readonly Scene[]): ReadonlySet<Effect> {
  const found = new Set<Effect>()
  for (const [id, targets] of targetsOfSteps(rule.do, scenes)) {
    const words =
      targets[0]?.openness === undefined ? (['on', 'off'] as const) : (['open', 'closed'] as const)
    for (const word of words) {
      const made = targets.flatMap((target) => makes(target, word))
      const isGivenBack = afterwardsOf(rule) === 'restore'
      if (isGivenBack || made.includes(true)) found.add(`${id} ${word}`)
      if (isGivenBack || made.includes(false)) found.add(`${id} not ${word}`)
    }
  }
  return found
}

/** Whether a target makes its fixture be that; both where it depends on the lamp. */
function makes(target: SceneTarget, word: StateWord): boolean[] {
  if (target.openness !== undefined) {
    const { openness } = target
    return [word === 'open' ? isOpen(openness) : isClosed(openness)]
  }
  if (target.on === false) return [word === 'off']
  return target.otherwise === 'off' ? [true, false] : [word === 'on']
}

function opposite(effect: Effect): Effect {
  const [id = '', ...words] = effect.split(' ')
  return `${id} ${words.length === 1 ? `not ${words[0]}` : words[1]}` as Effect
}
