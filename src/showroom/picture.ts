import type { FixtureState } from '../contract/fixture-state.ts'
import type { DeviceReport } from './device.ts'
import { fulfils } from './scene-recognition.ts'
import { type FixtureWish, wholeWish } from './wish.ts'

/** A blind's full travel; what it really takes, its reports tell. */
const blindTravelMs = 20_000

/** The picture once the dongle confirmed a wish: the commanded values, with the fade that leads there. */
export function pictureOfWish(state: FixtureState, wish: FixtureWish, nowMs: number): FixtureState {
  if (state.kind === 'light' && wish.kind === 'light') {
    return {
      ...state,
      on: wish.on,
      brightness: wish.brightness ?? state.brightness,
      colour: wish.colour ?? state.colour,
      fade: { startedAtMs: nowMs, durationMs: wish.transitionMs },
    }
  }
  if (state.kind === 'plug' && wish.kind === 'plug') return { ...state, on: wish.on }
  if (state.kind === 'blind' && wish.kind === 'blind') {
    const durationMs = Math.abs(wish.openness - state.openness) * blindTravelMs
    return { ...state, openness: wish.openness, fade: { startedAtMs: nowMs, durationMs } }
  }
  return state
}

/** The picture as the device itself says it is. */
export function pictureOfReport(state: FixtureState, report: DeviceReport, nowMs: number): FixtureState {
  const reach = 'reachable' as const
  switch (state.kind) {
    case 'light': {
      const on = report.on ?? state.on
      return {
        ...state,
        reach,
        on,
        // A lamp that is off may report its lowest level: it keeps what it will have when it is lit again.
        brightness: on ? (report.brightness ?? state.brightness) : state.brightness,
        colour: report.colour ?? state.colour,
        fade: null,
      }
    }
    case 'plug':
      return { ...state, reach, on: report.on ?? state.on }
    case 'blind':
      return { ...state, reach, openness: report.openness ?? state.openness, fade: null }
    case 'motion':
      return { ...state, reach, occupied: report.occupied ?? state.occupied }
    case 'contact':
      return { ...state, reach, open: report.open ?? state.open }
    case 'remote': {
      const lastPress =
        report.pressed === undefined ? state.lastPress : { button: report.pressed, atMs: nowMs }
      return { ...state, reach, lastPress }
    }
  }
}

/** The picture of a fixture whose device does not answer: nothing that is not known to be lit stays lit. */
export function pictureOfSilence(state: FixtureState): FixtureState {
  switch (state.kind) {
    case 'light':
      return { ...state, reach: 'unreachable', on: false, fade: null }
    case 'plug':
      return { ...state, reach: 'unreachable', on: false }
    case 'motion':
      return { ...state, reach: 'unreachable', occupied: false }
    case 'blind':
      return { ...state, reach: 'unreachable', fade: null }
    case 'contact':
    case 'remote':
      return { ...state, reach: 'unreachable' }
  }
}

/** When the change that the picture shows will be over, on the showroom's clock; null when nothing moves. */
export function fadeEnd(state: FixtureState): number | null {
  if (state.kind !== 'light' && state.kind !== 'blind') return null
  return state.fade === null ? null : state.fade.startedAtMs + state.fade.durationMs
}

/** The picture when the change it shows is over. */
export function pictureAtRest(state: FixtureState): FixtureState {
  return state.kind === 'light' || state.kind === 'blind' ? { ...state, fade: null } : state
}

/** Whether two pictures of a fixture are the same, within what devices can tell apart. */
export function isAlike(state: FixtureState, other: FixtureState): boolean {
  const wish = wholeWish(state)
  return wish === null || fulfils(other, wish)
}

/** Whether a device's own words tell all that the picture shows, and agree. */
export function isAsSaid(state: FixtureState, words: DeviceReport): boolean {
  if (state.kind === 'plug') return words.on === state.on
  if (state.kind !== 'light' || words.on !== state.on) return false
  if (!state.on) return true
  const hasColour = state.ability.kelvin !== null || state.ability.colour
  if (words.brightness === undefined || (hasColour && words.colour === undefined)) return false
  const { on, brightness, colour } = state
  const wish = { kind: 'light', on, brightness, ...(hasColour ? { colour } : {}), transitionMs: 0 } as const
  return fulfils({ ...state, ...words }, wish)
}
