import type { Colour } from '../contract/colour.ts'
import { dimmerToOutput } from '../light/dimmer.ts'
import { colourYield } from '../light/lamp-light.ts'
import { chromaticityToLinear } from '../light/linear-colour.ts'
import type { FixtureWish } from './wish.ts'

/** Where a lamp stands, or is going. */
interface Setting {
  /** 0..1 on the dimmer; 0 when it is off. */
  readonly level: number
  /** 0..1: how much of its white light the lamp keeps in its colour. */
  readonly yield: number
  /** Whether its colour is saturated red. */
  readonly red: boolean
}

interface Fade {
  readonly startMs: number
  readonly durationMs: number
  readonly from: Setting
  readonly to: Setting
}

/** How far back a course is known: flashes are counted by the second, and courses are looked at in steps. */
export const memoryMs = 1100
const dark: Setting = { level: 0, yield: 1, red: false }

/**
 * The course of one fixture's light as commanded: the past second and the fades that are under way. Lamps fade in a
 * straight line on the dimmer's scale. Never changed: what is added makes a new course.
 */
export class LightTrack {
  static readonly dark = new LightTrack([], {
    startMs: Number.NEGATIVE_INFINITY,
    durationMs: 0,
    from: dark,
    to: dark,
  })
  /** Those before the latest that can still be remembered, newest first. */
  private readonly earlier: readonly Fade[]
  private readonly latest: Fade

  private constructor(earlier: readonly Fade[], latest: Fade) {
    this.earlier = earlier
    this.latest = latest
  }

  /** 0..1 of full linear output. */
  outputAt(ms: number): number {
    return outputOf(this.settingAt(ms))
  }

  /** The same if the lamp leapt to wherever it is told to go: some cannot fade. */
  leapingOutputAt(ms: number): number {
    const fade = this.fadeAt(ms)
    return outputOf(ms < fade.startMs ? fade.from : fade.to)
  }

  /** 1 while it is lit in saturated red, however dim; otherwise 0. */
  rednessAt(ms: number): number {
    const { level, red } = this.settingAt(ms)
    return red && level > 0 ? 1 : 0
  }

  /** When nothing moves any more. */
  get endMs(): number {
    return this.latest.startMs + this.latest.durationMs
  }

  /** Whether nothing changes from `sinceMs` on. */
  standsSince(sinceMs: number): boolean {
    return this.endMs <= sinceMs
  }

  /** How much the linear output will change, 0..1, when this wish is fulfilled. */
  changeBy(wish: FixtureWish, nowMs: number): number {
    return Math.abs(outputOf(this.settingOf(wish)) - this.outputAt(nowMs))
  }

  /** The course when the wish is sent now. Blinds give off no light; a plug cannot fade. */
  following(wish: FixtureWish, nowMs: number): LightTrack {
    if (wish.kind === 'blind') return this
    return this.fadingTo(this.settingOf(wish), nowMs, wish.kind === 'light' ? wish.transitionMs : 0)
  }

  /** The course when the lamp turns out to stand elsewhere: by another hand, or since it did not obey. */
  standingAt(on: boolean, brightness: number, colour: Colour | null, nowMs: number): LightTrack {
    const level = on ? brightness : 0
    return this.fadingTo({ ...this.latest.to, ...(colour === null ? {} : colourOf(colour)), level }, nowMs, 0)
  }

  private fadingTo(to: Setting, nowMs: number, durationMs: number): LightTrack {
    const all = [this.latest, ...this.earlier]
    const forgotten = all.findIndex(({ startMs }) => startMs <= nowMs - memoryMs)
    const remembered = forgotten === -1 ? all : all.slice(0, forgotten + 1)
    return new LightTrack(remembered, { startMs: nowMs, durationMs, from: this.settingAt(nowMs), to })
  }

  /** The one under way, or done last; before all that is remembered, the oldest. */
  private fadeAt(ms: number): Fade {
    if (ms >= this.latest.startMs) return this.latest
    return this.earlier.find(({ startMs }) => startMs <= ms) ?? this.earlier.at(-1) ?? this.latest
  }

  private settingAt(ms: number): Setting {
    const fade = this.fadeAt(ms)
    if (ms < fade.startMs) return fade.from
    const share = fade.durationMs === 0 ? 1 : Math.min(1, (ms - fade.startMs) / fade.durationMs)
    if (share === 1) return fade.to
    return {
      level: fade.from.level + (fade.to.level - fade.from.level) * share,
      yield: fade.from.yield + (fade.to.yield - fade.from.yield) * share,
      // A lamp that goes out keeps its colour.
      red: fade.to.level === 0 ? fade.from.red : fade.to.red,
    }
  }

  private settingOf(wish: FixtureWish): Setting {
    const standing = this.latest.to
    if (wish.kind === 'blind') return standing
    if (!wish.on) return { ...standing, level: 0 }
    if (wish.kind === 'plug') return { ...standing, level: 1 }
    const level = wish.brightness ?? (standing.level > 0 ? standing.level : 1)
    return { ...standing, ...(wish.colour === undefined ? {} : colourOf(wish.colour)), level }
  }
}

function outputOf({ level, yield: kept }: Setting): number {
  return level === 0 ? 0 : dimmerToOutput(level) * kept
}

function colourOf(colour: Colour): Omit<Setting, 'level'> {
  if (colour.mode === 'kelvin') return { yield: 1, red: false }
  return { yield: colourYield(chromaticityToLinear(colour)), red: isSaturatedRed(colour) }
}

/** Chromaticities this far out lie where sRGB's red is four fifths of the whole or more (WCAG 2.2, "red flash"). */
export function isSaturatedRed({ x, y }: { readonly x: number; readonly y: number }): boolean {
  return x > 0.5 && y < 0.36
}
