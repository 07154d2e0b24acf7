import type { FixtureState } from '../contract/fixture-state.ts'
import type { Content } from './content.ts'
import type { RoomBoard } from './room-board.ts'
import type { Scene } from './scene.ts'
import { recogniseScene } from './scene-recognition.ts'

/** Knows which scene runs in each room by what its lamps show. */
export class SceneWatch {
  private readonly content: Content
  private readonly rooms: RoomBoard

  constructor(content: Content, rooms: RoomBoard) {
    this.content = content
    this.rooms = rooms
  }

  /** The scenes that `fixtures` show in rooms where none is known to run. */
  shownUnnamed(fixtures: readonly FixtureState[]): Scene[] {
    return this.content.rooms.flatMap((room) => {
      if (this.rooms.activeScene(room.id) !== null) return []
      const scene = recogniseScene(this.scenesOf(room.id), fixtures)
      return scene === null ? [] : [scene]
    })
  }

  /** The scene that runs is the one that the lamps show, once nothing in its room is on its way. */
  review(fixtures: readonly FixtureState[], isOnItsWay: (state: FixtureState) => boolean): void {
    for (const room of this.content.rooms) {
      const states = fixtures.filter((state) => state.room === room.id)
      if (states.some(isOnItsWay)) continue
      const active = this.rooms.activeScene(room.id)
      // Of two scenes with the same lamps the one that was chosen goes on running.
      const chosenFirst = this.scenesOf(room.id).toSorted(
        (a, b) => Number(b.id === active) - Number(a.id === active),
      )
      this.rooms.setActiveScene(room.id, recogniseScene(chosenFirst, states)?.id ?? null)
    }
  }

  private scenesOf(room: Scene['room']): Scene[] {
    return this.content.scenes.filter((scene) => scene.room === room)
  }
}
