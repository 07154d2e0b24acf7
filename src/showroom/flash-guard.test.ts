import { beforeEach, describe, expect, it } from 'vitest'
import { fixtureId, roomId } from '../contract/ids.ts'
import { FlashGuard } from './flash-guard.ts'
import { ManualClock } from './manual-clock.ts'
import { StrayLight } from './stray-light.ts'
import { largeChanges } from './testing/count-flashes.ts'
import { visit } from './testing/flash-visits.ts'
import { ShiningLamp } from './testing/shining-lamp.ts'
import { roomOf } from './testing/small-room.ts'
import type { LightWish, PlannedWish } from './wish.ts'

const at = (lamp: number) => ({ room: roomId.parse('den'), fixture: fixtureId.parse(`lamp-${lamp}`) })
const lit = (brightness: number, more: Partial<LightWish> = {}): LightWish => ({
  kind: 'light',
  on: true,
  brightness,
  transitionMs: 400,
  ...more,
})
const out: LightWish = { kind: 'light', on: false, transitionMs: 400 }
const steady = (brightness: number) => lit(brightness, { transitionMs: 125, steady: true })
const red = { mode: 'xy', x: 0.66, y: 0.32 } as const
const white = { mode: 'kelvin', kelvin: 2700 } as const

/** A guard, and the batches that passed it; the hardware takes `latencyMs` for each. */
class Bench {
  readonly clock = new ManualClock()
  readonly batches: { at: number; wishes: readonly PlannedWish[] }[] = []
  readonly guard: FlashGuard
  latencyMs = 5

  constructor(...lumens: (number | 'blind')[]) {
    this.guard = new FlashGuard(this.clock, [roomOf(lumens)], (wishes) => {
      this.batches.push({ at: this.clock.now(), wishes })
      return wishes.map(() => new Promise<void>((resolve) => this.clock.after(this.latencyMs, resolve)))
    })
  }

  ask(lamp: number, wish: LightWish): void {
    this.guard.ask([{ place: at(lamp), wish }])
  }

  get sent(): LightWish[] {
    return this.batches.flatMap(({ wishes }) =>
      wishes.flatMap(({ wish }) => (wish.kind === 'light' ? [wish] : [])),
    )
  }
}

