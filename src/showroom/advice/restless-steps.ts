import type { Step } from '../rules/rule.ts'
import type { DataPath } from '../yaml-file.ts'
import { lampsThatTurn, type Restless, type TimedTargets } from './restless.ts'

/** What steps do without anything in between whose time nobody knows, and how long that takes. */
interface Course {
  readonly stretches: readonly (readonly TimedTargets[])[]
  /** Of the last stretch. */
  readonly endMs: number
}

/** Lamps that a rule's steps make restless. What it waits for, and the scenes that it plays, part what is looked at. */
export function restlessSteps(steps: readonly Step[]): Restless[] {
  return courseOf(steps, ['do']).stretches.flatMap((stretch) =>
    lampsThatTurn(stretch.toSorted((a, b) => a.atMs - b.atMs)),
  )
}

function courseOf(steps: readonly Step[], path: DataPath): Course {
  const stretches: (readonly TimedTargets[])[] = []
  let current: TimedTargets[] = []
  let atMs = 0
  const part = () => {
    stretches.push(current)
    current = []
    atMs = 0
  }
  steps.forEach((step, index) => {
    const here = [...path, index]
    if ('set' in step) current.push({ atMs, fixtures: step.set, path: [...here, 'set'] })
    else if ('wait' in step) atMs += step.wait
    else if ('together' in step) {
      const lists = step.together.map((list, at) => courseOf(list, [...here, 'together', at]))
      for (const { stretches: own } of lists) {
        const [first = [], ...others] = own
        current.push(...first.map((one) => ({ ...one, atMs: one.atMs + atMs })))
        stretches.push(...others)
      }
      if (lists.every(({ stretches: own }) => own.length === 1))
        atMs += Math.max(...lists.map(({ endMs }) => endMs))
      else part()
    } else {
      part()
      if (!('if' in step)) return
      stretches.push(...courseOf(step.do, [...here, 'do']).stretches)
      stretches.push(...courseOf(step.else, [...here, 'else']).stretches)
    }
  })
  return { stretches: [...stretches, current], endMs: atMs }
}
