import { fixturesSet } from '../fit.ts'
import type { Scene } from '../scene.ts'
import { targetsAtRest } from '../scene.ts'
import type { Rule, Step } from './rule.ts'

/** Circles of more rules are not looked for. */
const longest = 6

/**
 * Rules that may start each other round and round: each sets a fixture whose change starts the next. Returns each
 * circle once, as the rules in their order.
 */
export function ruleLoops(rules: readonly Rule[], scenes: readonly Scene[]): readonly (readonly Rule[])[] {
  const sets = new Map(rules.map((rule) => [rule, setsOf(rule, scenes)]))
  const starts = (rule: Rule, other: Rule) =>
    rule.room === other.room &&
    other.when.some((trigger) => 'becomes' in trigger && sets.get(rule)?.has(trigger.fixture) === true)
  const found: (readonly Rule[])[] = []
  const follow = (path: readonly Rule[]): void => {
    const [first] = path
    const last = path.at(-1)
    if (first === undefined || last === undefined) return
    for (const next of rules) {
      if (!starts(last, next)) continue
      if (next === first) found.push(path)
      // Each circle is found from its first rule only.
      else if (path.length < longest && !path.includes(next) && rules.indexOf(next) > rules.indexOf(first))
        follow([...path, next])
    }
  }
  for (const rule of rules) follow([rule])
  return found
}

function setsOf(rule: Rule, scenes: readonly Scene[]): Set<string> {
  const played = (steps: readonly Step[]): string[] =>
    steps.flatMap((step) => {
      if ('play' in step) return [step.play]
      if ('together' in step) return step.together.flatMap(played)
      return 'if' in step ? played([...step.do, ...step.else]) : []
    })
  const names = played(rule.do)
  const targets = scenes
    .filter(({ id }) => names.includes(id))
    .flatMap((scene) => Object.keys(targetsAtRest(scene)))
  return new Set([...fixturesSet(rule.do), ...targets])
}
