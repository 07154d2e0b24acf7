import type { ButtonWord } from '../contract/button.ts'
import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId } from '../contract/ids.ts'
import type { Clock } from './clock.ts'
import { type FixtureIntent, RemoteControl } from './remote-control.ts'
import type { RemoteFixture, RoomDescription } from './room.ts'
import { type Place, placeKey } from './wish.ts'

export interface RemotesParts {
  readonly rooms: readonly RoomDescription[]
  readonly clock: Clock
  /** A room's fixtures, as they will be when all that was wished of them is done. */
  readonly fixtures: (room: RoomId) => readonly FixtureState[]
  readonly touch: (intents: readonly FixtureIntent[]) => void
  readonly playNext: (room: RoomId, step: 1 | -1) => void
}

/** The remotes and buttons of all rooms, each with what it controls. */
export class Remotes {
  private readonly controls: ReadonlyMap<string, RemoteControl>

  constructor(parts: RemotesParts) {
    const { clock, touch } = parts
    this.controls = new Map(
      parts.rooms.flatMap((room) =>
        room.fixtures.flatMap((fixture) => {
          if (fixture.kind !== 'remote' || fixture.controls === 'nothing') return []
          const control = new RemoteControl({
            clock,
            touch,
            controlled: () => parts.fixtures(room.id).filter((state) => isControlled(state, fixture)),
            playNext: (step) => parts.playNext(room.id, step),
          })
          return [[placeKey({ room: room.id, fixture: fixture.id }), control]]
        }),
      ),
    )
  }

  pressed(place: Place, word: ButtonWord): void {
    this.controls.get(placeKey(place))?.pressed(word)
  }

  stop(): void {
    for (const control of this.controls.values()) control.stop()
  }
}

function isControlled(state: FixtureState, { controls }: RemoteFixture): boolean {
  return typeof controls === 'string' ? state.kind === 'light' : controls.includes(state.id)
}
