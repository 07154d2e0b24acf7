import { beforeEach, describe, expect, it } from 'vitest'
import { sceneId } from '../contract/ids.ts'
import { Den, pendant, place, strip } from './testing/den.ts'

const gone = { code: 'gone', severity: 'error', sentence: 'Gone.', values: {} } as const
const play = { kind: 'play-scene', scene: sceneId.parse('evening') } as const

describe('a dongle that was away', () => {
  let den: Den
  const arrival = () => den.showroom.snapshot().rooms[0]?.arrival
  const sentTo = (device: string) => den.driver.sent.filter((command) => command.device === device)
  const away = async (ms: number) => {
    den.driver.pullOut(gone)
    await den.clock.advance(ms)
  }
  const backFor = async (ms: number) => {
    await den.driver.start()
    await den.clock.advance(ms)
  }

  beforeEach(async () => {
    den = await Den.open()
  })

  it('brings lamps the scene that was played just before it went', async () => {
    den.driver.setDeaf(pendant, true) // The frame was on its way.
    den.showroom.handle(play)
    await den.clock.advance(5)
    await away(3000)
    den.driver.setDeaf(pendant, false)
    await backFor(5000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.4 })
    expect(arrival()?.outcome).toBe('reached-late')
  })

  it('brings lamps what was wished meanwhile', async () => {
    await away(1000)
    den.showroom.handle(play)
    await den.clock.advance(3000)
    await backFor(5000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.4 })
    expect(den.driver.stateOf(strip)).toMatchObject({ on: true, brightness: 0.5 })
    expect(arrival()?.outcome).toBe('reached-late')
  })

  it.each([
    ['puts out', { on: false }],
    ['dims', { brightness: 0.9 }],
    ['tints', { colour: { mode: 'kelvin', kelvin: 4000 } }],
  ] as const)('leaves a lamp alone that a hand %s meanwhile', async (_, byHand) => {
    den.showroom.handle(play)
    await den.clock.advance(3000)
    const before = sentTo(pendant).length
    await away(2000)
    den.driver.changeByItself(pendant, byHand)
    await backFor(60_000)
    expect(den.driver.stateOf(pendant)).toMatchObject(byHand)
    expect(den.light('pendant')).toMatchObject({ reach: 'reachable', ...byHand })
    expect(sentTo(pendant)).toHaveLength(before)
    expect(den.driver.stateOf(strip)).toMatchObject({ on: true, brightness: 0.5 })
  })

  it('leaves it alone too when the dongle goes once more before anybody asked the lamp', async () => {
    den.showroom.handle(play)
    await den.clock.advance(3000)
    await away(1000)
    den.driver.changeByItself(pendant, { on: false })
    await backFor(5)
    await away(1000)
    await backFor(20_000)
    expect(den.driver.stateOf(pendant)?.on).toBe(false)
  })

  it('lets a hand at a lamp win over what a finger asked in vain, and gives the others theirs', async () => {
    await away(1000)
    den.showroom.handle(play)
    den.driver.changeByItself(pendant, { on: true, brightness: 0.9 })
    await backFor(20_000)
    expect(den.driver.stateOf(pendant)?.brightness).toBe(0.9)
    expect(den.driver.stateOf(strip)).toMatchObject({ on: true, brightness: 0.5 })
  })

  it('lets a finger win that touches the lamp after the dongle is back', async () => {
    den.showroom.handle(play)
    await den.clock.advance(3000)
    await away(1000)
    den.driver.changeByItself(pendant, { on: false })
    await den.driver.start()
    den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.7, steady: false })
    await den.clock.advance(20_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.7 })
  })

  it('gives a lamp its light back that says that it was without power', async () => {
    den.showroom.handle(play)
    await den.clock.advance(3000)
    await away(1000)
    await den.driver.start()
    den.driver.returnWith(pendant, { on: true, brightness: 1 })
    await den.clock.advance(5000)
    expect(den.driver.stateOf(pendant)?.brightness).toBe(0.4)
  })

  it('gives a lamp its light back that was silent before the dongle went', async () => {
    den.showroom.handle(play)
    await den.clock.advance(3000)
    den.driver.setPower(pendant, false)
    await den.clock.advance(20_000)
    await away(1000)
    den.driver.setPower(pendant, true)
    den.driver.changeByItself(pendant, { on: true, brightness: 1 })
    await backFor(5000)
    expect(den.driver.stateOf(pendant)?.brightness).toBe(0.4)
  })
})
