import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId } from '../contract/ids.ts'
import type { Clock } from './clock.ts'
import type { FixtureBoard } from './fixture-board.ts'
import type { FlashGuard } from './flash-guard.ts'
import { pictureOfWish } from './picture.ts'
import { type FixtureWish, mergeWishes, type Place, wholeWish } from './wish.ts'

export interface ProspectParts {
  readonly board: FixtureBoard
  readonly guard: FlashGuard
  readonly clock: Clock
  /** What was wished of a fixture last, by whomever. */
  readonly wishOf: (place: Place) => FixtureWish | null
}

/** The fixtures as they will be when all that was wished of them is done: new wishes start from there. */
export class Prospect {
  private readonly parts: ProspectParts

  constructor(parts: ProspectParts) {
    this.parts = parts
  }

  all(): FixtureState[] {
    return this.parts.board.all().map((state) => this.of(state))
  }

  /** Those of a room that have these names, in the order that the room lists them. */
  among(room: RoomId, names: readonly string[]): FixtureState[] {
    return this.parts.board.among(room, names).map((state) => this.of(state))
  }

  of(state: FixtureState): FixtureState {
    const wish = this.parts.guard.pending({ room: state.room, fixture: state.id })
    return wish === null ? state : pictureOfWish(state, wish, this.parts.clock.now())
  }

  /** Whether it is not there yet. */
  isOnItsWay(state: FixtureState): boolean {
    const wish = this.parts.guard.pending({ room: state.room, fixture: state.id })
    return wish !== null || (state.kind === 'light' && state.fade !== null)
  }

  /**
   * The wish that makes it so: of a fixture that does not answer, what was wished of it last, and so of a blind, which
   * takes half a minute and tells meanwhile how far it is.
   */
  wish(place: Place): FixtureWish | null {
    const state = this.parts.board.get(place)
    const whole = state === null ? null : wholeWish(this.of(state))
    const tellsLess = state?.reach === 'unreachable' || state?.kind === 'blind'
    const wish = tellsLess ? this.parts.wishOf(place) : null
    return whole === null || wish === null ? whole : mergeWishes(whole, wish)
  }
}
