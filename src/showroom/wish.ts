import type { Colour } from '../contract/colour.ts'
import type { FixtureId, RoomId } from '../contract/ids.ts'

/** Where something is: a fixture of a room. */
export interface Place {
  readonly room: RoomId
  readonly fixture: FixtureId
}

export function placeKey(place: Place): string {
  return `${place.room}/${place.fixture}`
}

export interface LightWish {
  readonly kind: 'light'
  readonly on: boolean
  /** Present when the lamp shall be on. */
  readonly brightness?: number
  readonly colour?: Colour
  readonly transitionMs: number
  /** Part of a movement that a finger is still making: newer ones follow, and only the newest matters. */
  readonly steady?: boolean
}

/** What a fixture shall be: the engine's word, before the flash guard and before any device is known. */
export type FixtureWish =
  | LightWish
  | { readonly kind: 'plug'; readonly on: boolean }
  | { readonly kind: 'blind'; readonly openness: number }

export interface PlannedWish {
  readonly place: Place
  readonly wish: FixtureWish
}
