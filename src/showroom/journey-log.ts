import type { Journey, JourneyStop } from '../contract/journey.ts'
import type { Bindings } from './bindings.ts'
import type { Clock } from './clock.ts'
import type { DeviceId } from './device.ts'
import type { DriverEvent } from './driver.ts'
import { type Place, placeKey } from './wish.ts'

/** Frames that leave later belong to something else: a scene's later moment, a question, an attempt to mend. */
const belongsMs = 3000
/** What a lamp says later is no word about this touch. */
const wordsMs = 10_000
/** Nobody looks at it any longer. */
const keptMs = 2 * 60_000
/** Screens are told in steps; twelve lamps say much in a tenth of a second. */
const tellMs = 100

/**
 * Follows the last touch on a screen down to the lamps and back, with the moments at which it happened. In memory only;
 * the next touch replaces it, and after a while it is forgotten by itself.
 */
export class JourneyLog {
  private readonly clock: Clock
  private readonly bindings: Bindings
  private readonly tell: (journey: Journey | null) => void
  private journey: { readonly number: number; readonly askedAtMs: number } | null = null
  private readonly stops = new Map<string, JourneyStop>()
  private number = 0
  private callOffTelling: (() => void) | null = null
  private callOffForgetting: () => void = () => {}

  constructor(clock: Clock, bindings: Bindings, tell: (journey: Journey | null) => void) {
    this.clock = clock
    this.bindings = bindings
    this.tell = tell
  }

  /** A person touched the screen. */
  begin(): void {
    this.number += 1
    this.stops.clear()
    this.journey = { number: this.number, askedAtMs: this.clock.now() }
    this.callOffForgetting()
    this.callOffForgetting = this.clock.after(keptMs, () => this.forget())
    this.tellSoon()
  }

  /** What the driver tells of frames and lamps. */
  heard(event: DriverEvent): void {
    if (this.journey === null) return
    const placesOf = (devices: readonly DeviceId[]) =>
      devices.flatMap((id) => this.bindings.bindingOf(id) ?? [])
    if (event.kind === 'report') {
      for (const place of placesOf([event.device])) this.told(place)
    } else if (event.kind === 'frame') {
      const places = placesOf(event.devices)
      if (event.phase === 'left') this.left(places, event.cast)
      else for (const place of places) this.mark(place, 'takenAtMs')
    }
  }

  /** A frame with a command for these places was given to the stick. */
  private left(places: readonly Place[], cast: JourneyStop['cast']): void {
    if (!this.isWithin(belongsMs)) return
    for (const place of places) {
      // The first frame counts: a second one sets the colour, or asks again.
      if (this.stops.has(placeKey(place))) continue
      const { room, fixture } = place
      const stop = { room, fixture, cast, leftAtMs: this.clock.now(), takenAtMs: null, toldAtMs: null }
      this.stops.set(placeKey(place), stop)
      this.tellSoon()
    }
  }

  /** A lamp said what it is. */
  private told(place: Place): void {
    if (this.isWithin(wordsMs)) this.mark(place, 'toldAtMs')
  }

  forget(): void {
    this.callOffForgetting()
    this.callOffTelling?.()
    this.callOffTelling = null
    this.stops.clear()
    this.journey = null
    this.tell(null)
  }

  stop(): void {
    this.callOffForgetting()
    this.callOffTelling?.()
  }

  private mark(place: Place, what: 'takenAtMs' | 'toldAtMs'): void {
    const stop = this.stops.get(placeKey(place))
    if (stop === undefined || stop[what] !== null) return
    this.stops.set(placeKey(place), { ...stop, [what]: this.clock.now() })
    this.tellSoon()
  }

  private isWithin(limitMs: number): boolean {
    return this.journey !== null && this.clock.now() - this.journey.askedAtMs <= limitMs
  }

  private tellSoon(): void {
    this.callOffTelling ??= this.clock.after(tellMs, () => {
      this.callOffTelling = null
      if (this.journey !== null) this.tell({ ...this.journey, stops: [...this.stops.values()] })
    })
  }
}
