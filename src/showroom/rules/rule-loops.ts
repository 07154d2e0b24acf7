import type { Scene } from '../scene.ts'
import type { Rule } from './rule.ts'
import { targetsOfSteps } from './steps.ts'

/** Circles of more rules are not looked for. */
const longest = 6
/** Whoever has found so many has enough to mend. */
const most = 100

/**
 * Rules that may start each other round and round: each sets a fixture whose change starts the next. Returns each
 * circle once, as the rules in their order.
 */
export function ruleLoops(rules: readonly Rule[], scenes: readonly Scene[]): readonly (readonly Rule[])[] {
  const sets = new Map(rules.map((rule) => [rule, [...targetsOfSteps(rule.do, scenes).keys()]]))
  const place = new Map(rules.map((rule, index) => [rule, index]))
  const startedBy = new Map<string, Set<Rule>>()
  for (const rule of rules) {
    for (const trigger of rule.when) {
      if (!('becomes' in trigger)) continue
      const key = `${rule.room}/${trigger.fixture}`
      startedBy.set(key, (startedBy.get(key) ?? new Set()).add(rule))
    }
  }
  const next = new Map(
    rules.map((rule) => [
      rule,
      new Set((sets.get(rule) ?? []).flatMap((id) => [...(startedBy.get(`${rule.room}/${id}`) ?? [])])),
    ]),
  )
  const found: (readonly Rule[])[] = []
  const follow = (path: readonly Rule[]): void => {
    const [first] = path
    const last = path.at(-1)
    if (first === undefined || last === undefined) return
    for (const other of next.get(last) ?? []) {
      if (found.length >= most) return
      if (other === first) found.push(path)
      // Each circle is found from its first rule only.
      else if (
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
