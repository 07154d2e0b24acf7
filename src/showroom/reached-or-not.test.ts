import { beforeEach, describe, expect, it } from 'vitest'
import { sceneId } from '../contract/ids.ts'
import { Den, pendant, place, strip } from './testing/den.ts'

const evening = sceneId.parse('evening')

describe('whether a scene was reached', () => {
  let den: Den
  const arrival = () => den.showroom.snapshot().rooms[0]?.arrival
  const play = () => den.showroom.handle({ kind: 'play-scene', scene: evening })
  const sentTo = (device: string) => den.driver.sent.filter((command) => command.device === device)

  beforeEach(async () => {
    den = await Den.open()
    expect(arrival()).toBeNull()
  })

  it('is known by what its devices say, in one sending', async () => {
    play()
    await den.clock.advance(100)
    expect(arrival()).toEqual({ scene: evening, outcome: 'under-way', missing: [] })
    await den.clock.advance(2500)
    expect(arrival()).toEqual({ scene: evening, outcome: 'reached', missing: [] })
    expect(den.driver.batches.map((batch) => batch.length)).toEqual([2])
  })

  it('asks a lamp again that did not obey, and says that it was late', async () => {
    den.driver.setDeaf(pendant, true)
    play()
    await den.clock.advance(2500)
    expect(den.light('pendant').on).toBe(false)
    expect(arrival()?.outcome).toBe('under-way')
    den.driver.setDeaf(pendant, false)
    await den.clock.advance(4000)
    expect(den.light('pendant')).toMatchObject({ on: true, brightness: 0.4 })
    expect(arrival()).toEqual({ scene: evening, outcome: 'reached-late', missing: [] })
    expect(sentTo(strip)).toHaveLength(1)
  })

  it('does not take half a sentence for the whole: a lamp that stayed lit is asked again', async () => {
    play()
    await den.clock.advance(3000)
    den.driver.setDeaf(pendant, true)
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: false })
    await den.clock.advance(600)
    den.driver.claim(pendant, {}) // As a lamp that sinks does, whose level says nothing.
    await den.clock.advance(1000)
    den.driver.setDeaf(pendant, false)
    await den.clock.advance(4000)
    expect(den.driver.stateOf(pendant)?.on).toBe(false)
  })

  it('asks twice again, gently, then leaves the lamp alone and names it; its picture never lights meanwhile', async () => {
    den.driver.setDeaf(pendant, true)
    play()
    await den.clock.advance(1700)
    for (let waited = 0; waited < 60_000; waited += 100) {
      await den.clock.advance(100)
      expect(den.light('pendant').on).toBe(false)
    }
    expect(sentTo(pendant)).toHaveLength(3)
    expect(arrival()).toEqual({
      scene: evening,
      outcome: 'not-reached',
      missing: [{ fixture: place('pendant').fixture, reason: 'differs' }],
    })
    expect(den.showroom.snapshot().notices.map(({ code }) => code)).toEqual(['device-disobeys'])
  })

  it('never argues with a person who changed the lamp since, by hand or on the screen', async () => {
    play()
    await den.clock.advance(3000)
    den.driver.changeByItself(pendant, { on: true, brightness: 0.9 })
    den.showroom.handle({ kind: 'switch', ...place('strip'), on: false })
    await den.clock.advance(60_000)
    expect(den.driver.stateOf(pendant)?.brightness).toBe(0.9)
    expect(den.driver.stateOf(strip)?.on).toBe(false)
    expect(sentTo(pendant)).toHaveLength(1)
    expect(arrival()).toBeNull()
  })

  it('does not light a lamp again that a hand put out while it was fading up', async () => {
    play()
    await den.clock.advance(300)
    den.driver.changeByItself(pendant, { on: false })
    await den.clock.advance(20_000)
    expect(den.driver.stateOf(pendant)?.on).toBe(false)
    expect(sentTo(pendant)).toHaveLength(1)
  })

  it('names a dead lamp, which costs the others nothing', async () => {
    const timeTo = async (den: Den, scene: string) => {
      den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse(scene) })
      const start = den.clock.now()
      while (den.light('strip').fade === null) await den.clock.advance(1)
      return den.clock.now() - start
    }
    const without = await timeTo(await Den.open(), 'evening')
    den.driver.setPower(pendant, false)
    expect(await timeTo(den, 'evening')).toBe(without)
    await den.clock.advance(3000)
    expect(arrival()).toEqual({
      scene: evening,
      outcome: 'not-reached',
      missing: [{ fixture: place('pendant').fixture, reason: 'silent' }],
    })
  })

  it('probes a dead lamp ever more seldom', async () => {
    den.driver.setPower(pendant, false)
    play()
    await den.clock.advance(600_000)
    const asked = den.driver.asked.filter((device) => device === pendant)
    expect(asked.length).toBeGreaterThan(8)
    expect(asked.length).toBeLessThan(20)
  })

  it('gives a lamp its light back that was switched off at the wall, softly', async () => {
    play()
    await den.clock.advance(3000)
    den.driver.setPower(pendant, false)
    await den.clock.advance(10_000)
    expect(den.light('pendant').reach).toBe('unreachable')
    const before = sentTo(pendant).length
    den.driver.returnWith(pendant, { on: true, brightness: 1, colour: { mode: 'kelvin', kelvin: 2700 } })
    await den.clock.advance(100)
    expect(den.light('pendant')).toMatchObject({ on: true, brightness: 1, reach: 'reachable' })
    await den.clock.advance(4000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ brightness: 0.4, colour: { kelvin: 2200 } })
    expect(sentTo(pendant).slice(before)).toEqual([expect.objectContaining({ transitionMs: 1000 })])
    expect(arrival()?.outcome).toBe('reached-late')
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBe('evening')
  })

  it('gives it back even if the lamp was away so shortly that nobody noticed', async () => {
    play()
    await den.clock.advance(3000)
    den.driver.returnWith(pendant, { on: true, brightness: 1 })
    await den.clock.advance(4000)
    expect(den.driver.stateOf(pendant)?.brightness).toBe(0.4)
  })

  it('gives back what was wished last, not the scene, to a lamp that a person changed since', async () => {
    play()
    await den.clock.advance(3000)
    den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.8, steady: false })
    await den.clock.advance(3000)
    den.driver.returnWith(pendant, { on: true, brightness: 1 })
    await den.clock.advance(4000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ brightness: 0.8, colour: { kelvin: 2200 } })
  })

  it('leaves a returned lamp to the person who touches it first', async () => {
    play()
    await den.clock.advance(3000)
    den.driver.returnWith(pendant, { on: true, brightness: 1 })
    await den.clock.advance(100)
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: false })
    await den.clock.advance(10_000)
    expect(den.driver.stateOf(pendant)?.on).toBe(false)
  })

  it('does not ask lamps what they have said already', async () => {
    den.driver.setReporting(true)
    await den.clock.advance(10_000)
    play()
    await den.clock.advance(1010)
    den.driver.asked.length = 0
    await den.clock.advance(700)
    expect(arrival()?.outcome).toBe('reached')
    expect(den.driver.asked.length).toBeLessThanOrEqual(1) // The patrol's.
  })

  it('is not said of a scene before all its lamps have been asked', async () => {
    const dim = {
      path: 'den/dim.yaml',
      text: `
version: 1
id: dim
room: den
title: { en: Dim, sv: Dunkel }
story: { en: Dim., sv: Dunkelt. }
icon: moon
fixtures: { pendant: { brightness: 0.1 }, corner: { on: false } }
`,
    }
    den = await Den.openWith([dim])
    den.driver.setPower(pendant, false) // It will not answer, which takes a moment to find out.
    await den.restart()
    expect(den.light('pendant').reach).toBe('unknown')
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBeNull()
  })

  it('knows after a restart what to give back', async () => {
    play()
    await den.clock.advance(3000)
    await den.restart()
    expect(arrival()).toEqual({ scene: evening, outcome: 'reached', missing: [] })
    den.driver.returnWith(pendant, { on: true, brightness: 1 })
    await den.clock.advance(4000)
    expect(den.driver.stateOf(pendant)?.brightness).toBe(0.4)
  })
})
