import { type ButtonKey, type ButtonWord, buttonKeys } from '../contract/button.ts'
import type { Colour } from '../contract/colour.ts'
import type { FixtureState, LightState } from '../contract/fixture-state.ts'
import type { Intent } from '../contract/intent.ts'
import type { Clock } from './clock.ts'
import { dragIntervalMs, tapTransitionMs } from './scene-engine.ts'

export type FixtureIntent = Extract<Intent, { kind: 'switch' | 'dim' | 'tint' | 'move-blind' }>

/** A press of a dimming key changes the level by this. */
const levelStep = 0.2
/** Held, a lamp goes through its whole range in this time. */
const wholeRangeMs = 3500
/** Held, a white lamp goes from its warmest to its coolest in about this time. */
const wholeWhiteMs = 6000
const usualMireds = 300
/** A lamp that is dimmed stays lit. */
const lowestLevel = 0.01
/** A release that is lost on the air must not leave a remote held for ever. */
const longestHoldMs = 8000

export interface RemoteControlParts {
  readonly clock: Clock
  /** What the remote controls, as it will be when all that was wished of it is done. */
  readonly controlled: () => readonly FixtureState[]
  /** What belongs together: the hand is on a remote instead of the screen. */
  readonly touch: (intents: readonly FixtureIntent[]) => void
  /** Plays the scene after (1) or before (-1) the one that runs. */
  readonly playNext: (step: 1 | -1) => void
}

type Direction = 1 | -1

/** What a remote's keys do: each press becomes the intents that a finger on the screen would have sent. */
export class RemoteControl {
  private readonly parts: RemoteControlParts
  private holding: (() => void) | null = null
  /** Of keys that dim both ways: the other way each time. */
  private turn: Direction = -1

  constructor(parts: RemoteControlParts) {
    this.parts = parts
  }

  stop(): void {
    this.holding?.()
    this.holding = null
  }

  pressed(word: ButtonWord): void {
    this.stop()
    const [gesture, key] = partsOf(word)
    switch (gesture) {
      case 'press':
        if (key !== null) this.press(key)
        break
      case 'hold':
        if (key !== null) this.hold(key)
        break
      case 'rotate':
        this.step(key === 'up' ? 1 : -1)
        break
      case 'double':
        this.parts.playNext(1)
        break
      case 'triple':
        this.parts.playNext(-1)
        break
      case 'release':
        break
    }
  }

  private press(key: ButtonKey): void {
    switch (key) {
      case 'on':
      case 'off':
        this.switchAll(key === 'on')
        break
      case 'toggle':
      case 'button':
      case 'button-1':
        this.switchAll(!this.parts.controlled().some((state) => isLit(state)))
        break
      case 'up':
      case 'down':
        this.step(key === 'up' ? 1 : -1)
        break
      case 'right':
      case 'button-2':
      case 'button-4':
        this.parts.playNext(1)
        break
      case 'left':
      case 'button-3':
        this.parts.playNext(-1)
        break
    }
  }

  private hold(key: ButtonKey): void {
    switch (key) {
      case 'on':
      case 'up':
        this.dimWhileHeld(1)
        break
      case 'off':
      case 'down':
        this.dimWhileHeld(-1)
        break
      case 'left':
      case 'right':
        this.tintWhileHeld(key === 'left' ? 1 : -1)
        break
      case 'toggle':
      case 'button':
      case 'button-1':
      case 'button-2':
      case 'button-3':
      case 'button-4':
        this.turn = this.turn === 1 ? -1 : 1
        this.dimWhileHeld(this.turn)
        break
    }
  }

  private switchAll(on: boolean): void {
    const controlled = this.parts.controlled().filter(({ kind }) => kind === 'light' || kind === 'plug')
    this.parts.touch(controlled.map(({ room, id }) => ({ kind: 'switch', room, fixture: id, on })))
  }

  private step(direction: Direction): void {
    this.parts.touch(this.dimmed(direction * levelStep, false))
  }

  /** A steady movement, as a finger on a dimmer makes it, until the key is released. */
  private dimWhileHeld(direction: Direction): void {
    const step = (direction * dragIntervalMs) / wholeRangeMs
    this.whileHeld(dragIntervalMs, (last) => this.dimmed(last ? 0 : step, !last))
  }

  /** Warmer (1) or cooler (-1), step by step, until the key is released. Only what is lit changes. */
  private tintWhileHeld(direction: Direction): void {
    this.whileHeld(tapTransitionMs, (last) => {
      if (last) return []
      return this.lights().flatMap((state) => {
        const colour = tinted(state, direction)
        if (!state.on || colour === null) return []
        return [{ kind: 'tint', room: state.room, fixture: state.id, colour }]
      })
    })
  }

  private dimmed(change: number, steady: boolean): FixtureIntent[] {
    return this.lights().flatMap((state) => {
      const level = state.on ? state.brightness : 0
      const brightness = Math.min(1, Math.max(lowestLevel, level + change))
      if (!state.on && change <= 0) return []
      return [{ kind: 'dim', room: state.room, fixture: state.id, brightness, steady }]
    })
  }

  private lights(): LightState[] {
    return this.parts.controlled().filter((state) => state.kind === 'light')
  }

  /** Touches with what `next` says, again and again; once more, as the last, when it ends. */
  private whileHeld(intervalMs: number, next: (last: boolean) => FixtureIntent[]): void {
    const endsAt = this.parts.clock.now() + longestHoldMs
    let callOff = () => {}
    const tick = () => {
      if (this.parts.clock.now() >= endsAt) {
        this.stop()
        return
      }
      this.parts.touch(next(false))
      callOff = this.parts.clock.after(intervalMs, tick)
    }
    this.holding = () => {
      callOff()
      const last = next(true)
      if (last.length > 0) this.parts.touch(last)
    }
    tick()
  }
}

const gestures = ['double', 'triple', 'hold', 'rotate'] as const
type Gesture = (typeof gestures)[number] | 'press' | 'release'

/** What was done, and to which key; a release does not say which. */
function partsOf(word: ButtonWord): [Gesture, ButtonKey | null] {
  if (word === 'release') return ['release', null]
  const gesture = gestures.find((candidate) => word.startsWith(`${candidate}-`))
  const name = gesture === undefined ? word : word.slice(gesture.length + 1)
  return [gesture ?? 'press', buttonKeys.find((key) => key === name) ?? null]
}

function isLit(state: FixtureState): boolean {
  return (state.kind === 'light' || state.kind === 'plug') && state.on
}

function tinted(state: LightState, direction: Direction): Colour | null {
  if (state.ability.kelvin === null || state.colour.mode !== 'kelvin') return null
  const { min, max } = state.ability.kelvin
  const step = (direction * usualMireds * tapTransitionMs) / wholeWhiteMs
  const kelvin = 1e6 / (1e6 / state.colour.kelvin + step)
  return { mode: 'kelvin', kelvin: Math.min(max, Math.max(min, kelvin)) }
}
