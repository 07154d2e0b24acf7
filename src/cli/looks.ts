import type { Colour } from '../contract/colour.ts'
import type { FixtureState, LightState } from '../contract/fixture-state.ts'
import { writtenChromaticity } from '../light/written-colour.ts'
import type { Fixture, LightFixture, RoomDescription } from '../showroom/room.ts'
import { type Scene, type SceneTarget, targetsAtRest } from '../showroom/scene.ts'

/** A way to look at a room: its fixtures as they would be, and the time of day outside, hours 0..24. */
export interface Look {
  readonly name: string
  readonly hour: number
  readonly fixtures: readonly FixtureState[]
}

export const duskHour = 19
const night = 23
const usualKelvin = 2700
const partyColours = ['#ff2d6f', '#3f6bff', '#19d3a2', '#a13cff', '#ff7a1a'] as const

/**
 * Every scene of a room at dusk; the room alone with the day; evening, a party in colours, and night with one
 * lamp at its least and with none; then each lamp alone.
 */
export function looksOf(room: RoomDescription, scenes: readonly Scene[]): Look[] {
  const state = (targets: Readonly<Record<string, SceneTarget>>) =>
    room.fixtures.map((fixture) => fixtureState(room, fixture, targets[fixture.id] ?? {}))
  const all = (target: SceneTarget) => Object.fromEntries(room.fixtures.map(({ id }) => [id, target]))
  const off = all({ on: false, openness: 0 })
  const lamps = room.fixtures.filter((fixture) => fixture.kind === 'light')
  const party = lamps
    .filter(({ colour }) => colour)
    .map(({ id }, i) => [id, { brightness: 1, colour: partyColours[i % partyColours.length] }] as const)
  const look = (name: string, hour: number, targets: Readonly<Record<string, SceneTarget>>): Look => ({
    name,
    hour,
    fixtures: state(targets),
  })
  return [
    ...scenes
      .filter((scene) => scene.room === room.id)
      .map((scene) => look(scene.id, duskHour, targetsAtRest(scene))),
    look('morning', 8, all({ on: false, openness: 1 })),
    look('noon', 12.5, all({ on: false, openness: 1 })),
    look('evening sun', 18, all({ on: false, openness: 1 })),
    look('dusk', 19.75, all({ brightness: 0.35, openness: 0.6 })),
    look('evening', 21.5, all({ brightness: 0.5, openness: 0.3 })),
    look('party', night, { ...off, ...Object.fromEntries(party) }),
    look('all off', night, off),
    look('all on', night, all({ brightness: 1, openness: 1 })),
    ...lamps.map(({ id }) => look(`only ${id}`, night, { ...off, [id]: { brightness: 0.7 } })),
    ...lamps
      .slice(0, 1)
      .map(({ id }) => look(`${id} at its least`, night, { ...off, [id]: { brightness: 0.01 } })),
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
  const named = target.colour === undefined ? null : writtenChromaticity(target.colour)
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
