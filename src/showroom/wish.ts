import type { Colour } from '../contract/colour.ts'
import type { FixtureState } from '../contract/fixture-state.ts'
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
  /** 0..1; of a lamp that shall be off: what it will have when it is switched on again. */
  readonly brightness?: number
  readonly colour?: Colour
  readonly transitionMs: number
  /** Part of a movement that a finger is still making: newer ones follow, and only the newest matters. */
  readonly steady?: boolean
  /** The lamp did not do it when it was asked first: the picture waits for its own word. */
  readonly again?: boolean
  /** The lamp only shows staff which one it is, for a moment: its picture stays, and nobody takes it for a wish. */
  readonly signal?: boolean
}

/** What a fixture shall be: the engine's word, before the flash guard and before any device is known. */
export type FixtureWish =
  | LightWish
  | {
      readonly kind: 'plug'
      readonly on: boolean
      readonly again?: boolean
      readonly signal?: boolean
    }
  | { readonly kind: 'blind'; readonly openness: number }

/** Whether the device only shows staff which one it is. */
export function isSignal(wish: FixtureWish): boolean {
  return wish.kind !== 'blind' && wish.signal === true
}

export interface PlannedWish {
  readonly place: Place
  readonly wish: FixtureWish
}

/** The newer wish wins; what it leaves open stays as the older one had it. */
export function mergeWishes(older: FixtureWish, newer: FixtureWish): FixtureWish {
  if (older.kind !== 'light' || newer.kind !== 'light') return newer
  const brightness = newer.brightness ?? older.brightness
  const colour = newer.colour ?? older.colour
  return {
    ...newer,
    ...(brightness === undefined ? {} : { brightness }),
    ...(colour === undefined ? {} : { colour }),
  }
}

/** The wish that makes a fixture what it is now; null for one that cannot be set. */
export function wholeWish(state: FixtureState): FixtureWish | null {
  switch (state.kind) {
    case 'light': {
      const { on, brightness, colour } = state
      return { kind: 'light', on, brightness, colour, transitionMs: 400 }
    }
    case 'plug':
      return { kind: 'plug', on: state.on }
    case 'blind':
      return { kind: 'blind', openness: state.openness }
    case 'motion':
    case 'contact':
    case 'remote':
      return null
  }
}
