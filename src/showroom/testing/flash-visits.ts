import type { Colour } from '../../contract/colour.ts'
import { fixtureId, roomId } from '../../contract/ids.ts'
import { dimmerToOutput } from '../../light/dimmer.ts'
import { lampLight } from '../../light/lamp-light.ts'
import { FlashGuard } from '../flash-guard.ts'
import { ManualClock } from '../manual-clock.ts'
import type { RoomDescription } from '../room.ts'
import type { FixtureWish, LightWish, PlannedWish } from '../wish.ts'
import { largeChanges } from './count-flashes.ts'
import { seeded } from './seeded.ts'
import { roomOf } from './small-room.ts'

const den = roomId.parse('den')
const colours: readonly Colour[] = [
  { mode: 'kelvin', kelvin: 2700 },
  { mode: 'kelvin', kelvin: 5000 },
  { mode: 'xy', x: 0.66, y: 0.32 },
  { mode: 'xy', x: 0.15, y: 0.06 },
  { mode: 'xy', x: 0.5, y: 0.41 },
]
const ability = { kelvin: { min: 2200, max: 6500 }, colour: true }
const sampleMs = 10

/** A lamp or plug as it really shines: it fades in a straight line on the dimmer from where it stands. */
class ShiningLamp {
  private from = 0
  private to = 0
  private startMs = 0
  private durationMs = 0
  private colour: Colour = { mode: 'kelvin', kelvin: 2700 }
  private oldYield = 1
  private newYield = 1
  private readonly quirky: boolean

  /** A quirky lamp fades its level only: its colour jumps. */
  constructor(quirky: boolean) {
    this.quirky = quirky
  }

  obey(wish: FixtureWish, now: number): void {
    if (wish.kind === 'blind') return
    this.oldYield = this.yield(now)
    this.from = this.level(now)
    this.startMs = now
    this.durationMs = wish.kind === 'light' ? wish.transitionMs : 0
    this.to = wish.on ? (wish.kind === 'light' ? (wish.brightness ?? 1) : 1) : 0
    if (wish.kind === 'light' && wish.on && wish.colour !== undefined) this.colour = wish.colour
    this.newYield = lampLight({ on: true, brightness: 1, colour: this.colour }, ability, 1).lumens
  }

  level(now: number): number {
    const share = this.durationMs === 0 ? 1 : Math.min(1, (now - this.startMs) / this.durationMs)
    return this.from + (this.to - this.from) * share
  }

  output(now: number): number {
    const level = this.level(now)
    return level > 0 ? dimmerToOutput(level) * this.yield(now) : 0
  }

  /** Colours give less than white. */
  private yield(now: number): number {
    const share =
      this.durationMs === 0 || this.quirky ? 1 : Math.min(1, (now - this.startMs) / this.durationMs)
    return this.oldYield + (this.newYield - this.oldYield) * share
  }

  red(now: number): number {
    return this.level(now) > 0 && this.colour.mode === 'xy' && this.colour.x > 0.6 ? 1 : 0
  }

  get stands() {
    return { level: this.to, colour: this.colour }
  }
}

function randomRoom(random: () => number): RoomDescription {
  const count = 2 + Math.floor(random() * 11)
  return roomOf(
    Array.from({ length: count }, () => (random() < 0.1 ? 'plug' : 100 + Math.floor(random() * 1500))),
  )
}

/** Flashes in the worst second, of any lamp and of the room. */
interface Flashes {
  readonly worstLamp: number
  readonly worstRoom: number
}

/** What a visit came to. */
export interface VisitOutcome extends Flashes {
  /** Lamps that are not, in the end, what was asked of them last. */
  readonly lost: readonly string[]
}

export interface Visit {
  readonly seed: number
  readonly latencyMs: number
  readonly jitterMs: number
  /** Half of the lamps let their colour jump. */
  readonly quirky: boolean
}

/**
 * Ten fingers, scenes and held remotes at one guard, for some seconds, with the lamps' true light watched over time.
 * Frames take `latencyMs` and up to `jitterMs` more, each its own.
 */