describe('the flash guard', () => {
  let bench: Bench
  beforeEach(() => {
    bench = new Bench(800)
  })

  it('lets ten fingers, scenes and remotes flash no lamp nor the room, and loses no last wish', async () => {
    const worst: number[] = []
    for (let seed = 1; seed <= 3; seed++) {
      const punctual = await visit({ seed, latencyMs: 0, jitterMs: 0, quirky: false })
      worst.push(Math.max(punctual.worstLamp, punctual.worstRoom))
      const troubled = await visit({ seed, latencyMs: 30, jitterMs: 250, quirky: true })
      expect([...punctual.lost, ...troubled.lost], `seed ${seed}`).toEqual([])
      expect(Math.max(troubled.worstLamp, troubled.worstRoom), `seed ${seed}`).toBeLessThanOrEqual(3)
    }
    // One as a rule.
    expect(Math.max(...worst)).toBeLessThanOrEqual(2)
    expect(worst.filter((flashes) => flashes > 1).length).toBeLessThanOrEqual(1)
  })

  it('passes a slow drag from 1 % to 100 % in small steps, each as long as the next takes to come', async () => {
    for (let step = 0; step <= 600; step++) {
      bench.ask(0, steady(0.01 + (0.99 * step) / 600))
      await bench.clock.advance(1000 / 60)
    }
    bench.ask(0, lit(1, { transitionMs: 125 }))
    await bench.clock.advance(1000)
    expect(bench.sent.at(-1)?.brightness).toBe(1)
    expect(bench.sent.map(({ transitionMs }) => transitionMs)).toEqual(bench.sent.map(() => 125))
    const gaps = bench.batches.slice(1).map((batch, i) => batch.at - (bench.batches[i]?.at ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(400)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(125)
  })

  it('fades taps, scenes and leaps of a finger over 400 ms at least', async () => {
    bench.ask(0, lit(1, { transitionMs: 0 }))
    await bench.clock.advance(2000)
    bench.ask(0, steady(0.1))
    await bench.clock.advance(2000)
    bench.ask(0, lit(0.12, { transitionMs: 125 }))
    await bench.clock.advance(2000)
    expect(bench.sent.map(({ transitionMs }) => transitionMs)).toEqual([400, 400, 400])
  })

  it('lets a lamp go up, down and up again at once, and merges what comes then', async () => {
    for (let tap = 0; tap < 20; tap++) {
      bench.ask(0, tap % 2 === 0 ? lit(1) : out)
      await bench.clock.advance(150)
    }
    bench.ask(0, lit(0.7))
    await bench.clock.advance(3000)
    expect(bench.sent.slice(0, 3).map(({ on }) => on)).toEqual([true, false, true])
    const changes = bench.batches.filter((_, i) => i === 0 || bench.sent[i]?.on !== bench.sent[i - 1]?.on)
    for (const { at: moment } of changes) {
      const near = changes.filter((other) => other.at > moment - 1000 && other.at <= moment)
      expect(near.length).toBeLessThanOrEqual(3)
    }
    expect(bench.sent.at(-1)).toMatchObject({ on: true, brightness: 0.7 })
  })

  it.each([
    ['', []],
    [', whatever is listed first in the room', ['blind'] as const],
  ])('lets ten fingers on ten lamps not flash the room, though no lamp flashes%s', async (_, first) => {
    bench = new Bench(...first, ...Array.from({ length: 10 }, () => 400))
    const course: number[] = []
    const on = new Set<string>()
    // Every lamp is switched once in 2.4 s; the room would go up and down ten times.
    for (let turn = 0; turn < 60; turn++) {
      bench.ask(first.length + (turn % 10), Math.floor(turn / 10) % 2 === turn % 2 ? lit(1) : out)
      for (let i = 0; i < 12; i++) {
        await bench.clock.advance(10)
        for (const { wishes } of bench.batches.splice(0)) {
          for (const { place, wish } of wishes) {
            if (wish.kind === 'light' && wish.on) on.add(place.fixture)
            else on.delete(place.fixture)
          }
        }
        course.push(on.size / 10)
      }
    }
    expect(largeChanges(course, 100)).toBeLessThanOrEqual(4)
  })

  it('lets a lamp that stands nowhere flash neither itself nor the room', async () => {
    bench = new Bench(400, 400)
    const [own, ours] = [new ShiningLamp(false), [new ShiningLamp(false), new ShiningLamp(false)]]
    const told: LightWish[] = []
    const stray = new StrayLight(null, null, bench.clock.now(), (wish) => {
      told.push(wish)
      own.obey(wish, bench.clock.now())
    })
    const course: { own: number; room: number }[] = []
    for (let turn = 0; turn < 48; turn++) {
      bench.ask(Math.floor(turn / 4) % 2, turn % 8 < 4 ? lit(1) : out)
      bench.guard.askStray(stray, turn % 4 < 2 ? lit(1) : out)
      for (let i = 0; i < 15; i++) {
        await bench.clock.advance(10)
        for (const { wishes } of bench.batches.splice(0))
          for (const { place, wish } of wishes)
            ours[place.fixture === 'lamp-0' ? 0 : 1]?.obey(wish, bench.clock.now())
        const lights = [own, ...ours].map((lamp) => lamp.output(bench.clock.now()))
        course.push({ own: lights[0] ?? 0, room: lights.reduce((a, b) => a + b) / 3 })
      }
    }
    for (const seen of ['own', 'room'] as const)
      expect(
        largeChanges(
          course.map((each) => each[seen]),
          100,
        ),
      ).toBeLessThanOrEqual(3)
    expect(told.length).toBeGreaterThan(2)
    await bench.clock.advance(3000)
    expect(told.at(-1)).toEqual(out)
  })

  it('does not mind small lamps in a bright room, but no lamp is too small to look at', async () => {
    bench = new Bench(4000, 60, 60)
    const sentBy = () => bench.batches.length
    for (let turn = 0; turn < 3; turn++) {
      bench.ask(1, turn % 2 === 0 ? lit(1) : out)
      await bench.clock.advance(130)
    }
    expect(sentBy()).toBe(3)
    bench.ask(1, out)
    await bench.clock.advance(130)
    expect(sentBy()).toBe(3)
  })

  it('counts the way to and from saturated red as a flash at any brightness', async () => {
    for (let step = 0; step < 16; step++) {
      bench.ask(0, lit(0.2, { colour: step % 2 === 0 ? red : white }))
      await bench.clock.advance(130)
    }
    const turns = bench.batches.filter(({ wishes }, i) => {
      const before = bench.batches[i - 1]?.wishes[0]?.wish
      const wish = wishes[0]?.wish
      return wish?.kind === 'light' && before?.kind === 'light' && wish.colour?.mode !== before.colour?.mode
    })
    for (const { at: moment } of turns) {
      const near = turns.filter((other) => other.at > moment - 1000 && other.at <= moment)
      expect(near.length).toBeLessThanOrEqual(3)
    }
  })

  it('sends what was asked together together, and without the one that must wait', async () => {
    bench = new Bench(800, 400, 400)
    for (let turn = 0; turn < 3; turn++) {
      bench.ask(0, turn % 2 === 0 ? lit(1) : out)
      await bench.clock.advance(140)
    }
    bench.batches.length = 0
    await bench.clock.advance(300)
    bench.guard.ask([
      { place: at(0), wish: out },
      { place: at(1), wish: lit(0.5) },
      { place: at(2), wish: lit(0.5) },
    ])
    await bench.clock.advance(3000)
    expect(bench.batches.map(({ wishes }) => wishes.map(({ place }) => place.fixture))).toEqual([
      ['lamp-1', 'lamp-2'],
      ['lamp-0'],
    ])
  })

  it('lets a scene that the room has no light for wait as a whole', async () => {
    bench = new Bench(400, 400, 400, 400)
    for (const [lamp, wish] of [
      [0, lit(1)],
      [1, lit(1)],
      [0, out],
      [2, lit(1)],
    ] as const) {
      bench.ask(lamp, wish)
      await bench.clock.advance(150)
    }
    bench.batches.length = 0
    bench.guard.ask([
      { place: at(1), wish: out },
      { place: at(2), wish: out },
      { place: at(3), wish: lit(1) },
    ])
    expect(bench.batches).toEqual([])
    await bench.clock.advance(3000)
    expect(bench.batches.map(({ wishes }) => wishes.map(({ place }) => place.fixture))).toEqual([
      ['lamp-1', 'lamp-2', 'lamp-3'],
    ])
  })

  it('knows from reports that a lamp was changed by other hands', async () => {
    const state = {
      ...at(0),
      id: at(0).fixture,
      name: { en: 'Lamp', sv: 'Lampa' },
      reach: 'reachable',
      kind: 'light',
      ability: { kelvin: null, colour: true },
      colour: white,
      fade: null,
      brightness: 1,
    } as const
    for (let turn = 0; turn < 3; turn++) {
      bench.guard.observe({ ...state, on: turn % 2 === 0 })
      await bench.clock.advance(100)
    }
    bench.ask(0, out)
    expect(bench.sent).toEqual([])
    await bench.clock.advance(1200)
    expect(bench.sent).toMatchObject([{ on: false }])
  })

  it('has one step of a movement under way at a time, however long the lamp takes', async () => {
    bench.latencyMs = 700
    for (let step = 0; step < 20; step++) {
      bench.ask(0, steady(step / 20))
      await bench.clock.advance(100)
    }
    expect(bench.sent.length).toBe(3)
  })

  it('holds no new touch up for a lamp that does not answer', async () => {
    bench.latencyMs = 10_000
    bench.ask(0, lit(0.5))
    bench.ask(0, lit(0.6))
    await bench.clock.advance(500)
    expect(bench.sent.map(({ brightness }) => brightness)).toEqual([0.5, 0.6])
  })

  it('keeps the colour of a wish that a newer one overtakes, even through the dark', async () => {
    bench.ask(0, lit(0.5))
    bench.ask(0, lit(0.5, { colour: { mode: 'kelvin', kelvin: 2200 } }))
    bench.ask(0, out)
    await bench.clock.advance(1000)
    expect(bench.sent.at(-1)).toEqual(out)
    bench.ask(0, lit(0.6))
    await bench.clock.advance(1000)
    expect(bench.sent.at(-1)).toMatchObject({ brightness: 0.6, colour: { kelvin: 2200 } })
  })
})
