import type { Colour } from '../../contract/colour.ts'
import { fixtureId, roomId } from '../../contract/ids.ts'
import { FlashGuard } from '../flash-guard.ts'
import { ManualClock } from '../manual-clock.ts'
import type { RoomDescription } from '../room.ts'
import type { LightWish, PlannedWish } from '../wish.ts'
import { type Flashes, flashesOf, sampleMs } from './flashes-of.ts'
import { seeded } from './seeded.ts'
import { ShiningLamp } from './shining-lamp.ts'
import { roomOf } from './small-room.ts'

const den = roomId.parse('den')
const colours: readonly Colour[] = [
  { mode: 'kelvin', kelvin: 2700 },
  { mode: 'kelvin', kelvin: 5000 },
  { mode: 'xy', x: 0.66, y: 0.32 },
  { mode: 'xy', x: 0.15, y: 0.06 },
  { mode: 'xy', x: 0.5, y: 0.41 },
]
function randomRoom(random: () => number): RoomDescription {
  const count = 2 + Math.floor(random() * 11)
  return roomOf(
    Array.from({ length: count }, () => (random() < 0.1 ? 'plug' : 100 + Math.floor(random() * 1500))),
  )
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
  return { ...flashesOf(room.fixtures, outputs, reds), lost: lost.map(([id]) => id) }
}
