import type { FixtureState, LightAbility } from '../contract/fixture-state.ts'
import type { FixtureId, RoomId } from '../contract/ids.ts'
import type { Fixture, RoomDescription } from './room.ts'
import { type Place, placeKey } from './wish.ts'

/** What a lamp without any other word is: a warm white. */
export const plainWhite = { mode: 'kelvin', kelvin: 2700 } as const

/** The picture of every fixture, and the one place that changes it. */
export class FixtureBoard {
  private readonly states = new Map<string, FixtureState>()
  /** Where each stands in its room's list. */
  private readonly order = new Map<string, number>()
  private readonly announce: (state: FixtureState, before: FixtureState) => void

  /** `announce` hears every state that differs from the one before. */
  constructor(
    rooms: readonly RoomDescription[],
    announce: (state: FixtureState, before: FixtureState) => void,
  ) {
    for (const room of rooms) {
      for (const fixture of room.fixtures) {
        const state = initialState(room.id, fixture)
        const key = placeKey({ room: room.id, fixture: fixture.id })
        this.order.set(key, this.order.size)
        this.states.set(key, state)
      }
    }
    this.announce = announce
  }

  get(place: Place): FixtureState | null {
    return this.states.get(placeKey(place)) ?? null
  }

  put(state: FixtureState): void {
    const key = placeKey({ room: state.room, fixture: state.id })
    const before = this.states.get(key)
    if (before === undefined || JSON.stringify(before) === JSON.stringify(state)) return
    this.states.set(key, state)
    this.announce(state, before)
  }

  /** Those of a room that have these names, in the order that the room lists them. */
  among(room: RoomId, names: readonly string[]): FixtureState[] {
    const keys = names.map((name) => `${room}/${name}`).filter((key) => this.states.has(key))
    const inOrder = keys.sort((a, b) => (this.order.get(a) ?? 0) - (this.order.get(b) ?? 0))
    return inOrder.flatMap((key) => this.states.get(key) ?? [])
  }

  /** Makes of a fixture's picture what `next` says; nothing where there is no such fixture. */
  update(place: Place, next: (state: FixtureState) => FixtureState): void {
    const state = this.get(place)
    if (state !== null) this.put(next(state))
  }

  all(): FixtureState[] {
    return [...this.states.values()]
  }
}

function initialState(room: RoomId, fixture: Fixture): FixtureState {
  const base: { id: FixtureId; room: RoomId; name: Fixture['name']; reach: 'unbound' } = {
    id: fixture.id,
    room,
    name: fixture.name,
    reach: 'unbound',
  }
  switch (fixture.kind) {
    case 'light': {
      const ability: LightAbility = { kelvin: fixture.kelvin ?? null, colour: fixture.colour }
      return { ...base, kind: 'light', ability, on: false, brightness: 1, colour: plainWhite, fade: null }
    }
    case 'blind':
      return { ...base, kind: 'blind', openness: 1, ...(fixture.lowers ? { lowers: true } : {}), fade: null }
    case 'plug':
      return { ...base, kind: 'plug', on: false }
    case 'motion':
      return { ...base, kind: 'motion', occupied: false }
    case 'contact':
      return { ...base, kind: 'contact', open: false }
    case 'remote':
      return { ...base, kind: 'remote', lastPress: null }
  }
}
