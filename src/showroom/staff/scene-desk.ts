import { type RoomId, roomId, type SceneId, sceneId } from '../../contract/ids.ts'
import type { SceneWords, StaffScenes } from '../../contract/staff/staff-scene.ts'
import { captured, ownSceneId, sceneFile } from '../own-scenes/capture.ts'
import { mostOwnScenes, type OwnFile, type OwnRecord, type OwnScenes } from '../own-scenes/own-record.ts'
import type { SceneExchange } from '../own-scenes/scene-exchange.ts'
import { readOwnFiles } from '../own-scenes/scene-shelf.ts'
import type { Scene } from '../scene.ts'
import type { Showroom } from '../showroom.ts'
import { problemSentence } from '../yaml-file.ts'
import type { StaffNews } from './staff-news.ts'

/** So many changes can be taken back, until the next start. */
const mostSteps = 20

export interface SceneDeskParts {
  readonly showroom: Showroom
  readonly own: OwnScenes
  /** Whether what plays now lets the store show scenes of its own. */
  readonly allowed: boolean
  readonly exchange: SceneExchange
  readonly news: StaffNews
}

/** What became of a change of scenes. */
export type SceneChange = 'done' | Refusal
type Refusal = 'not-allowed' | 'unknown' | 'too-many' | 'nothing-to-undo'

/** What staff do with scenes: make the room as it is into one, name, arrange, hide and exchange them. */
export class SceneDesk {
  private readonly parts: SceneDeskParts
  private readonly before: OwnRecord[] = []
  /** Changes go one after the other, each from what the one before has left. */
  private under: Promise<unknown> = Promise.resolve()

  constructor(parts: SceneDeskParts) {
    this.parts = parts
  }

  state(): StaffScenes {
    const { allowed, showroom } = this.parts
    const scenes = showroom.shelved().map(({ scene, origin, hidden }) => {
      const { id, room, title, story, icon } = scene
      return { id, room, title, story, icon, origin, hidden }
    })
    return { allowed, scenes, canUndo: this.before.length > 0 }
  }

  /** The new scene's id, or why there is none. */
  capture(room: RoomId, words: SceneWords): Promise<{ scene: SceneId } | Refusal> {
    return this.inTurn(async () => {
      const { showroom, own } = this.parts
      if (!showroom.given.rooms.some(({ id }) => id === room)) return 'unknown'
      const taken = [
        ...own.current.files.map((file) => file.scene),
        ...showroom.given.scenes.map(({ id }) => id),
      ]
      const scene = sceneId.parse(ownSceneId(words.title.en, new Set<string>(taken)))
      const text = sceneFile(scene, room, words, this.targets(room))
      const done = await this.put({ room, scene, text })
      return done === 'done' ? { scene } : done
    })
  }

  recapture(room: RoomId, id: SceneId): Promise<SceneChange> {
    return this.inTurn(async () => {
      const scene = this.find(room, id)
      if (scene === null) return 'unknown'
      return this.put({ room, scene: id, text: sceneFile(id, room, scene, this.targets(room)) })
    })
  }

  name(room: RoomId, id: SceneId, words: SceneWords): Promise<SceneChange> {
    return this.inTurn(async () => {
      const scene = this.find(room, id)
      const isOwn = this.parts.own.current.files.some((file) => file.room === room && file.scene === id)
      if (scene === null || !isOwn) return 'unknown'
      return this.put({ room, scene: id, text: sceneFile(id, room, words, scene.fixtures) })
    })
  }

  remove(room: RoomId, id: SceneId): Promise<SceneChange> {
    return this.inTurn(async () => {
      const { current } = this.parts.own
      const files = current.files.filter((file) => file.room !== room || file.scene !== id)
      return files.length === current.files.length ? 'unknown' : this.change({ ...current, files })
    })
  }

  arrange(room: RoomId, order: SceneId[], hidden: SceneId[]): Promise<SceneChange> {
    return this.inTurn(async () => {
      const { current } = this.parts.own
      return this.change({ ...current, rooms: { ...current.rooms, [room]: { order, hidden } } })
    })
  }

  undo(): Promise<SceneChange> {
    return this.inTurn(async () => {
      const last = this.before.at(-1)
      if (last === undefined) return 'nothing-to-undo'
      if (!this.parts.allowed) return 'not-allowed'
      await this.parts.own.save(last)
      this.before.pop()
      this.lay()
      return 'done'
    })
  }

  /** How many files were written. */
  async export(): Promise<number> {
    const { own, exchange } = this.parts
    const { files } = own.current
    await exchange.save(files.map(({ room, scene, text }) => ({ path: `${room}/${scene}.yaml`, text })))
    return files.length
  }

  /** How many scenes were taken over, what is wrong with them, or why none may be. */
  import(): Promise<{ taken: number; problems: readonly string[] } | Refusal> {
    return this.inTurn(async () => {
      const { own, exchange, showroom } = this.parts
      const incoming = await exchange.found()
      const named = incoming.map(({ path, text }) => {
        const [room = '', name = ''] = path.replace(/\.ya?ml$/, '').split('/')
        return { path, room: roomId.safeParse(room), scene: sceneId.safeParse(name), text }
      })
      const files = named.flatMap(({ room, scene, text }): OwnFile[] =>
        room.success && scene.success ? [{ room: room.data, scene: scene.data, text }] : [],
      )
      const misnamed = named.filter(({ room, scene }) => !room.success || !scene.success)
      const { files: read, problems } = readOwnFiles(files, showroom.given, 'exchange')
      const told = [
        ...misnamed.map(
          ({ path }) => `${path}: room and scene are named in small letters, digits and hyphens`,
        ),
        ...problems.map(problemSentence),
      ]
      if (told.length > 0) return { taken: 0, problems: told }
      // Files for rooms that this store has not are left where they are.
      const taken = files.filter(({ scene }) => read.has(scene))
      const kept = own.current.files.filter((file) => !taken.some(({ scene }) => scene === file.scene))
      if (kept.length + taken.length > mostOwnScenes) return 'too-many'
      const done =
        taken.length === 0 ? 'done' : await this.change({ ...own.current, files: [...kept, ...taken] })
      return done === 'done' ? { taken: taken.length, problems: [] } : done
    })
  }

  get folder(): string {
    return this.parts.exchange.folder
  }

  private targets(room: RoomId): ReturnType<typeof captured> {
    const { showroom } = this.parts
    const description = showroom.given.rooms.find(({ id }) => id === room)
    return description === undefined ? {} : captured(description, showroom.standing(room))
  }

  private find(room: RoomId, id: SceneId): Scene | null {
    return (
      this.parts.showroom.shelved().find(({ scene }) => scene.room === room && scene.id === id)?.scene ?? null
    )
  }

  private async put(file: OwnFile): Promise<SceneChange> {
    const { current } = this.parts.own
    const others = current.files.filter(({ scene }) => scene !== file.scene)
    if (others.length >= mostOwnScenes) return 'too-many'
    return this.change({ ...current, files: [...others, file] })
  }

  private async change(record: OwnRecord): Promise<SceneChange> {
    const { own, allowed } = this.parts
    if (!allowed) return 'not-allowed'
    const before = own.current
    await own.save(record)
    this.before.push(before)
    if (this.before.length > mostSteps) this.before.shift()
    this.lay()
    return 'done'
  }

  private lay(): void {
    const { showroom, own, news } = this.parts
    showroom.layScenes(own.current)
    news.tell({ kind: 'scenes', scenes: this.state() })
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = this.under.then(task)
    this.under = done.catch(() => {})
    return done
  }
}
