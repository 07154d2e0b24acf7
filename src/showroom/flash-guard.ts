import type { FixtureState } from '../contract/fixture-state.ts'
import type { RoomId } from '../contract/ids.ts'
import type { Clock } from './clock.ts'
import { FlashForecast, largeChange, type Source } from './flash-forecast.ts'
import { GuardLane } from './guard-lane.ts'
import { lightShares } from './light-shares.ts'
import { memoryMs } from './light-track.ts'
import type { RoomDescription } from './room.ts'
import type { StrayLight } from './stray-light.ts'
import { type FixtureWish, type LightWish, type Place, type PlannedWish, placeKey } from './wish.ts'

/**
 * Sends wishes that go out together on to the hardware: one promise per wish, in the same order, resolved when its
 * fate is known; none may reject.
 */
export type Deliver = (wishes: readonly PlannedWish[]) => readonly Promise<void>[]

/** What the light has no room for is tried again on the next of these beats, all of it together. */
const beatMs = 50
/** Wishes that were asked together wait for each other no longer than this. */
const togetherMs = 1000

/**
 * Stands between the engine and the hardware, so that nothing can go round it. It knows how bright each lamp is and
 * will be, and lets a wish pass only if neither the lamp nor the room flashes more than once in any second by it
 * (`flash-forecast.ts`). Wishes that pass at the same time leave in one batch. What must wait is merged into the
 * newest wish, which is never lost.
 */
export class FlashGuard {
  private readonly lanes = new Map<string, GuardLane>()
  private readonly strays = new Set<StrayLight>()
  private readonly clock: Clock
  private readonly deliver: Deliver
  private askCount = 0
  private callOff: (() => void) | null = null
  private stopped = false

  constructor(clock: Clock, rooms: readonly RoomDescription[], deliver: Deliver) {
    this.clock = clock
    this.deliver = deliver
    for (const room of rooms) {
      const shares = lightShares(room)
      for (const { id } of room.fixtures) {
        const place = { room: room.id, fixture: id }
        this.lanes.set(placeKey(place), new GuardLane(place, shares.get(id) ?? []))
      }
    }
  }

  /** Wishes that belong together, such as a scene's, leave together as far as the light allows. */
  ask(wishes: readonly PlannedWish[]): void {
    this.askCount += 1
    for (const { place, wish } of wishes) {
      this.lanes.get(placeKey(place))?.ask(wish, this.askCount, this.clock.now())
    }
    this.release()
  }

  /** A lamp that stands at no fixture: its wish passes when no room flashes by it, nor the lamp itself. */
  askStray(light: StrayLight, wish: LightWish): void {
    this.strays.add(light)
    light.waiting = wish
    this.release()
  }

  /** Tells what a fixture is by its device's own word: by other hands, or since it did not obey. */
  observe(state: FixtureState): void {
    const lane = this.lanes.get(placeKey({ room: state.room, fixture: state.id }))
    const now = this.clock.now()
    if (state.kind === 'light') lane?.observe(state.on, state.brightness, state.colour, now)
    if (state.kind === 'plug') lane?.observe(state.on, 1, null, now)
  }

  /** What was wished of a fixture last and is not yet known to be so; null when nothing is under way. */
  pending(place: Place): FixtureWish | null {
    return this.lanes.get(placeKey(place))?.pending ?? null
  }

  stop(): void {
    this.stopped = true
    this.callOff?.()
    this.lanes.clear()
    this.strays.clear()
  }

  private release(): void {
    if (this.stopped) return
    this.callOff?.()
    this.callOff = null
    const now = this.clock.now()
    const waiting = [...this.lanes.values()].filter((lane) => lane.waiting !== null)
    const ready = waiting.filter((lane) => lane.readyAt() <= now)
    for (const room of new Set(ready.map((lane) => lane.place.room))) this.releaseIn(room, ready, now)
    this.releaseStrays(now)
    const held = [...waiting.filter((lane) => lane.waiting !== null), ...this.strays]
    const next = Math.min(...held.map((each) => each.readyAt()))
    if (Number.isFinite(next)) this.callOff = this.clock.after(next - now, () => this.release())
  }