export async function visit({ seed, latencyMs, jitterMs, quirky }: Visit): Promise<VisitOutcome> {
  const random = seeded(seed)
  const clock = new ManualClock()
  const room = randomRoom(random)
  const lamps = new Map(room.fixtures.map(({ id }) => [id, new ShiningLamp(quirky && random() < 0.5)]))
  const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve))
  const latest = new Map<string, number>()
  const guard = new FlashGuard(clock, [room], (wishes) =>
    wishes.map(async ({ place, wish }) => {
      const frame = Math.max(clock.now() + latencyMs + random() * jitterMs, latest.get(place.fixture) ?? 0)
      latest.set(place.fixture, frame) // A lamp gets its frames in order.
      await wait(frame - clock.now())
      lamps.get(place.fixture)?.obey(wish, clock.now())
      await wait(latencyMs / 2)
    }),
  )
  const asked = new Map<string, { level: number; colour: Colour | null }>()
  const ask = (wishes: readonly PlannedWish[]) => {
    for (const { place, wish } of wishes) {
      if (wish.kind === 'blind') continue
      const level = wish.on ? (wish.kind === 'light' ? (wish.brightness ?? 1) : 1) : 0
      const before = asked.get(place.fixture)?.colour ?? null
      const colour = wish.kind === 'light' && wish.on ? (wish.colour ?? before) : before
      asked.set(place.fixture, { level, colour })
    }
    guard.ask(wishes)
  }

  const randomWish = (fixture: RoomDescription['fixtures'][number], transitionMs: number): PlannedWish => {
    const place = { room: den, fixture: fixtureId.parse(fixture.id) }
    if (fixture.kind === 'plug') return { place, wish: { kind: 'plug', on: random() < 0.5 } }
    if (random() < 0.35) return { place, wish: { kind: 'light', on: false, transitionMs } }
    const colour = random() < 0.3 ? colours[Math.floor(random() * colours.length)] : undefined
    const wish = { kind: 'light', on: true, brightness: random(), transitionMs } as const
    return { place, wish: colour === undefined ? wish : { ...wish, colour } }
  }

  const outputs = room.fixtures.map(() => [] as number[])
  const reds = room.fixtures.map(() => [] as number[])
  let over = false
  const sample = () => {
    ;[...lamps.values()].forEach((lamp, i) => {
      outputs[i]?.push(lamp.output(clock.now()))
      reds[i]?.push(lamp.red(clock.now()))
    })
    if (!over) clock.after(sampleMs, sample)
  }
  sample()

  const visitMs = 4000 + random() * 6000
  const fixtureAtRandom = () =>
    room.fixtures[Math.floor(random() * room.fixtures.length)] as RoomDescription['fixtures'][number]
  const finger = async () => {
    while (clock.now() < visitMs) {
      const fixture = fixtureAtRandom()
      if (fixture.kind !== 'light' || random() < 0.5) {
        ask([randomWish(fixture, 400)])
        await wait(30 + random() * 700)
        continue
      }
      // A drag, to and fro or steady; a held remote is the same with longer steps.
      let brightness = random()
      let speed = (random() - 0.5) * 0.06
      const stepMs = random() < 0.3 ? 125 : 16
      for (let step = random() * 120; step > 0 && clock.now() < visitMs; step--) {
        if (random() < 0.05) speed = -speed
        brightness = Math.min(1, Math.max(0, brightness + speed))
        const wish: LightWish = { kind: 'light', on: true, brightness, transitionMs: 125, steady: true }
        ask([{ place: { room: den, fixture: fixtureId.parse(fixture.id) }, wish }])
        await wait(stepMs)
      }
    }
  }
  const player = async () => {
    while (clock.now() < visitMs) {
      await wait(200 + random() * 2500)
      const transitionMs = 400 + Math.floor(random() * 2000)
      ask(room.fixtures.filter(() => random() < 0.8).map((fixture) => randomWish(fixture, transitionMs)))
    }
  }
  for (let i = 0; i < 10; i++) void finger()
  void player()
  await clock.advance(visitMs + 8000)
  over = true
  const lost = [...asked].filter(([id, { level, colour }]) => {
    const stands = lamps.get(fixtureId.parse(id))?.stands
    // A lamp that is out gets its colour when it is lit.
    return stands?.level !== level || (level > 0 && colour !== null && stands.colour !== colour)
  })
  return { ...judge(room, outputs, reds), lost: lost.map(([id]) => id) }
}

function judge(room: RoomDescription, outputs: readonly number[][], reds: readonly number[][]): Flashes {
  const lumens = room.fixtures.map((fixture) => (fixture.kind === 'light' ? fixture.lumens : 0))
  const known = lumens.filter((value) => value > 0)
  const average = known.reduce((a, b) => a + b, 0) / Math.max(1, known.length) || 1
  const byLight = lumens.map((value) => value || average)
  const light = byLight.reduce((a, b) => a + b)
  const weighings = [byLight.map((value) => value / light), byLight.map(() => 1 / byLight.length)]
  const perSecond = 1000 / sampleMs
  const flashes = (course: readonly number[]) => Math.floor(largeChanges(course, perSecond) / 2)
  const rooms = weighings.map((weights) =>
    (outputs[0] ?? []).map((_, t) =>
      weights.reduce((sum, weight, i) => sum + weight * (outputs[i]?.[t] ?? 0), 0),
    ),
  )
  return {
    worstLamp: Math.max(...[...outputs, ...reds].map(flashes)),
    worstRoom: Math.max(...rooms.map(flashes)),
  }
}
