import type { Colour } from '../contract/colour.ts'
import type { FixtureState, LightState } from '../contract/fixture-state.ts'
import { hexToChromaticity } from '../light/hex-colour.ts'
import type { Fixture, LightFixture, RoomDescription } from '../showroom/room.ts'
import type { Scene, SceneTarget } from '../showroom/scene.ts'

/** A way to look at a room: its fixtures as they would be, and daylight from 0 (night) to 1 (a bright day). */
export interface Look {
  readonly name: string
  readonly daylight: number
  readonly fixtures: readonly FixtureState[]
}

const dusk = 0.12
const usualKelvin = 2700

/** Every scene of a room at dusk, then the room by day, dark, and with each lamp alone at its least. */
export function looksOf(room: RoomDescription, scenes: readonly Scene[]): Look[] {
  const state = (targets: Readonly<Record<string, SceneTarget>>) =>
    room.fixtures.map((fixture) => fixtureState(room, fixture, targets[fixture.id] ?? {}))
  const off = Object.fromEntries(room.fixtures.map(({ id }) => [id, { on: false, openness: 0 }]))
  const lamps = room.fixtures.filter((fixture) => fixture.kind === 'light')
  return [
    ...scenes
      .filter((scene) => scene.room === room.id)
      .map((scene) => ({ name: scene.id, daylight: dusk, fixtures: state(scene.fixtures) })),
    {
      name: 'daylight',
      daylight: 1,
      fixtures: state(Object.fromEntries(room.fixtures.map(({ id }) => [id, { on: false, openness: 1 }]))),
    },
    { name: 'all off', daylight: 0, fixtures: state(off) },
    {
      name: 'all on',
      daylight: 0,
      fixtures: state(Object.fromEntries(lamps.map(({ id }) => [id, { brightness: 1 }]))),
    },
    ...lamps.map(({ id }) => ({
      name: `only ${id}`,
      daylight: 0,
      fixtures: state({ ...off, [id]: { brightness: 0.7 } }),
    })),
    ...lamps.slice(0, 1).map(({ id }) => ({
      name: `${id} at its least`,
      daylight: 0,
      fixtures: state({ ...off, [id]: { brightness: 0.01 } }),
    })),
  ]
}

function fixtureState(room: RoomDescription, fixture: Fixture, target: SceneTarget): FixtureState {
  const place = { id: fixture.id, room: room.id, name: fixture.name, reach: 'reachable' } as const
  switch (fixture.kind) {
    case 'light':
      return { ...place, ...lightState(fixture, target) }
    case 'blind':
      return { ...place, kind: 'blind', openness: target.openness ?? 1, fade: null }
    case 'plug':
      return { ...place, kind: 'plug', on: target.on ?? false }
    case 'motion':
      return { ...place, kind: 'motion', occupied: false }
    case 'contact':
      return { ...place, kind: 'contact', open: false }
    case 'remote':
      return { ...place, kind: 'remote', lastPress: null }
  }
}

type LitPart = Pick<LightState, 'kind' | 'ability' | 'on' | 'brightness' | 'colour' | 'fade'>

function lightState(lamp: LightFixture, target: SceneTarget): LitPart {
  const kelvin = lamp.kelvin ?? null
  const named = target.colour === undefined ? null : hexToChromaticity(target.colour)
  const white = Math.min(kelvin?.max ?? usualKelvin, Math.max(kelvin?.min ?? usualKelvin, usualKelvin))
  const colour: Colour = named ? { mode: 'xy', ...named } : { mode: 'kelvin', kelvin: target.kelvin ?? white }
  return {
    kind: 'light',
    ability: { kelvin, colour: lamp.colour },
    on: target.on ?? target.brightness !== undefined,
    brightness: target.brightness ?? 1,
    colour,
    fade: null,
  }
}
