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
    problems.push(file.problemAt(['id'], `there is another scene "${id}"`, 'give one of them another id'))
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
            : [file.problemAt([...path, at], `"${name}" shows no colours, so none can wander over it`)]
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
    return targetProblems(fixture, target).map(([key, message]) =>
      file.problemAt(key === '' ? [...path, name] : [...path, name, key], message),
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

function targetProblems(fixture: Fixture, target: SceneTarget): [keyof SceneTarget | '', string][] {
  const keys = settable[fixture.kind]
  const given = (Object.keys(target) as (keyof SceneTarget)[]).filter((key) => target[key] !== undefined)
  if (keys.length === 0) return [['', `a ${fixture.kind} fixture cannot be set`]]
  if (given.length === 0) return [['', `say what it shall be: ${names(keys)}`]]
  const wrong = given.filter((key) => !keys.includes(key))
  const problems: [keyof SceneTarget | '', string][] = wrong.map((key) => [
    key,
    `a ${fixture.kind} has no "${key}" (it has ${names(keys)})`,
  ])
  if (
    fixture.kind === 'light' &&
    !fixture.colour &&
    target.colour !== undefined &&
    target.otherwise === undefined
  ) {
    problems.push([
      'colour',
      `"${fixture.id}" shows white only; give "kelvin", or say in "otherwise" what it shall do`,
    ])
  }
  if (fixture.kind === 'light' && target.kelvin !== undefined && fixture.kelvin === undefined) {
    problems.push(['kelvin', `"${fixture.id}" has one white; leave "kelvin" out`])
  }
  if (target.kelvin !== undefined && target.colour !== undefined) {
    problems.push(['colour', 'give either "kelvin" or "colour", not both'])
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
