import type { Content } from '../content.ts'
import { showDuration } from '../duration.ts'
import type { RoomDescription } from '../room.ts'
import { fixturesUsed } from '../rules/fixtures-used.ts'
import type { Rule, Step } from '../rules/rule.ts'
import type { Trigger } from '../rules/trigger.ts'
import { names } from '../scene-check.ts'
import type { CheckedFile, DataPath, FileProblem } from '../yaml-file.ts'
import { restlessSteps } from './restless-steps.ts'
import { ruleLoops } from './rule-loops.ts'
import { canHold, type Given } from './satisfiable.ts'

/** What is odd in a rule that is right by its schema. */
export function ruleAdvice(
  file: CheckedFile<Rule>,
  room: RoomDescription,
  content: Pick<Content, 'rules' | 'scenes'>,
): FileProblem[] {
  return [
    ...unreachable(file, room),
    ...tooLate(file, file.value.do, ['do'], 0).found,
    ...circles(file, room, content),
    ...restlessSteps(file.value.do).map(({ path, message, hint }) => file.problemAt(path, message, hint)),
    ...untold(file, room),
  ]
}

function unreachable(file: CheckedFile<Rule>, room: RoomDescription): FileProblem[] {
  const rule = file.value
  const condition = rule.if
  const never = 'leave out or mend the part that contradicts the others'
  if (condition !== undefined) {
    if (!canHold([condition], room)) {
      const starts = rule.when.some(isByHand) ? 'only who asks for it starts' : 'nothing ever starts'
      return [file.problemAt(['if'], `can never hold, so ${starts} this rule`, never)]
    }
    const dead = rule.when.flatMap((trigger, index) =>
      isByHand(trigger) || canHold([condition], room, givenBy(trigger))
        ? []
        : [
            file.problemAt(
              ['when', index],
              'never starts the rule: "if" does not hold when it happens',
              never,
            ),
          ],
    )
    if (dead.length > 0) return dead
  }
  return deadSteps(file, room, rule.do, ['do'])
}

/** Who asks by hand does not wait for conditions. */
function isByHand(trigger: Trigger): boolean {
  return 'manual' in trigger
}

function givenBy(trigger: Trigger): Given {
  if ('becomes' in trigger) return { fixture: { id: trigger.fixture, word: trigger.becomes } }
  return 'at' in trigger ? { minute: trigger.at } : {}
}

function deadSteps(
  file: CheckedFile<Rule>,
  room: RoomDescription,
  steps: readonly Step[],
  path: DataPath,
): FileProblem[] {
  return steps.flatMap((step, index) => {
    const here = [...path, index]
    if ('together' in step)
      return step.together.flatMap((list, at) => deadSteps(file, room, list, [...here, 'together', at]))
    if ('waitFor' in step) {
      if (canHold([step.waitFor], room)) return []
      return [file.problemAt([...here, 'waitFor'], 'waits for what can never be', 'mend the condition')]
    }
    if (!('if' in step)) return []
    const branches = [
      ...deadSteps(file, room, step.do, [...here, 'do']),
      ...deadSteps(file, room, step.else, [...here, 'else']),
    ]
    if (!canHold([step.if], room))
      return [
        file.problemAt([...here, 'if'], 'can never hold, so "do" is never done', 'mend it'),
        ...branches,
      ]
    if (!canHold([{ not: step.if }], room))
      return [
        file.problemAt([...here, 'if'], 'always holds, so "else" is never done', 'leave "if" out'),
        ...branches,
      ]
    return branches
  })
}

/** Steps that come when the rule's own time is over. */
function tooLate(
  file: CheckedFile<Rule>,
  steps: readonly Step[],
  path: DataPath,
  startMs: number,
): { readonly found: FileProblem[]; readonly endMs: number } {
  const limits = file.value.until.flatMap((ending) => ('after' in ending ? [ending.after] : []))
  const limit = Math.min(Number.POSITIVE_INFINITY, ...limits)
  const found: FileProblem[] = []
  let atMs = startMs
  for (const [index, step] of steps.entries()) {
    if (atMs >= limit) {
      const message = `is never done: it comes after ${showDuration(atMs)}, and the rule ends after ${showDuration(limit)}`
      found.push(file.problemAt([...path, index], message, 'wait less, or let the rule last longer'))
      break
    }
    if ('wait' in step) atMs += step.wait
    if ('together' in step) {
      const lists = step.together.map((list, at) =>
        tooLate(file, list, [...path, index, 'together', at], atMs),
      )
      found.push(...lists.flatMap((list) => list.found))
      atMs = Math.max(atMs, ...lists.map(({ endMs }) => endMs))
    }
    if ('if' in step) {
      const done = tooLate(file, step.do, [...path, index, 'do'], atMs)
      const otherwise = tooLate(file, step.else, [...path, index, 'else'], atMs)
      found.push(...done.found, ...otherwise.found)
      atMs = Math.min(done.endMs, otherwise.endMs)
    }
  }
  return { found, endMs: atMs }
}

function circles(
  file: CheckedFile<Rule>,
  room: RoomDescription,
  { rules, scenes }: Pick<Content, 'rules' | 'scenes'>,
): FileProblem[] {
  const inRoom = rules.filter((rule) => rule.room === room.id)
  return ruleLoops(inRoom, scenes, room)
    .filter(([first]) => first?.id === file.value.id)
    .map((loop) => {
      const message =
        loop.length === 1
          ? 'starts itself again and again: it sets what it waits for'
          : `goes round and round: ${loop.map(({ id }) => id).join(' → ')} → ${file.value.id}`
      return file.problemAt(['when'], message, 'let one of them start by a sensor, a button or the clock')
    })
}

/** Sensors and buttons whose facts the rule uses without a word to shoppers, and words about others. */
function untold(file: CheckedFile<Rule>, room: RoomDescription): FileProblem[] {
  const rule = file.value
  const used = sensorsOf(rule, room)
  const told = Object.keys(rule.facts)
  const missing = used.filter((id) => !told.includes(id))
  const idle = told.filter((id) => !used.includes(id))
  return [
    ...(missing.length === 0
      ? []
      : [
          file.problemAt(
            [],
            `uses what ${names(missing)} ${missing.length === 1 ? 'notices' : 'notice'}, and shoppers are not told what for`,
            'say under "facts" what it wants to know, in every language',
          ),
        ]),
    ...idle.map((id) =>
      file.problemAt(['facts', id], 'tells of a fact that the rule does not use', 'leave it out'),
    ),
  ]
}

/** Sensors and remotes that a rule hears or looks at. */
function sensorsOf(rule: Rule, room: RoomDescription): string[] {
  const used = fixturesUsed(rule)
  const senses = new Set(['motion', 'contact', 'remote'])
  return room.fixtures.filter(({ id, kind }) => senses.has(kind) && used.has(id)).map(({ id }) => id)
}
