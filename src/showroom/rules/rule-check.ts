import { z } from 'zod'
import type { RoomId } from '../../contract/ids.ts'
import { stateWord } from '../../contract/state-word.ts'
import type { RoomDescription } from '../room.ts'
import type { Scene } from '../scene.ts'
import { sceneTarget } from '../scene.ts'
import { giveAnother, meantOr, names, targetsProblems, unknownFixture, unknownRoom } from '../scene-check.ts'
import type { CheckedFile, DataPath, FileProblem } from '../yaml-file.ts'
import { wordsOfKind } from './condition.ts'
import type { Rule } from './rule.ts'

/** Any object of a rule file: keys that refer to something elsewhere, where they can be made out. */
const reference = z.looseObject({
  fixture: z.string().optional().catch(undefined),
  button: z.string().optional().catch(undefined),
  play: z.string().optional().catch(undefined),
  is: stateWord.optional().catch(undefined),
  becomes: stateWord.optional().catch(undefined),
  set: z.record(z.string(), sceneTarget.nullable().catch(null)).optional().catch(undefined),
})

const outline = z.object({
  id: z.string().nullable().catch(null),
  room: z.string().nullable().catch(null),
  when: z.unknown().optional(),
  if: z.unknown().optional(),
  do: z.unknown().optional(),
  until: z.unknown().optional(),
  facts: z.record(z.string(), z.unknown()).catch({}),
})

/** Everything in a rule file that does not fit the other files. */
export function ruleProblems(
  file: CheckedFile<unknown> | null,
  rooms: ReadonlyMap<RoomId, RoomDescription>,
  scenes: ReadonlyMap<string, Scene>,
  rules: ReadonlyMap<string, Rule>,
): FileProblem[] {
  const read = file === null ? null : outline.safeParse(file.value)
  if (file === null || read?.success !== true) return []
  const { id, room: roomName, facts, ...parts } = read.data
  const problems: FileProblem[] = []
  if (id !== null && rules.has(id))
    problems.push(file.problemAt(['id'], `there is another rule "${id}"`, giveAnother))
  if (roomName === null) return problems
  const room = [...rooms.values()].find((candidate) => candidate.id === roomName)
  if (room === undefined) {
    return [...problems, unknownRoom(file, roomName, rooms)]
  }
  const look = (data: unknown, path: DataPath): FileProblem[] => {
    if (Array.isArray(data)) return data.flatMap((part, index) => look(part, [...path, index]))
    if (typeof data !== 'object' || data === null) return []
    const inner = Object.entries(data).flatMap(([key, part]) =>
      key === 'set' ? [] : look(part, [...path, key]),
    )
    return [...referenceProblems(file, room, scenes, path, data), ...inner]
  }
  const strangers = Object.keys(facts).filter((name) => !room.fixtures.some((fixture) => fixture.id === name))
  return [
    ...problems,
    ...Object.entries(parts).flatMap(([key, part]) => look(part, [key])),
    ...strangers.map((name) => file.problemAt(['facts', name], ...unknownFixture(room, name))),
  ]
}

function referenceProblems(
  file: CheckedFile<unknown>,
  room: RoomDescription,
  scenes: ReadonlyMap<string, Scene>,
  path: DataPath,
  data: object,
): FileProblem[] {
  const { fixture: name, button, play, is, becomes, set } = reference.parse(data)
  const problems: FileProblem[] = []
  if (name !== undefined) {
    const fixture = room.fixtures.find((candidate) => candidate.id === name)
    const word = is ?? becomes
    if (fixture === undefined)
      problems.push(file.problemAt([...path, 'fixture'], ...unknownFixture(room, name)))
    else if (word !== undefined && !wordsOfKind[fixture.kind].includes(word)) {
      const key = is === undefined ? 'becomes' : 'is'
      const words = wordsOfKind[fixture.kind]
      const hint = words.length === 0 ? 'write "button" and "pressed"' : `it is ${words.join(' or ')}`
      problems.push(file.problemAt([...path, key], `a ${fixture.kind} is never "${word}"`, hint))
    }
  }
  if (button !== undefined) {
    const fixture = room.fixtures.find((candidate) => candidate.id === button)
    if (fixture === undefined)
      problems.push(file.problemAt([...path, 'button'], ...unknownFixture(room, button)))
    else if (fixture.kind !== 'remote') {
      const message = `"${button}" is a ${fixture.kind} and has no buttons`
      problems.push(
        file.problemAt([...path, 'button'], message, 'name a remote, or write "fixture" and "becomes"'),
      )
    }
  }
  if (play !== undefined) {
    const inRoom = [...scenes.values()].filter((scene) => scene.room === room.id).map((scene) => scene.id)
    if (!inRoom.some((scene) => scene === play)) {
      problems.push(
        file.problemAt(
          [...path, 'play'],
          `room "${room.id}" has no scene "${play}" (known: ${names(inRoom)})`,
          meantOr(play, inRoom, 'a scene that has a problem itself counts as none: mend that first'),
        ),
      )
    }
  }
  return set === undefined ? problems : [...problems, ...targetsProblems(file, room, [...path, 'set'], set)]
}
