import type { Colour } from '../contract/colour.ts'
import type { FixtureState } from '../contract/fixture-state.ts'
import { type Scene, targetsAtRest } from './scene.ts'
import { planTargets } from './scene-engine.ts'
import { type FixtureWish, placeKey } from './wish.ts'

/** Lamps store levels in 253 steps and colour in mireds: this is as near as "the same" can be asked for. */
const brightnessTolerance = 0.02
const miredTolerance = 4
const chromaticityTolerance = 0.02

/**
 * The scene that the fixtures show, found by what they *are*: so a restarted showroom knows it again without
 * anything having been written down. Fixtures that cannot be heard neither prove nor disprove, nor do blinds,
 * which take half a minute to get there: a scene is what its lamps show.
 */
export function recogniseScene(scenes: readonly Scene[], fixtures: readonly FixtureState[]): Scene | null {
  return scenes.find((scene) => shows(scene, fixtures)) ?? null
}

function shows(scene: Scene, fixtures: readonly FixtureState[]): boolean {
  const heard = fixtures.filter(
    (state) => state.room === scene.room && (state.reach === 'reachable' || state.reach === 'unbound'),
  )
  const byPlace = new Map(heard.map((state) => [placeKey({ room: state.room, fixture: state.id }), state]))
  const wishes = planTargets(scene.room, targetsAtRest(scene), scene.transition, heard)
  if (!wishes.some(({ wish }) => wish.kind === 'light')) return false
  return wishes.every(({ place, wish }) => {
    const state = byPlace.get(placeKey(place))
    return state === undefined || fulfils(state, wish)
  })
}

/** Whether a fixture is what it was wished to be, within what devices can tell apart. */
export function fulfils(state: FixtureState, wish: FixtureWish): boolean {
  if (wish.kind === 'plug') return state.kind === 'plug' && state.on === wish.on
  if (wish.kind === 'blind') return true
  if (state.kind !== 'light' || state.on !== wish.on) return false
  if (!wish.on) return true
  const brightness = wish.brightness ?? state.brightness
  if (Math.abs(state.brightness - brightness) > brightnessTolerance) return false
  return wish.colour === undefined || sameColour(state.colour, wish.colour)
}

function sameColour(a: Colour, b: Colour): boolean {
  if (a.mode === 'kelvin' && b.mode === 'kelvin') {
    return Math.abs(1e6 / a.kelvin - 1e6 / b.kelvin) <= miredTolerance
  }
  if (a.mode === 'xy' && b.mode === 'xy') return Math.hypot(a.x - b.x, a.y - b.y) <= chromaticityTolerance
  return false
}
