import { describe, expect, it } from 'vitest'
import { fixtureId, roomId } from '../contract/ids.ts'
import { FlashGuard } from './flash-guard.ts'
import { ManualClock } from './manual-clock.ts'
import { seeded } from './testing/seeded.ts'
import { linearOutput } from './turn-counter.ts'
import type { LightWish } from './wish.ts'

const place = { room: roomId.parse('den'), fixture: fixtureId.parse('lamp') }

/** Flashes in the worst second: pairs of opposing changes of at least a tenth, counted without the guard's help. */
function worstFlashes(samples: readonly { at: number; level: number }[]): number {
  const turns: number[] = []
  let direction = 0
  let extreme = samples[0]?.level ?? 0
  for (const { at, level } of samples) {
    const change = level - extreme
    if (Math.abs(change) >= 0.1 && Math.sign(change) !== direction) {
      turns.push(at)
      direction = Math.sign(change)
      extreme = level
    } else if (direction >= 0 ? level > extreme : level < extreme) extreme = level
  }
  return Math.max(
    0,
    ...turns.map((at) => turns.filter((other) => other > at - 1000 && other <= at).length / 2),
  )
}

async function play(seed: number, latencyMs: number) {
  const clock = new ManualClock()
  const random = seeded(seed)
  const samples = [{ at: 0, level: 0 }]
  let delivered: LightWish | null = null
  const guard = new FlashGuard(clock, async (_place, wish) => {
    if (wish.kind !== 'light') return
    delivered = wish
    samples.push({ at: clock.now(), level: linearOutput(wish)?.level ?? 0 })
    await new Promise<void>((resolve) => clock.after(latencyMs, resolve))
  })
  let last: LightWish = { kind: 'light', on: false, transitionMs: 400 }
  for (let touch = 0; touch < 60; touch++) {
    last = { kind: 'light', on: random() > 0.3, brightness: random(), transitionMs: 400 }
    guard.ask(place, last)
    await clock.advance(Math.floor(random() * 200))
  }
  await clock.advance(5000)
  return { samples, delivered: delivered as LightWish | null, last }
}

describe('the flash guard', () => {
  it('lets no lamp flash more than once a second, whatever fingers do, and loses no last wish', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { samples, delivered, last } = await play(seed, seed % 3 === 0 ? 120 : 5)
      expect(worstFlashes(samples), `seed ${seed}`).toBeLessThanOrEqual(1)
      expect(delivered, `seed ${seed}`).toMatchObject({ on: last.on, brightness: last.brightness })
    }
  })

  it('does not hold up a steady drag', async () => {
    const clock = new ManualClock()
    const levels: number[] = []
    const guard = new FlashGuard(clock, async (_place, wish) => {
      levels.push(linearOutput(wish)?.level ?? 0)
    })
    for (let step = 0; step <= 20; step++) {
      guard.ask(place, { kind: 'light', on: true, brightness: step / 20, transitionMs: 125, steady: true })
      guard.observe(place, (step / 20) ** 2.2)
      await clock.advance(125)
    }
    expect(levels).toHaveLength(21)
  })

  it('counts the way to and from saturated red as a flash at any brightness', async () => {
    const clock = new ManualClock()
    const turns: number[] = []
    let mode = 'kelvin'
    const guard = new FlashGuard(clock, async (_place, wish) => {
      if (wish.kind !== 'light' || wish.colour === undefined || wish.colour.mode === mode) return
      mode = wish.colour.mode
      turns.push(clock.now())
    })
    for (let step = 0; step < 16; step++) {
      const red = { mode: 'xy' as const, x: 0.66, y: 0.32 }
      const colour = step % 2 === 0 ? red : { mode: 'kelvin' as const, kelvin: 2700 }
      guard.ask(place, { kind: 'light', on: true, brightness: 0.2, colour, transitionMs: 400 })
      await clock.advance(130)
    }
    expect(turns.length).toBeGreaterThan(1)
    for (const at of turns) {
      expect(turns.filter((other) => other > at - 1000 && other <= at).length).toBeLessThanOrEqual(2)
    }
  })

  it('has one command under way per fixture, however long the lamp takes', async () => {
    const clock = new ManualClock()
    let underWay = 0
    let most = 0
    const guard = new FlashGuard(clock, async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await new Promise<void>((resolve) => clock.after(700, resolve))
      underWay -= 1
    })
    for (let step = 0; step < 20; step++) {
      guard.ask(place, { kind: 'light', on: true, brightness: step / 20, transitionMs: 125, steady: true })
      await clock.advance(100)
    }
    expect(most).toBe(1)
  })

  it('keeps the colour of a wish that a newer one overtakes', async () => {
    const clock = new ManualClock()
    const sent: LightWish[] = []
    const guard = new FlashGuard(clock, async (_place, wish) => {
      if (wish.kind === 'light') sent.push(wish)
    })
    guard.ask(place, { kind: 'light', on: true, brightness: 0.5, transitionMs: 400 })
    guard.ask(place, {
      kind: 'light',
      on: true,
      brightness: 0.5,
      colour: { mode: 'kelvin', kelvin: 2200 },
      transitionMs: 400,
    })
    guard.ask(place, { kind: 'light', on: true, brightness: 0.6, transitionMs: 400 })
    await clock.advance(1000)
    expect(sent.at(-1)).toMatchObject({ brightness: 0.6, colour: { kelvin: 2200 } })
  })
})
