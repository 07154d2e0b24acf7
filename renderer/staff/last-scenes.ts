import type { FixtureId, RoomId, SceneId } from '../../src/contract/ids.ts'
import type { SceneArrival, Snapshot } from '../../src/contract/showroom-state.ts'
import type { LocalizedText } from '../../src/contract/words.ts'

/** How the scene that was played last in a room went, with the names that staff know things by. */
export interface LastScene {
  readonly room: RoomId
  readonly scene: SceneId
  /** Null when the scene is not among the scenes any more. */
  readonly title: LocalizedText | null
  readonly outcome: SceneArrival['outcome']
  readonly missing: readonly {
    readonly id: FixtureId
    readonly name: LocalizedText
    readonly reason: SceneArrival['missing'][number]['reason']
  }[]
}

/** Of each room in which one was played. */
export function lastScenes({ rooms, scenes, fixtures }: Snapshot): LastScene[] {
  return rooms.flatMap(({ id: room, arrival }) => {
    if (arrival === null) return []
    const title = scenes.find(({ id }) => id === arrival.scene)?.title ?? null
    const missing = arrival.missing.flatMap(({ fixture, reason }) => {
      const state = fixtures.find((candidate) => candidate.room === room && candidate.id === fixture)
      return state === undefined ? [] : [{ id: fixture, name: state.name, reason }]
    })
    return [{ room, scene: arrival.scene, title, outcome: arrival.outcome, missing }]
  })
}
