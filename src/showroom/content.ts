import type { RoomId } from '../contract/ids.ts'
import { type Fixture, type RoomDescription, roomDescription } from './room.ts'
import { type Scene, type SceneTarget, scene } from './scene.ts'
import { type CheckedFile, type FileProblem, readYamlFile } from './yaml-file.ts'

/** What people author: the rooms and scenes that passed every check, and what is wrong with the others. */
export interface Content {
  readonly rooms: readonly RoomDescription[]
  readonly scenes: readonly Scene[]
  readonly problems: readonly FileProblem[]
}

export interface SourceFile {
  /** Relative to the content folder, with forward slashes. */
  readonly path: string
  readonly text: string
}

/**
 * Reads a content folder: `rooms/<room>/room.yaml` and `<room>/<scene>.yaml`. A file with a problem is left
 * out, together with what depends on it; the others are not touched. `unreadable` tells of files that could not
 * even be read; `planProblems` looks further where furniture can be built.
 */
export function readContent(
  files: readonly SourceFile[],
  unreadable: readonly FileProblem[] = [],
  planProblems: (room: CheckedFile<RoomDescription>) => readonly FileProblem[] = () => [],
): Content {
  const problems: FileProblem[] = [...unreadable]
  const rooms = new Map<RoomId, RoomDescription>()
  for (const file of files.filter((candidate) => isRoomFile(candidate.path))) {
    const result = readYamlFile(file.path, file.text, roomDescription)
    const found = result.ok
      ? [...roomProblems(result.checked, file.path, rooms), ...planProblems(result.checked)]
      : result.problems
    problems.push(...found)
    if (result.ok && found.length === 0) rooms.set(result.checked.value.id, result.checked.value)
  }
  const scenes = new Map<string, Scene>()
  for (const file of files.filter((candidate) => isSceneFile(candidate.path))) {
    const result = readYamlFile(file.path, file.text, scene)
    const found = result.ok ? sceneProblems(result.checked, rooms, scenes) : result.problems
    problems.push(...found)
    if (result.ok && found.length === 0) scenes.set(result.checked.value.id, result.checked.value)
  }
  const inOrder = [...scenes.values()].sort((a, b) => a.order - b.order || a.id.localeCompare(b.id))
  return { rooms: [...rooms.values()], scenes: inOrder, problems }
}

export function isRoomFile(path: string): boolean {
  return /^rooms\/[^/]+\/room\.ya?ml$/.test(path)
}

/** Scenes lie one folder deep; `rooms/` and `furniture/` hold other things. */
export function isSceneFile(path: string): boolean {
  return /^[^/]+\/[^/]+\.ya?ml$/.test(path) && !/^(rooms|furniture|playlists|products)\//.test(path)
}

function roomProblems(
  checked: CheckedFile<RoomDescription>,
  path: string,
  rooms: ReadonlyMap<RoomId, RoomDescription>,
): FileProblem[] {
  const room = checked.value
  const problems: FileProblem[] = []
  const folder = path.split('/')[1]
  if (room.id !== folder)
    problems.push(checked.problemAt(['id'], `a room is named as its folder, "${folder}"`))
  if (rooms.has(room.id)) problems.push(checked.problemAt(['id'], `there is another room "${room.id}"`))
  const seen = new Set<string>()
  room.fixtures.forEach((fixture, index) => {
    if (seen.has(fixture.id)) {
      problems.push(checked.problemAt(['fixtures', index, 'id'], `there is another fixture "${fixture.id}"`))
    }
    seen.add(fixture.id)
  })
  return problems
}

function sceneProblems(
  checked: CheckedFile<Scene>,
  rooms: ReadonlyMap<RoomId, RoomDescription>,
  scenes: ReadonlyMap<string, Scene>,
): FileProblem[] {
  const { id, room: roomId, fixtures } = checked.value
  const problems: FileProblem[] = []
  if (scenes.has(id)) problems.push(checked.problemAt(['id'], `there is another scene "${id}"`))
  const room = rooms.get(roomId)
  if (room === undefined) {
    return [
      ...problems,
      checked.problemAt(['room'], `there is no room "${roomId}" (known: ${names(rooms.keys())})`),
    ]
  }
  for (const [name, target] of Object.entries(fixtures)) {
    const fixture = room.fixtures.find((candidate) => candidate.id === name)
    if (fixture === undefined) {
      const known = names(room.fixtures.map((candidate) => candidate.id))
      problems.push(
        checked.problemAt(['fixtures', name], `room "${roomId}" has no fixture "${name}" (known: ${known})`),
      )
      continue
    }
    for (const [key, message] of targetProblems(fixture, target)) {
      problems.push(checked.problemAt(key === '' ? ['fixtures', name] : ['fixtures', name, key], message))
    }
  }
  return problems
}

/** What each kind of fixture can be told. */
const settable: Record<Fixture['kind'], readonly (keyof SceneTarget)[]> = {
  light: ['on', 'brightness', 'kelvin', 'colour'],
  plug: ['on'],
  blind: ['openness'],
  motion: [],
  remote: [],
}

function targetProblems(fixture: Fixture, target: SceneTarget): [keyof SceneTarget | '', string][] {
  const keys = settable[fixture.kind]
  const given = (Object.keys(target) as (keyof SceneTarget)[]).filter((key) => target[key] !== undefined)
  if (keys.length === 0) return [['', `a ${fixture.kind} fixture cannot be set by a scene`]]
  if (given.length === 0) return [['', `say what it shall be: ${names(keys)}`]]
  const wrong = given.filter((key) => !keys.includes(key))
  const problems: [keyof SceneTarget | '', string][] = wrong.map((key) => [
    key,
    `a ${fixture.kind} has no "${key}" (it has ${names(keys)})`,
  ])
  if (fixture.kind === 'light' && target.colour !== undefined && !fixture.colour) {
    problems.push(['colour', `"${fixture.id}" shows white only; give "kelvin"`])
  }
  if (fixture.kind === 'light' && target.kelvin !== undefined && fixture.kelvin === undefined) {
    problems.push(['kelvin', `"${fixture.id}" has one white; leave "kelvin" out`])
  }
  if (target.kelvin !== undefined && target.colour !== undefined) {
    problems.push(['colour', 'give either "kelvin" or "colour", not both'])
  }
  return problems
}

function names(words: Iterable<string>): string {
  const list = [...words]
  return list.length === 0 ? 'none' : list.join(', ')
}
