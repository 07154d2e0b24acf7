import { describe, expect, it } from 'vitest'
import { deviceId } from '../../showroom/device.ts'
import { ManualClock } from '../../showroom/manual-clock.ts'
import { Darkness } from './darkness.ts'

const lamp = deviceId.parse('lamp')

function darkness() {
  const clock = new ManualClock()
  const lowered: number[] = []
  const dark = new Darkness(clock, async () => {
    lowered.push(clock.now())
    return true
  })
  return { clock, dark, lowered }
}

describe('a lamp that is off', () => {
  it('is set low once it is at rest, so that a stored scene lights it from there', async () => {
    const { clock, dark, lowered } = darkness()
    dark.goesOut(lamp, 1000)
    expect(dark.startsBright(lamp)).toBe(true)
    await clock.advance(1000)
    expect(lowered).toEqual([])
    await clock.advance(1000)
    expect(lowered).toHaveLength(1)
    expect(dark.startsBright(lamp)).toBe(false)
  })

  it('is left alone when it is lit before', async () => {
    const { clock, dark, lowered } = darkness()
    dark.goesOut(lamp, 1000)
    dark.lit(lamp)
    await clock.advance(5000)
    expect(lowered).toEqual([])
  })

  it('is known from its own word too', async () => {
    const { clock, dark, lowered } = darkness()
    dark.heard(lamp, { on: false }, false)
    await clock.advance(5000)
    expect(lowered).toHaveLength(1)
  })

  it('does not tell how bright it is', () => {
    const { dark } = darkness()
    expect(dark.heard(lamp, { on: false, brightness: 0 }, false)).toEqual({ on: false })
    expect(dark.heard(lamp, { brightness: 0 }, false)).toEqual({})
    expect(dark.heard(lamp, { on: true, brightness: 0.5 }, false)).toEqual({ on: true, brightness: 0.5 })
  })

  it('is taken to be dark while it sinks, whatever it says on its way', async () => {
    const { clock, dark, lowered } = darkness()
    dark.sinks(lamp)
    expect(dark.heard(lamp, { on: true, brightness: 0.2 }, false)).toEqual({ on: true })
    dark.heard(lamp, { on: false }, false)
    await clock.advance(5000)
    expect(lowered).toEqual([])
    expect(dark.startsBright(lamp)).toBe(false)
  })

  it('is not believed when its word may be of before it was lit, unless it was asked', async () => {
    const { clock, dark, lowered } = darkness()
    dark.toldToBeLit(lamp)
    await clock.advance(2000)
    dark.heard(lamp, { on: false }, false)
    await clock.advance(2000)
    // At its lowest level it would stay all but dark.
    expect(lowered).toEqual([])
    expect(dark.isSurelyOff(lamp)).toBe(false)
    dark.heard(lamp, { on: false }, true)
    await clock.advance(2000)
    expect(lowered).toHaveLength(1)
    expect(dark.isSurelyOff(lamp)).toBe(true)
  })

  it('is not surely off while it sinks, whatever it said before', () => {
    const { dark } = darkness()
    dark.heard(lamp, { on: false }, false)
    expect(dark.isSurelyOff(lamp)).toBe(true)
    dark.toldToBeLit(lamp)
    expect(dark.isSurelyOff(lamp)).toBe(false)
    dark.isOff(lamp)
    dark.sinks(lamp)
    dark.heard(lamp, { on: false }, false)
    expect(dark.isSurelyOff(lamp)).toBe(false)
  })
})
