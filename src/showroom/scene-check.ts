import { z } from 'zod'
import type { RoomId } from '../contract/ids.ts'
import { nearest } from './hints.ts'
import type { Fixture, RoomDescription } from './room.ts'
import { type Scene, type SceneTarget, sceneTarget } from './scene.ts'
import type { CheckedFile, DataPath, FileProblem } from './yaml-file.ts'

/** As much of a target as can be made out; null where its own schema has something to say already. */
const targets = z.record(z.string(), sceneTarget.nullable().catch(null)).catch({})
const fixtureNames = z.array(z.string().catch('')).catch([])

/** What a scene file says of other files, as far as it can be made out when something else in it is wrong. */
const outline = z.object({
  id: z.string().nullable().catch(null),
  room: z.string().nullable().catch(null),
  fixtures: targets,
  leaves: fixtureNames,
  needs: fixtureNames,
  moments: z.array(z.object({ fixtures: targets }).catch({ fixtures: {} })).catch([]),
  palettes: z.array(z.object({ fixtures: fixtureNames }).catch({ fixtures: [] })).catch([]),
})

/** What to do about an id that is taken. */
export const giveAnother = 'give one of them another id'

/** Everything in a scene file that does not fit the other files. */
export function sceneProblems(
  file: CheckedFile<unknown> | null,
  rooms: ReadonlyMap<RoomId, RoomDescription>,
  scenes: ReadonlyMap<string, Scene>,
): FileProblem[] {
  const read = file === null ? null : outline.safeParse(file.value)
  if (file === null || read?.success !== true) return []
  const { id, room: roomName, fixtures, leaves, needs, moments, palettes } = read.data
  const problems: FileProblem[] = []
  if (id !== null && scenes.has(id))
    problems.push(file.problemAt(['id'], `there is another scene "${id}"`, giveAnother))
  if (roomName === null) return problems
  const room = [...rooms.values()].find((candidate) => candidate.id === roomName)
  if (room === undefined) {
    return [...problems, unknownRoom(file, roomName, rooms)]
  }
  return [
    ...problems,
    ...targetsProblems(file, room, ['fixtures'], fixtures),
    ...moments.flatMap((moment, index) =>
      targetsProblems(file, room, ['moments', index, 'fixtures'], moment.fixtures),
    ),
    ...namesProblems(file, room, ['leaves'], leaves),
    ...namesProblems(file, room, ['needs'], needs),
    ...palettes.flatMap((palette, index) => {
      const path = ['palettes', index, 'fixtures']
      return [
        ...namesProblems(file, room, path, palette.fixtures),
        ...palette.fixtures.flatMap((name, at) => {
          const fixture = room.fixtures.find((candidate) => candidate.id === name)
          const lit = fixture?.kind === 'light' && fixture.colour
          return fixture === undefined || lit
            ? []
            : [
                file.problemAt(
                  [...path, at],
                  `"${name}" shows no colours, so none can wander over it`,
                  'leave it out of the palette',
                ),
              ]
        }),
      ]
    }),
  ]
}

/** What targets ask of fixtures that a room does not have, or that they cannot do. */
export function targetsProblems(
  file: CheckedFile<unknown>,
  room: RoomDescription,
  path: DataPath,
  all: Readonly<Record<string, SceneTarget | null>>,
): FileProblem[] {
  return Object.entries(all).flatMap(([name, target]) => {
    const fixture = room.fixtures.find((candidate) => candidate.id === name)
    if (fixture === undefined) return [file.problemAt([...path, name], ...unknownFixture(room, name))]
    if (target === null) return []
    return targetProblems(fixture, target).map(([key, message, hint]) =>
      file.problemAt(key === '' ? [...path, name] : [...path, name, key], message, hint),
    )
  })
}

function namesProblems(
  file: CheckedFile<unknown>,
  room: RoomDescription,
  path: DataPath,
  all: readonly string[],
): FileProblem[] {
  return all.flatMap((name, index) => {
    const known = name === '' || room.fixtures.some((candidate) => candidate.id === name)
    return known ? [] : [file.problemAt([...path, index], ...unknownFixture(room, name))]
  })
}

/** Message and hint. */
export function unknownFixture(room: RoomDescription, name: string): [string, string] {
  const known = room.fixtures.map(({ id }) => id)
  return [
    `room "${room.id}" has no fixture "${name}" (known: ${names(known)})`,
    meantOr(name, known, 'name one of those'),
  ]
}

/** "did you mean …?" where something near is known, or what else to do. */
export function meantOr(name: string, known: Iterable<string>, otherwise: string): string {
  const meant = nearest(name, known)
  return meant === null ? otherwise : `did you mean "${meant}"?`
}

/** What each kind of fixture can be told. */
const settable: Record<Fixture['kind'], readonly (keyof SceneTarget)[]> = {
  light: ['on', 'brightness', 'kelvin', 'colour', 'transition', 'otherwise'],
  plug: ['on'],
  blind: ['openness'],
  motion: [],
  contact: [],
  remote: [],
}

/** Where, what is wrong, and what to do about it. */
type TargetProblem = readonly [key: keyof SceneTarget | '', message: string, hint: string]

function targetProblems(fixture: Fixture, target: SceneTarget): TargetProblem[] {
  const keys = settable[fixture.kind]
  const given = (Object.keys(target) as (keyof SceneTarget)[]).filter((key) => target[key] !== undefined)
  if (keys.length === 0)
    return [
      [
        '',
        `a ${fixture.kind} fixture cannot be set`,
        'name it in "when" or "until" of a rule, or not at all',
      ],
    ]
  if (given.length === 0)
    return [['', `says nothing of "${fixture.id}"`, `say what it shall be: ${names(keys)}`]]
  const problems = given
    .filter((key) => !keys.includes(key))
    .map((key): TargetProblem => [key, `a ${fixture.kind} has no "${key}"`, `it has ${names(keys)}`])
  const { colour, kelvin, otherwise } = target
  if (fixture.kind === 'light' && !fixture.colour && colour !== undefined && otherwise === undefined) {
    const hint = 'give "kelvin", or say in "otherwise" what it shall do'
    problems.push(['colour', `"${fixture.id}" shows white only`, hint])
  }
  if (fixture.kind === 'light' && kelvin !== undefined && fixture.kelvin === undefined) {
    problems.push(['kelvin', `"${fixture.id}" has one white`, 'leave "kelvin" out'])
  }
  if (kelvin !== undefined && colour !== undefined) {
    problems.push(['colour', 'cannot be told beside "kelvin"', 'give one of them'])
  }
  return problems
}

export function unknownRoom(
  file: CheckedFile<unknown>,
  name: string,
  rooms: ReadonlyMap<string, RoomDescription>,
): FileProblem {
  const message = `there is no room "${name}" (known: ${names(rooms.keys())})`
  const hint = meantOr(name, rooms.keys(), 'a room that has a problem itself counts as none: mend that first')
  return file.problemAt(['room'], message, hint)
}

export function names(words: Iterable<string>): string {
  const list = [...words]
  return list.length === 0 ? 'none' : list.join(', ')
}
