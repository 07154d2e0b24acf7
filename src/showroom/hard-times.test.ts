import { beforeEach, describe, expect, it } from 'vitest'
import { sceneId } from '../contract/ids.ts'
import type { DriverEvent } from './driver.ts'
import { Den, pendant, place, strip } from './testing/den.ts'
import { seeded } from './testing/seeded.ts'

const play = { kind: 'play-scene', scene: sceneId.parse('evening') } as const

describe('an air that is full for half a minute', () => {
  let den: Den
  const codes = () => den.showroom.snapshot().notices.map(({ code }) => code)
  const isAsked = () => {
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.4 })
    expect(den.driver.stateOf(strip)).toMatchObject({ on: true, brightness: 0.5 })
  }

  beforeEach(async () => {
    den = await Den.open()
    den.driver.setCongested(true)
  })

  it('takes no lamp for silent, moves no picture, and tells staff why', async () => {
    den.showroom.handle(play)
    for (let waited = 0; waited < 30_000; waited += 100) {
      await den.clock.advance(100)
      expect(den.light('pendant')).toMatchObject({ on: false, reach: 'reachable' })
      expect(codes()).toEqual(['air-congested'])
    }
    den.driver.setCongested(false)
    await den.clock.advance(3000)
    isAsked()
    expect(den.showroom.snapshot().rooms[0]?.arrival?.missing).toEqual([])
    expect(codes()).toEqual([])
  })

  it('loses no last wish of a finger that goes on', async () => {
    for (let step = 1; step <= 100; step++) {
      den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: step / 100, steady: step < 100 })
      await den.clock.advance(300)
    }
    den.driver.setCongested(false)
    await den.clock.advance(10_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 1 })
    expect(den.light('pendant')).toMatchObject({ on: true, brightness: 1, fade: null })
  })

  it('asks all lamps when it is over, so that what was given up is soon made good', async () => {
    den.showroom.handle(play)
    await den.clock.advance(5000)
    den.driver.air.giveUp()
    await den.clock.advance(100)
    den.driver.asked.length = 0
    den.driver.setCongested(false)
    await den.clock.advance(50)
    expect(new Set(den.driver.asked)).toEqual(new Set([pendant, strip]))
    await den.clock.advance(5000)
    isAsked()
  })

  it('is over when the dongle goes, and the next one begins afresh', async () => {
    den.showroom.handle(play)
    await den.clock.advance(2000)
    den.driver.pullOut({ code: 'gone', severity: 'error', sentence: 'Gone.', values: {} })
    expect(codes()).toEqual(['gone'])
    den.driver.setCongested(false)
    await den.clock.advance(1000)
    await den.driver.start()
    await den.clock.advance(5000)
    isAsked()
  })
})

describe('lamps that do not say things once and for all', () => {
  /** A den in which every report comes up to three times, each up to a quarter of a second late. */
  async function echoing(seed: number): Promise<Den> {
    const random = seeded(seed)
    const den = new Den()
    const listen = den.driver.listen.bind(den.driver)
    den.driver.listen = (hear: (event: DriverEvent) => void) =>
      listen((event) => {
        if (event.kind !== 'report') {
          hear(event)
          return
        }
        const echoes = 1 + Math.floor(random() * 3)
        for (let echo = 0; echo < echoes; echo++) den.clock.after(random() * 250, () => hear(event))
      })
    await den.furnish()
    den.driver.setReporting(true)
    return den
  }

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'are believed when they say it twice and late, and nobody argues with a finger (seed %i)',
    async (seed) => {
      const den = await echoing(seed)
      const random = seeded(seed)
      for (let turn = 0; turn < 40; turn++) {
        if (turn % 7 === 0) den.showroom.handle(play)
        const brightness = Math.round((0.1 + random() * 0.9) * 100) / 100
        den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness, steady: false })
        await den.clock.advance(1600 + random() * 600)
        expect(den.driver.stateOf(pendant)?.brightness).toBeCloseTo(brightness)
        expect(den.light('pendant')).toMatchObject({ on: true, reach: 'reachable', fade: null })
        expect(den.light('pendant').brightness).toBeCloseTo(brightness)
      }
      const settled = den.driver.sent.length
      await den.clock.advance(30_000)
      expect(den.driver.sent).toHaveLength(settled)
    },
  )

  it('are shown as they are when asked, though they claimed to have got there', async () => {
    const den = await Den.open()
    den.driver.setDeaf(pendant, true)
    den.showroom.handle(play)
    await den.clock.advance(1200)
    den.driver.claim(pendant, { on: true, brightness: 0.4, colour: { mode: 'kelvin', kelvin: 2200 } })
    await den.clock.advance(100)
    expect(den.light('pendant').on).toBe(true)
    await den.clock.advance(8000) // The patrol comes round.
    expect(den.light('pendant')).toMatchObject({ on: false, reach: 'reachable' })
    expect(den.light('strip').on).toBe(true)
  })
})
