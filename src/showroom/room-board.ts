import type { RoomId, SceneId } from '../contract/ids.ts'
import type { RoomCard, SceneArrival } from '../contract/showroom-state.ts'
import type { RoomDescription } from './room.ts'

/** What is said of each room: the scene that runs in it, and how the one played last went. */
export class RoomBoard {
  private readonly cards: Map<RoomId, RoomCard>
  private readonly announce: (card: RoomCard) => void

  /** `announce` hears every card that differs from the one before. */
  constructor(
    rooms: readonly RoomDescription[],
    bakes: ReadonlyMap<RoomId, string>,
    announce: (card: RoomCard) => void,
  ) {
    this.cards = new Map(
      rooms.map(({ id, name }) => {
        const bake = bakes.get(id)
        const baked = bake === undefined ? {} : { baked: `@${bake}` }
        return [id, { id, name, activeScene: null, ...baked, arrival: null }]
      }),
    )
    this.announce = announce
  }

  all(): RoomCard[] {
    return [...this.cards.values()]
  }

  activeScene(room: RoomId): SceneId | null {
    return this.cards.get(room)?.activeScene ?? null
  }

  setActiveScene(room: RoomId, activeScene: SceneId | null): void {
    this.put(room, { activeScene })
  }

  setArrival(room: RoomId, arrival: SceneArrival | null): void {
    this.put(room, { arrival })
  }

  private put(room: RoomId, news: Partial<RoomCard>): void {
    const before = this.cards.get(room)
    if (before === undefined) return
    const card = { ...before, ...news }
    if (JSON.stringify(card) === JSON.stringify(before)) return
    this.cards.set(room, card)
    this.announce(card)
  }
}
