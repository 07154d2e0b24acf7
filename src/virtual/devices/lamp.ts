import type { Colour } from '../../contract/colour.ts'
import { lampLight } from '../../light/lamp-light.ts'
import { miredToKelvin } from '../../light/mired.ts'
import { kelvinToChromaticity } from '../../light/planckian-locus.ts'
import type { Clock } from '../../showroom/clock.ts'
import type { Quirks } from '../quirks.ts'
import { Ramp } from './ramp.ts'

/** What a lamp of the catalogue is physically. `mireds` is null for one white. */
export interface LampBuild {
  readonly lumens: number
  readonly mireds: { readonly min: number; readonly max: number } | null
  readonly colour: boolean
}

/** Chromaticity attributes count in 65536ths (ZCL 5.2.2.2.1.4). */
export const chromaticityScale = 65536
/** Dimmer levels of a lit lamp. 0 is "off" and 255 no level. */
export const [lowestLevel, highestLevel] = [1, 254] as const

export type ColourMode = 'kelvin' | 'xy' | 'hue'

/** The memory of a lamp across power cuts. */
export interface LampMemory {
  readonly on: boolean
  readonly level: number
  readonly mireds: number
  readonly x: number
  readonly y: number
  readonly mode: ColourMode
}

/** Watching a fade costs this often; sooner nobody's report needs it. */
const fadeStepMs = 1000

/** A lamp as physics sees it: on, level and colour, each gliding in its own time. */
export class Lamp {
  readonly build: LampBuild
  readonly quirks: Quirks
  on = false
  /** Lit, and says that it is off: what a stored "off" does to some models. */
  claimsOff = false
  mode: ColourMode
  readonly level: Ramp
  readonly mireds: Ramp
  readonly x: Ramp
  readonly y: Ramp
  private readonly clock: Clock
  private readonly listeners: (() => void)[] = []
  private watching = false

  constructor(build: LampBuild, quirks: Quirks, clock: Clock) {
    this.build = build
    this.quirks = quirks
    this.clock = clock
    const warm = build.mireds === null ? 370 : Math.min(370, build.mireds.max)
    const white = kelvinToChromaticity(miredToKelvin(warm))
    this.level = new Ramp(clock, highestLevel)
    this.mireds = new Ramp(clock, warm)
    this.x = new Ramp(clock, Math.round(white.x * chromaticityScale))
    this.y = new Ramp(clock, Math.round(white.y * chromaticityScale))
    this.mode = 'kelvin'
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener)
  }

  /** Tells whoever watches; while something glides, again and again until it stands. */
  changed(): void {
    for (const listener of this.listeners) listener()
    if (this.watching || !this.fading) return
    this.watching = true
    const nextMs = Math.min(fadeStepMs, ...this.ramps.map((r) => r.remainingMs).filter((ms) => ms > 0))
    this.clock.after(nextMs, () => {
      this.watching = false
      this.changed()
    })
  }

  get fading(): boolean {
    return this.ramps.some((ramp) => ramp.moving)
  }

  get colourFading(): boolean {
    return this.mireds.moving || this.x.moving || this.y.moving
  }

  /** True while this model hears no command: some do not until a fade of colour is over. */
  get deaf(): boolean {
    return this.quirks.deafDuringColourFade && this.colourFading
  }

  setOn(on: boolean): void {
    this.claimsOff = false
    if (!on) this.level.stop()
    this.on = on
    this.changed()
  }

  claimToBeOff(): void {
    this.claimsOff = true
    this.changed()
  }

  fadeLevel(level: number, durationMs: number): void {
    if (durationMs > 0 && this.quirks.oneFadeAtATime) this.stopColour()
    this.level.moveTo(Math.min(highestLevel, Math.max(lowestLevel, level)), durationMs)
    this.changed()
  }

  stopLevel(): void {
    this.level.stop()
    this.changed()
  }

  /** Held within what this lamp can do. */
  fadeMireds(mireds: number, durationMs: number): void {
    const range = this.build.mireds
    if (range === null) return
    if (durationMs > 0 && this.quirks.oneFadeAtATime) this.level.stop()
    const target = Math.min(range.max, Math.max(range.min, mireds))
    this.mode = 'kelvin'
    this.mireds.moveTo(target, durationMs)
    const white = kelvinToChromaticity(miredToKelvin(target))
    this.x.moveTo(Math.round(white.x * chromaticityScale), durationMs)
    this.y.moveTo(Math.round(white.y * chromaticityScale), durationMs)
    this.changed()
  }

  fadeXy(x: number, y: number, durationMs: number, mode: ColourMode = 'xy'): void {
    if (durationMs > 0 && this.quirks.oneFadeAtATime) this.level.stop()
    this.mode = mode
    this.mireds.stop()
    this.x.moveTo(x, durationMs)
    this.y.moveTo(y, durationMs)
    this.changed()
  }

  stopColour(): void {
    for (const ramp of [this.mireds, this.x, this.y]) ramp.stop()
    this.changed()
  }

  /** 0..1 on the dimmer. */
  get brightness(): number {
    return (this.level.value() - lowestLevel) / (highestLevel - lowestLevel)
  }

  get colour(): Colour {
    return this.colourOf(this.mireds.value(), this.x.value(), this.y.value())
  }

  get targetColour(): Colour {
    return this.colourOf(this.mireds.target, this.x.target, this.y.target)
  }

  /** Light that it gives now. */
  get lumens(): number {
    const { mireds, colour, lumens } = this.build
    const kelvin = mireds === null ? null : { min: miredToKelvin(mireds.max), max: miredToKelvin(mireds.min) }
    return lampLight(
      { on: this.on, brightness: this.brightness, colour: this.colour },
      { kelvin, colour },
      lumens,
    ).lumens
  }

  remember(): LampMemory {
    const [x, y] = [this.x.target, this.y.target]
    return { on: this.on, level: this.level.target, mireds: this.mireds.target, x, y, mode: this.mode }
  }

  restore(memory: LampMemory): void {
    this.on = memory.on
    this.mode = memory.mode
    this.level.moveTo(memory.level, 0)
    this.mireds.moveTo(memory.mireds, 0)
    this.x.moveTo(memory.x, 0)
    this.y.moveTo(memory.y, 0)
    this.changed()
  }

  private colourOf(mireds: number, x: number, y: number): Colour {
    return this.mode === 'kelvin'
      ? { mode: 'kelvin', kelvin: miredToKelvin(mireds) }
      : { mode: 'xy', x: x / chromaticityScale, y: Math.max(0.001, y / chromaticityScale) }
  }

  private get ramps(): Ramp[] {
    return [this.level, this.mireds, this.x, this.y]
  }
}
