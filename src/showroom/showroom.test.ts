import { beforeEach, describe, expect, it } from 'vitest'
import { sceneId } from '../contract/ids.ts'
import { intent } from '../contract/intent.ts'
import { Den, pendant, place, strip } from './testing/den.ts'

describe('a showroom', () => {
  let den: Den

  beforeEach(async () => {
    den = await Den.open()
  })

  it('lights the lamps of a scene, and tells the screen when the dongle confirmed', async () => {
    expect(den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })).toBe('accepted')
    expect(den.light('pendant').on).toBe(false)
    await den.clock.advance(50)
    expect(den.light('pendant')).toMatchObject({
      on: true,
      brightness: 0.4,
      colour: { mode: 'kelvin', kelvin: 2200 },
      fade: { durationMs: 1000 },
      reach: 'reachable',
    })
    expect(den.driver.stateOf(strip)).toMatchObject({ on: true, brightness: 0.5, colour: { mode: 'xy' } })
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBe('evening')
    await den.clock.advance(2500)
    expect(den.light('pendant').fade).toBeNull()
  })

  it('shows fixtures without a device as the scene wants them', async () => {
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await den.clock.advance(50)
    expect(den.showroom.snapshot().fixtures.find(({ id }) => id === 'radio')).toMatchObject({
      on: true,
      reach: 'unbound',
    })
  })

  it('keeps what a lamp will have when it is lit again', async () => {
    den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.3, steady: false })
    await den.clock.advance(1500)
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: false })
    await den.clock.advance(1500)
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await den.clock.advance(1500)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.3 })
  })

  it('turns a finger that dims into at most eight commands a second, the last one sure to arrive', async () => {
    for (let step = 0; step <= 100; step++) {
      den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: step / 100, steady: true })
      await den.clock.advance(10)
    }
    await den.clock.advance(300)
    expect(den.driver.sent.length).toBeLessThanOrEqual(10)
    expect(den.driver.stateOf(pendant)?.brightness).toBe(1)
  })

  it('never switches a lamp to and fro faster than the flash guard allows, and ends where the finger ended', async () => {
    const times: number[] = []
    let on = false
    for (let tap = 0; tap < 21; tap++) {
      den.showroom.handle({ kind: 'switch', ...place('pendant'), on: tap % 2 === 0 })
      await den.clock.advance(100)
      const told = den.driver.sent.at(-1)
      if (told?.kind !== 'light' || told.on === on) continue
      on = !on
      times.push(den.clock.now())
    }
    await den.clock.advance(3000)
    for (const time of times) {
      expect(times.filter((other) => other > time - 1000 && other <= time).length).toBeLessThanOrEqual(3)
    }
    expect(den.driver.stateOf(pendant)?.on).toBe(true)
  })

  it('calls running the scene that the lamps show, however they came to show it', async () => {
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await den.clock.advance(50)
    await den.clock.advance(3000)
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBe('evening')
    den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.9, steady: false })
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBeNull()
    await den.clock.advance(3000)
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBeNull()
    den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.4, steady: false })
    await den.clock.advance(3000)
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBe('evening')
  })

  it('lets one wish build on another that is still on its way', async () => {
    den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.2, steady: false })
    den.showroom.handle({ kind: 'tint', ...place('pendant'), colour: { mode: 'kelvin', kelvin: 3000 } })
    await den.clock.advance(3000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ brightness: 0.2, colour: { kelvin: 3000 } })
  })

  it('refuses what does not exist or cannot be done', () => {
    expect(den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('nowhere') })).toBe(
      'unknown-target',
    )
    expect(den.showroom.handle({ kind: 'switch', ...place('nothing'), on: true })).toBe('unknown-target')
    expect(den.showroom.handle({ kind: 'switch', ...place('door'), on: true })).toBe('not-capable')
    expect(
      den.showroom.handle({ kind: 'tint', ...place('corner'), colour: { mode: 'kelvin', kelvin: 3000 } }),
    ).toBe('not-capable')
    expect(intent.safeParse({ kind: 'explode' }).success).toBe(false)
  })
})