  /** Everything that shines into a room. */
  private sourcesIn(room: RoomId): Source[] {
    const own = [...this.lanes.values()].filter((lane) => lane.place.room === room)
    return [...own, ...[...this.strays].map((stray) => stray.among(own))]
  }

  private releaseStrays(now: number): void {
    const rooms = new Set([...this.lanes.values()].map((lane) => lane.place.room))
    for (const stray of this.strays) {
      const { waiting: wish, track } = stray
      if (wish === null && track.standsSince(now - memoryMs)) this.strays.delete(stray)
      if (wish === null || stray.readyAt() > now) continue
      const next = track.following(wish, now)
      const isCalm = [...rooms].every((room) => {
        const own = [...this.lanes.values()].filter((lane) => lane.place.room === room)
        const forecast = new FlashForecast(this.sourcesIn(room), [next], now)
        return forecast.allowsLamp(track, next) && forecast.admit([{ source: stray.among(own), next }])
      })
      if (isCalm) stray.send(wish, now)
      else stray.holdUntil((Math.floor(now / beatMs) + 1) * beatMs)
    }
  }

  private releaseIn(room: RoomId, ready: readonly GuardLane[], now: number): void {
    const sources = this.sourcesIn(room)
    const changes = ready.flatMap((lane) => {
      if (lane.place.room !== room || lane.waiting === null) return []
      const wish = fadedEnough(lane, lane.waiting, now)
      return [{ source: lane, wish, next: lane.track.following(wish, now) }]
    })
    const forecast = new FlashForecast(
      sources,
      changes.map(({ next }) => next),
      now,
    )
    const allowed = changes.filter(({ source, next }) => forecast.allowsLamp(source.track, next))
    const released = admitted(forecast, allowed, now)
    const batch = released.map(({ source, wish }) => ({ place: source.place, wish }))
    for (const { source, wish, next } of released) source.sent(wish, next, now)
    const beat = (Math.floor(now / beatMs) + 1) * beatMs
    for (const { source } of changes) if (source.waiting !== null) source.holdUntil(beat)
    if (batch.length === 0) return
    this.deliver(batch).forEach((fate, i) => {
      const change = released[i]
      void fate.finally(() => {
        if (change?.source.settled(change.wish) === true) this.release()
      })
    })
  }
}

interface LaneChange {
  readonly source: GuardLane
  readonly wish: FixtureWish
  readonly next: GuardLane['track']
}

/**
 * All of them, if the room stays calm; otherwise what was asked together goes or waits together, longest wait first,
 * and after a while each for itself.
 */
function admitted(forecast: FlashForecast, changes: readonly LaneChange[], now: number): LaneChange[] {
  if (changes.length === 0 || forecast.admit(changes)) return [...changes]
  const asks = [...new Set(changes.map(({ source }) => source.askedWith))]
  const since = (group: readonly LaneChange[]) =>
    Math.min(...group.map(({ source }) => source.waitingSinceMs))
  return asks
    .map((ask) => changes.filter(({ source }) => source.askedWith === ask))
    .toSorted((a, b) => since(a) - since(b))
    .flatMap((group) => {
      if (forecast.admit(group)) return group
      return now - since(group) < togetherMs ? [] : group.filter((change) => forecast.admit([change]))
    })
}

/** Taps and scenes fade; only the small steps of a finger that moves, or has just let go, may be quicker. */
const shortestFadeMs = 400

function fadedEnough(lane: GuardLane, wish: FixtureWish, now: number): FixtureWish {
  if (wish.kind !== 'light') return wish
  const isSmallStep = lane.followsFinger(wish, now) && lane.track.changeBy(wish, now) < largeChange
  return isSmallStep ? wish : { ...wish, transitionMs: Math.max(shortestFadeMs, wish.transitionMs) }
}
