import type { SceneId } from '../../contract/ids.ts'
import type { Content } from '../content.ts'
import { type Scene, scene } from '../scene.ts'
import { sceneProblems } from '../scene-check.ts'
import { sceneVersions } from '../scene-versions.ts'
import { type FileProblem, problemsOf, readYamlFile } from '../yaml-file.ts'
import { noOwnScenes, type OwnFile, type OwnRecord } from './own-record.ts'

/** Where a scene comes from: head office or what is built in, staff of this store, or staff in place of head office's. */
export type SceneOrigin = 'given' | 'own' | 'instead'

export interface ShelvedScene {
  readonly scene: Scene
  readonly origin: SceneOrigin
  readonly hidden: boolean
}

/**
 * The scenes of a showroom: what its content brings and, laid over it, what staff of the store have made. The content it
 * gives to others always has those of this moment.
 */
export class SceneShelf {
  /** The content with the store's own layer over it. */
  readonly content: Content
  private readonly given: Content
  private all: readonly ShelvedScene[] = []
  private found: readonly FileProblem[] = []

  constructor(given: Content, own: OwnRecord = noOwnScenes) {
    this.given = given
    const { shelf } = { shelf: this }
    this.content = {
      ...given,
      get scenes() {
        return shelf.all.map((each) => each.scene)
      },
    }
    this.lay(own)
  }

  /** All scenes, hidden ones too, in the order of their tiles. */
  get scenes(): readonly ShelvedScene[] {
    return this.all
  }

  /** Those that are offered to shoppers. */
  get offered(): readonly Scene[] {
    return this.all.filter(({ hidden }) => !hidden).map((each) => each.scene)
  }

  /** What is wrong with the store's own files; those are left out. */
  get problems(): readonly FileProblem[] {
    return this.found
  }

  /** Lays another store's layer over the content, in place of the one before. */
  lay(own: OwnRecord): void {
    const { files, problems } = readOwnFiles(own.files, this.given)
    const given = this.given.scenes.filter((each) => !files.has(each.id))
    const taken = new Set(this.given.scenes.map(({ id }) => id))
    const shelved = (each: Scene, origin: SceneOrigin): ShelvedScene => {
      const hidden = own.rooms[each.room]?.hidden.includes(each.id) ?? false
      return { scene: each, origin, hidden }
    }
    const laid = [
      ...given.map((each) => shelved(each, 'given')),
      ...[...files.values()].map((each) => shelved(each, taken.has(each.id) ? 'instead' : 'own')),
    ]
    this.all = laid.toSorted(
      (a, b) => place(a.scene, own) - place(b.scene, own) || asWritten(a.scene, b.scene),
    )
    this.found = problems
  }
}

/**
 * Files for rooms that are not shown now wait for these; a file with any other problem is left out and told. In place of
 * a scene of another room none can stand.
 */
export function readOwnFiles(
  own: readonly OwnFile[],
  { rooms, scenes }: Pick<Content, 'rooms' | 'scenes'>,
  folder = 'own-scenes',
): { files: ReadonlyMap<SceneId, Scene>; problems: readonly FileProblem[] } {
  const known = new Map(rooms.map((room) => [room.id, room]))
  const files = new Map<SceneId, Scene>()
  const problems: FileProblem[] = []
  for (const { room, scene: id, text } of own) {
    if (!known.has(room)) continue
    const path = `${folder}/${room}/${id}.yaml`
    const result = readYamlFile(path, text, scene, sceneVersions)
    const found = [...problemsOf(result), ...sceneProblems(result.draft, known, files)]
    const other = scenes.find((each) => each.id === id && each.room !== room)
    if (
      result.ok &&
      (result.checked.value.id !== id || result.checked.value.room !== room || other !== undefined)
    ) {
      const message = `this scene stands as "${room}/${id}"`
      found.push(result.checked.problemAt(['id'], message, `write "id: ${id}" and "room: ${room}"`))
    }
    problems.push(...found)
    if (result.ok && found.length === 0) files.set(id, result.checked.value)
  }
  return { files, problems }
}

function place({ room, id }: Scene, { rooms }: OwnRecord): number {
  const order: readonly string[] = rooms[room]?.order ?? []
  const index = order.indexOf(id)
  return index === -1 ? order.length : index
}

function asWritten(a: Scene, b: Scene): number {
  return a.order - b.order || a.id.localeCompare(b.id)
}
