import type { Clock } from './clock.ts'
import { dragIntervalMs } from './scene-engine.ts'
import { linearOutput, TurnCounter } from './turn-counter.ts'
import { type FixtureWish, type Place, placeKey } from './wish.ts'

/** Sends a wish on to the hardware and resolves when its fate is known; must not reject. */
export type Deliver = (place: Place, wish: FixtureWish) => Promise<void>

interface Lane {
  readonly place: Place
  readonly turns: TurnCounter
  waiting: FixtureWish | null
  inFlight: FixtureWish | null
  lastSentAtMs: number
  callOff: (() => void) | null
}

/**
 * Stands between the engine and the hardware, so that nothing can go round it: no lamp makes more than one
 * flash in any second (a flash is a pair of opposing changes, each of at least a tenth of its full linear
 * output, or to and from saturated red), one command per fixture is under way at a time, and a finger's
 * movement becomes at most eight commands a second. What comes too quickly is merged into the newest wish,
 * which is never lost.
 */
export class FlashGuard {
  private readonly lanes = new Map<string, Lane>()
  private readonly clock: Clock
  private readonly deliver: Deliver
  private stopped = false

  constructor(clock: Clock, deliver: Deliver) {
    this.clock = clock
    this.deliver = deliver
  }

  ask(place: Place, wish: FixtureWish): void {
    const lane = this.lane(place)
    lane.waiting = lane.waiting === null ? wish : merge(lane.waiting, wish)
    this.pump(lane)
  }

  /** Tells what a lamp gives off now, when it was changed by other hands than ours: 0..1 of its full output. */
  observe(place: Place, output: number): void {
    this.lane(place).turns.settle(output)
  }

  /** What was wished of a fixture last and is not yet known to be so; null when nothing is under way. */
  pending(place: Place): FixtureWish | null {
    const lane = this.lanes.get(placeKey(place))
    return lane?.waiting ?? lane?.inFlight ?? null
  }

  stop(): void {
    this.stopped = true
    for (const lane of this.lanes.values()) lane.callOff?.()
    this.lanes.clear()
  }

  private lane(place: Place): Lane {
    const key = placeKey(place)
    const existing = this.lanes.get(key)
    if (existing !== undefined) return existing
    const lane: Lane = {
      place,
      turns: new TurnCounter(),
      waiting: null,
      inFlight: null,
      lastSentAtMs: Number.NEGATIVE_INFINITY,
      callOff: null,
    }
    this.lanes.set(key, lane)
    return lane
  }

  private pump(lane: Lane): void {
    lane.callOff?.()
    lane.callOff = null
    const wish = lane.waiting
    if (wish === null || lane.inFlight !== null || this.stopped) return
    const now = this.clock.now()
    const earliest = Math.max(
      lane.lastSentAtMs + dragIntervalMs,
      lane.turns.allowedAt(linearOutput(wish), now),
    )
    if (earliest > now) {
      lane.callOff = this.clock.after(earliest - now, () => this.pump(lane))
      return
    }
    lane.waiting = null
    lane.inFlight = wish
    lane.lastSentAtMs = now
    lane.turns.move(linearOutput(wish), now)
    void this.deliver(lane.place, wish).finally(() => {
      lane.inFlight = null
      this.pump(lane)
    })
  }
}

/** The newer wish wins; what it leaves open stays as the older one had it. */
function merge(older: FixtureWish, newer: FixtureWish): FixtureWish {
  if (older.kind !== 'light' || newer.kind !== 'light' || !newer.on) return newer
  const brightness = newer.brightness ?? older.brightness
  const colour = newer.colour ?? older.colour
  return {
    ...newer,
    ...(brightness === undefined ? {} : { brightness }),
    ...(colour === undefined ? {} : { colour }),
  }
}
