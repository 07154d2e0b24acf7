import type { RoomId } from '../contract/ids.ts'
import { type RoomDescription, roomDescription } from './room.ts'
import { type Rule, rule } from './rules/rule.ts'
import { ruleProblems } from './rules/rule-check.ts'
import { type Scene, scene } from './scene.ts'
import { giveAnother, sceneProblems } from './scene-check.ts'
import { ruleVersions, sceneVersions } from './scene-versions.ts'
import {
  isPriceListFile,
  isProductFile,
  isStoreFile,
  readShopContent,
  type ShopContent,
} from './shop/shop-content.ts'
import { type CheckedFile, type FileProblem, problemsOf, readYamlFile } from './yaml-file.ts'

/** What people author: the rooms and scenes that passed every check, and what is wrong with the others. */
export interface Content {
  readonly rooms: readonly RoomDescription[]
  readonly scenes: readonly Scene[]
  readonly rules: readonly Rule[]
  readonly shop: ShopContent
  readonly problems: readonly FileProblem[]
  /** The files that scenes and rules stand in, for advice that names a place in them. */
  readonly sources: Sources
}

export interface Sources {
  readonly scenes: readonly CheckedFile<Scene>[]
  readonly rules: readonly CheckedFile<Rule>[]
}

export interface SourceFile {
  /** Relative to the content folder, with forward slashes. */
  readonly path: string
  readonly text: string
}

/**
 * Reads a content folder: `rooms/<room>/room.yaml`, `<room>/<scene>.yaml` `<room>/rules/<rule>.yaml` and what lies in `products/`. A file with a problem is left
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
  const shop = readShopContent(files, rooms, problems)
  const sources = { scenes: [] as CheckedFile<Scene>[], rules: [] as CheckedFile<Rule>[] }
  const scenes = new Map<string, Scene>()
  for (const file of files.filter((candidate) => isSceneFile(candidate.path))) {
    const result = readYamlFile(file.path, file.text, scene, sceneVersions)
    const found = [...problemsOf(result), ...sceneProblems(result.draft, rooms, scenes)]
    problems.push(...found)
    if (!result.ok || found.length > 0) continue
    scenes.set(result.checked.value.id, result.checked.value)
    sources.scenes.push(result.checked)
  }
  const rules = new Map<string, Rule>()
  for (const file of files.filter((candidate) => isRuleFile(candidate.path))) {
    const result = readYamlFile(file.path, file.text, rule, ruleVersions)
    const found = [...problemsOf(result), ...ruleProblems(result.draft, rooms, scenes, rules)]
    problems.push(...found)
    if (!result.ok || found.length > 0) continue
    rules.set(result.checked.value.id, result.checked.value)
    sources.rules.push(result.checked)
  }
  return {
    rooms: [...rooms.values()],
    scenes: inOrder(scenes),
    rules: inOrder(rules),
    shop,
    problems,
    sources,
  }
}

function inOrder<T extends { readonly order: number; readonly id: string }>(
  all: ReadonlyMap<string, T>,
): T[] {
  return [...all.values()].sort((a, b) => a.order - b.order || a.id.localeCompare(b.id))
}

export function isRoomFile(path: string): boolean {
  return /^rooms\/[^/]+\/room\.ya?ml$/.test(path)
}

/** Scenes lie one folder deep; `rooms/` and `furniture/` hold other things. */
export function isSceneFile(path: string): boolean {
  return /^[^/]+\/[^/]+\.ya?ml$/.test(path) && !/^(rooms|furniture|playlists|products)\//.test(path)
}

export function isRuleFile(path: string): boolean {
  return /^[^/]+\/rules\/[^/]+\.ya?ml$/.test(path) && !path.startsWith('rooms/')
}

/** Everything that a content folder holds for the kiosk. */
export function isContentFile(path: string): boolean {
  return [isRoomFile, isSceneFile, isRuleFile, isProductFile, isPriceListFile, isStoreFile].some((is) =>
    is(path),
  )
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
    problems.push(
      checked.problemAt(
        ['id'],
        `a room is named as its folder, "${folder}"`,
        `write "${folder}", or rename the folder`,
      ),
    )
  if (rooms.has(room.id))
    problems.push(checked.problemAt(['id'], `there is another room "${room.id}"`, giveAnother))
  const seen = new Set<string>()
  room.fixtures.forEach((fixture, index) => {
    if (seen.has(fixture.id)) {
      const message = `there is another fixture "${fixture.id}"`
      problems.push(checked.problemAt(['fixtures', index, 'id'], message, giveAnother))
    }
    seen.add(fixture.id)
  })
  room.fixtures.forEach((fixture, index) => {
    if (fixture.kind !== 'remote' || typeof fixture.controls === 'string') return
    const { controls } = fixture
    controls.forEach((id, at) => {
      const problem = controlProblem(room, controls, id, at)
      if (problem === null) return
      const hint = 'name each lamp and plug that it controls once'
      problems.push(checked.problemAt(['fixtures', index, 'controls', at], problem, hint))
    })
  })
  return problems
}

function controlProblem(
  room: RoomDescription,
  controls: readonly string[],
  id: string,
  at: number,
): string | null {
  if (controls.indexOf(id) !== at) return `"${id}" is named twice`
  const controlled = room.fixtures.find((fixture) => fixture.id === id)
  const known = room.fixtures.filter(({ kind }) => kind === 'light' || kind === 'plug')
  if (controlled !== undefined && known.includes(controlled)) return null
  const names = known.map((fixture) => fixture.id).join(', ')
  return controlled === undefined
    ? `this room has no fixture "${id}" (lamps and plugs: ${names})`
    : `a remote cannot control a ${controlled.kind} (lamps and plugs: ${names})`
}
