import type { Colour } from '../contract/colour.ts'
import type { FixtureState, LightAbility, LightState } from '../contract/fixture-state.ts'
import type { RoomId } from '../contract/ids.ts'
import type { FixtureAim, Intent } from '../contract/intent.ts'
import { nearestWhite } from '../light/planckian-locus.ts'
import { writtenChromaticity } from '../light/written-colour.ts'
import type { Scene, SceneTarget } from './scene.ts'
import type { FixtureWish, LightWish, PlannedWish } from './wish.ts'

/** How long a lamp takes to follow a tap: quick to the eye, and never a flash. */
export const tapTransitionMs = 400
/** Several lamps that change together do so a little more slowly. */
const arrangeTransitionMs = 700
/** While a finger moves, newer values come this often; each is faded over until the next arrives. */
export const dragIntervalMs = 125

/** What a scene wants of the fixtures it names, in the order the room lists them. */
export function planScene(scene: Scene, fixtures: readonly FixtureState[]): PlannedWish[] {
  return planTargets(scene.room, scene.fixtures, scene.transition, fixtures)
}

/** What `targets` of a room mean for its fixtures as they are now. */
export function planTargets(
  room: RoomId,
  targets: Readonly<Record<string, SceneTarget>>,
  transitionMs: number,
  fixtures: readonly FixtureState[],
): PlannedWish[] {
  return fixtures.flatMap((state) => {
    const target = state.room === room ? targets[state.id] : undefined
    const wish = target === undefined ? null : wishFor(target, state, transitionMs)
    return wish === null ? [] : [{ place: { room: state.room, fixture: state.id }, wish }]
  })
}

function wishFor(target: SceneTarget, state: FixtureState, transitionMs: number): FixtureWish | null {
  switch (state.kind) {
    case 'light':
      return lightWish(target, state, transitionMs)
    case 'plug':
      return target.on === undefined ? null : { kind: 'plug', on: target.on }
    case 'blind':
      return target.openness === undefined ? null : { kind: 'blind', openness: target.openness }
    case 'motion':
    case 'contact':
    case 'remote':
      return null
  }
}

function lightWish(target: SceneTarget, state: LightState, sceneTransitionMs: number): LightWish {
  const transitionMs = target.transition ?? sceneTransitionMs
  const lacks = target.colour !== undefined && !state.ability.colour
  if (target.on === false || (lacks && target.otherwise === 'off'))
    return { kind: 'light', on: false, transitionMs }
  const colour = targetColour(target, state.ability)
  return {
    kind: 'light',
    on: true,
    brightness: target.brightness ?? state.brightness,
    ...(colour === null ? {} : { colour }),
    transitionMs,
  }
}

/** The colour a target means for a lamp of this ability, or null when the lamp shall keep the one it has. */
function targetColour(target: SceneTarget, ability: LightAbility): Colour | null {
  const chromaticity = target.colour === undefined ? null : writtenChromaticity(target.colour)
  if (chromaticity !== null) {
    if (ability.colour) return { mode: 'xy', ...chromaticity }
    if (ability.kelvin === null || target.otherwise === 'brightness-only') return null
    const { min, max } = ability.kelvin
    return { mode: 'kelvin', kelvin: nearestWhite(chromaticity, min, max) }
  }
  if (target.kelvin !== undefined) return withinAbility({ mode: 'kelvin', kelvin: target.kelvin }, ability)
  return null
}

/** The colour as near as a lamp gets to it, or null when it has nothing to choose from. */
export function withinAbility(colour: Colour, ability: LightAbility): Colour | null {
  if (colour.mode === 'xy') return ability.colour ? colour : null
  if (ability.kelvin === null) return null
  return { mode: 'kelvin', kelvin: Math.min(ability.kelvin.max, Math.max(ability.kelvin.min, colour.kelvin)) }
}

/** What a fixture shall be as a whole, as far as it can; null for what it cannot. */
export function planAim(aim: FixtureAim, state: FixtureState): FixtureWish | null {
  if (aim.kind === 'plug') return state.kind === 'plug' ? { kind: 'plug', on: aim.on } : null
  if (aim.kind === 'blind') return state.kind === 'blind' ? { kind: 'blind', openness: aim.openness } : null
  if (state.kind !== 'light') return null
  const colour = withinAbility(aim.colour, state.ability)
  const { on, brightness } = aim
  return {
    kind: 'light',
    on,
    brightness,
    ...(colour === null ? {} : { colour }),
    transitionMs: arrangeTransitionMs,
  }
}

/** What a touch on one fixture wants of it, or null when that fixture cannot do so. */
export function planTouch(
  intent: Extract<Intent, { kind: 'switch' | 'dim' | 'tint' | 'move-blind' }>,
  state: FixtureState,
): FixtureWish | null {
  switch (intent.kind) {
    case 'switch':
      if (state.kind === 'plug') return { kind: 'plug', on: intent.on }
      if (state.kind !== 'light') return null
      if (!intent.on) return { kind: 'light', on: false, transitionMs: tapTransitionMs }
      return { kind: 'light', on: true, brightness: state.brightness, transitionMs: tapTransitionMs }
    case 'dim':
      if (state.kind !== 'light') return null
      return {
        kind: 'light',
        on: true,
        brightness: intent.brightness,
        transitionMs: dragIntervalMs, // Of small steps: the flash guard gives larger ones more time.
        ...(intent.steady ? { steady: true } : {}),
      }
    case 'tint': {
      if (state.kind !== 'light') return null
      const colour = withinAbility(intent.colour, state.ability)
      if (colour === null) return null
      return { kind: 'light', on: true, brightness: state.brightness, colour, transitionMs: tapTransitionMs }
    }
    case 'move-blind':
      return state.kind === 'blind' ? { kind: 'blind', openness: intent.openness } : null
  }
}
