import type { ProductId } from '../../contract/ids.ts'
import { nearest } from '../hints.ts'
import type { RoomDescription } from '../room.ts'
import type { Scene, SceneTarget } from '../scene.ts'
import { names } from '../scene-check.ts'
import type { CheckedFile, DataPath, FileProblem } from '../yaml-file.ts'
import { restlessLamps } from './restless.ts'

/** A room's lamps share one group, and this many smaller sets of them get groups of their own. */
const mostSets = 4
/** So many frames are under way at a time; a moment with more reaches its last lamps visibly late. */
const framesAtOnce = 12
/** Lamps that do alike are one frame from this number on. */
const smallestGroup = 3

/** What is odd in a scene that is right by its schema. */
export function sceneAdvice(
  file: CheckedFile<Scene>,
  room: RoomDescription,
  products: ReadonlySet<ProductId>,
): FileProblem[] {
  const scene = file.value
  return [
    ...forgotten(file, scene, room),
    ...scene.products.flatMap((id, index) => {
      if (products.has(id)) return []
      const meant = nearest(id, products)
      const hint = meant === null ? 'describe it in a file of products/' : `did you mean "${meant}"?`
      return [file.problemAt(['products', index], `there is no product "${id}"`, hint)]
    }),
    ...restlessLamps(scene).map(({ path, message, hint }) => file.problemAt(path, message, hint)),
    ...radioAdvice(file, scene, room),
  ]
}

function forgotten(file: CheckedFile<Scene>, scene: Scene, room: RoomDescription): FileProblem[] {
  const named = new Set<string>([
    ...Object.keys(scene.fixtures),
    ...scene.moments.flatMap(({ fixtures }) => Object.keys(fixtures)),
    ...scene.palettes.flatMap(({ fixtures }) => fixtures),
    ...scene.leaves,
  ])
  const settable = room.fixtures.filter(({ kind }) => kind === 'light' || kind === 'plug' || kind === 'blind')
  const missing = settable.map(({ id }) => id).filter((id) => !named.has(id))
  if (missing.length === 0) return []
  const message = `says nothing of ${names(missing)}: ${missing.length === 1 ? 'it stays' : 'they stay'} as the scene before had ${missing.length === 1 ? 'it' : 'them'}`
  return [file.problemAt(['fixtures'], message, 'set them, or name them in "leaves" when that is meant')]
}

function radioAdvice(file: CheckedFile<Scene>, scene: Scene, room: RoomDescription): FileProblem[] {
  const lights = new Set<string>(room.fixtures.filter(({ kind }) => kind === 'light').map(({ id }) => id))
  const parts: { path: DataPath; targets: Readonly<Record<string, SceneTarget>> }[] = [
    { path: ['fixtures'], targets: scene.fixtures },
    ...scene.moments.map(({ fixtures }, index) => ({
      path: ['moments', index, 'fixtures'],
      targets: fixtures,
    })),
  ]
  const problems: FileProblem[] = []
  for (const { path, targets } of parts.slice(1)) {
    const frames = framesFor(Object.entries(targets).filter(([id]) => lights.has(id)))
    if (frames <= framesAtOnce) continue
    const message = `takes ${frames} radio messages at once, and only ${framesAtOnce} are under way at a time`
    const hint = 'let lamps do alike, or spread them over two moments'
    problems.push(file.problemAt(path, message, hint))
  }
  const sets = new Set(
    [...parts.map(({ targets }) => Object.keys(targets)), ...scene.palettes.map(({ fixtures }) => fixtures)]
      .map((ids) => ids.filter((id) => lights.has(id)).sort())
      .filter((ids) => ids.length >= smallestGroup)
      .map((ids) => ids.join()),
  )
  if (sets.size > mostSets) {
    const message = `speaks to ${sets.size} different sets of lamps, and lamps have room for ${mostSets} groups`
    problems.push(file.problemAt(['moments'], message, 'let several moments name the same lamps'))
  }
  return problems
}

function framesFor(targets: readonly (readonly [string, SceneTarget])[]): number {
  const alike = new Map<string, number>()
  for (const [, target] of targets) {
    const key = JSON.stringify(target)
    alike.set(key, (alike.get(key) ?? 0) + 1)
  }
  return [...alike.values()].reduce((sum, count) => sum + (count >= smallestGroup ? 1 : count), 0)
}
