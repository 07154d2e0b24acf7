import {
  type Content,
  isContentFile,
  isRoomFile,
  isRuleFile,
  isSceneFile,
  readContent,
  type SourceFile,
} from '../showroom/content.ts'
import { nearest } from '../showroom/hints.ts'
import { rule } from '../showroom/rules/rule.ts'
import { scene } from '../showroom/scene.ts'
import { giveAnother } from '../showroom/scene-check.ts'
import { ruleVersions, sceneVersions } from '../showroom/scene-versions.ts'
import {
  type CheckedFile,
  type DataPath,
  type FileProblem,
  problemSentence,
  readYamlFile,
} from '../showroom/yaml-file.ts'
import { isPlaylistFile, type Playlist, playlist, playlistVersions } from './playlist.ts'

export interface PlaylistFiles {
  readonly playlists: readonly Playlist[]
  readonly problems: readonly FileProblem[]
}

/** Reads the playlists of a content folder, and checks that what they name is there and good. */
export function readPlaylists(files: readonly SourceFile[], content: Content): PlaylistFiles {
  const playlists = new Map<string, Playlist>()
  const problems: FileProblem[] = []
  for (const file of files.filter(({ path }) => isPlaylistFile(path))) {
    const result = readYamlFile(file.path, file.text, playlist, playlistVersions)
    if (!result.ok) {
      problems.push(...result.problems)
      continue
    }
    const found = playlistProblems(result.checked, file.path, files, content, playlists)
    problems.push(...found)
    if (found.length === 0) playlists.set(result.checked.value.id, result.checked.value)
  }
  return { playlists: [...playlists.values()], problems }
}

function playlistProblems(
  checked: CheckedFile<Playlist>,
  path: string,
  files: readonly SourceFile[],
  content: Content,
  others: ReadonlyMap<string, Playlist>,
): FileProblem[] {
  const { value } = checked
  const problems: FileProblem[] = []
  const tell = (at: DataPath, message: string, hint: string) =>
    problems.push(checked.problemAt(at, message, hint))
  const name = path.replace(/^playlists\//, '').replace(/\.ya?ml$/, '')
  if (value.id !== name)
    tell(['id'], `a playlist is named as its file, "${name}"`, `write "${name}", or rename the file`)
  if (others.has(value.id)) tell(['id'], `there is another playlist "${value.id}"`, giveAnother)
  if (value.class === 'store') {
    tell(['class'], 'this class is the store’s own', 'write emergency, campaign or base')
  }
  const known = (at: DataPath, what: string, id: string, all: Iterable<string>) => {
    const ids = new Set(all)
    if (ids.has(id)) return
    const meant = nearest(id, ids)
    const hint = meant === null ? `there are: ${[...ids].join(', ')}` : `did you mean "${meant}"?`
    tell(at, `there is no good ${what} "${id}"`, ids.size === 0 ? `there is no good ${what} at all` : hint)
  }
  const named = new Set<string>(value.rooms)
  value.rooms.forEach((room, index) => {
    known(
      ['rooms', index],
      'room',
      room,
      content.rooms.map(({ id }) => id),
    )
  })
  const inRooms = (at: DataPath, room: string) => {
    if (!named.has(room)) tell(at, `the playlist does not name the room "${room}"`, 'add it to "rooms"')
  }
  value.scenes?.forEach(({ room, scene }, index) => {
    const all = content.scenes.map((one) => `${one.room}/${one.id}`)
    inRooms(['scenes', index], room)
    known(['scenes', index], 'scene', `${room}/${scene}`, all)
  })
  value.rules?.forEach(({ room, rule }, index) => {
    const all = content.rules.map((one) => `${one.room}/${one.id}`)
    inRooms(['rules', index], room)
    known(['rules', index], 'rule', `${room}/${rule}`, all)
  })
  value.needs.forEach(({ room, fixture }, index) => {
    const all = content.rooms.flatMap(({ id, fixtures }) => fixtures.map((one) => `${id}/${one.id}`))
    known(['needs', index], 'fixture', `${room}/${fixture}`, all)
  })
  if (problems.length > 0) return problems
  const own = readContent(filesOf(value, files))
  // What is wrong with a file by itself is told of that file.
  const ofOthers = new Set(content.problems.map(problemSentence))
  for (const problem of own.problems) {
    // Products also name rooms that this playlist does not show.
    if (problem.file.startsWith('products/') || ofOthers.has(problemSentence(problem))) continue
    tell(['rooms'], `without what this playlist leaves out: ${problemSentence(problem)}`, problem.hint)
  }
  if (own.scenes.length === 0) {
    const message = 'these rooms have no good scene, so there is nothing to play'
    tell(['rooms'], message, 'name a room with scenes, or mend the scenes of these')
  }
  return problems
}

/** The files that a playlist is made of: those of its rooms, the scenes and rules it names, all products and prices. */
export function filesOf({ rooms, scenes, rules }: Playlist, files: readonly SourceFile[]): SourceFile[] {
  const isNamed = (file: SourceFile): boolean => {
    if (isRoomFile(file.path)) return rooms.some((room) => file.path.startsWith(`rooms/${room}/`))
    if (isSceneFile(file.path)) {
      const read = readYamlFile(file.path, file.text, scene, sceneVersions)
      if (!read.ok) return false
      const { room, id } = read.checked.value
      const wanted = scenes === undefined || scenes.some((one) => one.room === room && one.scene === id)
      return wanted && rooms.includes(room)
    }
    // Products and their prices are for all.
    if (!isRuleFile(file.path)) return isContentFile(file.path)
    const read = readYamlFile(file.path, file.text, rule, ruleVersions)
    if (!read.ok) return false
    const { room, id } = read.checked.value
    const wanted = rules === undefined || rules.some((one) => one.room === room && one.rule === id)
    return wanted && rooms.includes(room)
  }
  return files.filter(isNamed)
}
