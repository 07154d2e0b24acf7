import type { FixtureState, RemoteState } from '../../src/contract/fixture-state.ts'
import { isUnread } from '../app/keep-unread.ts'

/** A state in words that a shopper understands: a message of the page, and the share it speaks of. */
export interface FixtureStatus {
  readonly message:
    | `state.${'on' | 'off' | 'open' | 'closed' | 'partlyOpen' | 'up' | 'down' | 'partlyUp' | 'resting' | 'unread' | 'quiet' | 'someone' | 'tryRemote' | 'pressed'}`
    | `buttons.${'on' | 'off' | 'brighter' | 'dimmer'}`
    | 'percent'
  /** 0..1 */
  readonly share?: number
}

/** `level` is what the slider shows, 0..1, which is ahead of the fixture while a finger moves it. */
export function fixtureStatus(fixture: FixtureState, level?: number): FixtureStatus {
  if (fixture.reach === 'unreachable') return { message: 'state.resting' }
  if (isUnread(fixture)) return { message: 'state.unread' }
  switch (fixture.kind) {
    case 'light':
      return fixture.on
        ? { message: 'percent', share: level ?? fixture.brightness }
        : { message: 'state.off' }
    case 'blind':
      return blindStatus(level ?? fixture.openness, fixture.lowers === true)
    case 'plug':
      return { message: fixture.on ? 'state.on' : 'state.off' }
    case 'motion':
      return { message: fixture.occupied ? 'state.someone' : 'state.quiet' }
    case 'contact':
      return { message: fixture.open ? 'state.open' : 'state.closed' }
    case 'remote':
      return remoteStatus(fixture)
  }
}

function blindStatus(openness: number, lowers: boolean): FixtureStatus {
  if (openness >= 0.995) return { message: lowers ? 'state.up' : 'state.open' }
  if (openness < 0.005) return { message: lowers ? 'state.down' : 'state.closed' }
  return { message: lowers ? 'state.partlyUp' : 'state.partlyOpen', share: openness }
}

function remoteStatus({ lastPress }: RemoteState): FixtureStatus {
  switch (lastPress?.button) {
    case undefined:
      return { message: 'state.tryRemote' }
    case 'on':
      return { message: 'buttons.on' }
    case 'off':
      return { message: 'buttons.off' }
    case 'up':
    case 'hold-up':
    case 'hold-on':
    case 'rotate-up':
      return { message: 'buttons.brighter' }
    case 'down':
    case 'hold-down':
    case 'hold-off':
    case 'rotate-down':
      return { message: 'buttons.dimmer' }
    default:
      return { message: 'state.pressed' }
  }
}

export function isResting(fixture: FixtureState): boolean {
  return fixture.reach === 'unreachable'
}
