import { beforeEach, describe, expect, it } from 'vitest'
import { sceneId } from '../contract/ids.ts'
import { Den, pendant, pendantBulb, place, strip } from './testing/den.ts'

describe('a showroom and its hardware', () => {
  let den: Den

  beforeEach(async () => {
    den = await Den.open()
  })

  it('tells the driver ahead of time what each scene will send, and again when devices change', async () => {
    await den.clock.advance(1000)
    expect(den.driver.plans).toEqual([
      {
        name: 'den/evening',
        commands: [
          expect.objectContaining({ device: pendant, brightness: 0.4, transitionMs: 1000 }),
          expect.objectContaining({ device: strip, brightness: 0.5 }),
        ],
      },
    ])
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await den.clock.advance(50)
    expect(den.driver.sent).toEqual(den.driver.plans[0]?.commands)
    den.driver.add({ ...pendantBulb, abilities: { light: { kelvin: null, colour: false } } }, {})
    await den.clock.advance(1000)
    expect(den.driver.plans[0]?.commands[0]).not.toHaveProperty('colour')
  })

  it('never lights a lamp on the screen that does not answer', async () => {
    den.driver.setPower(pendant, false)
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    for (let waited = 0; waited < 3000; waited += 50) {
      await den.clock.advance(50)
      expect(den.light('pendant').on).toBe(false)
    }
    expect(den.light('pendant').reach).toBe('unreachable')
    expect(den.showroom.snapshot().notices.map(({ code }) => code)).toContain('device-unreachable')
  })

  it('darkens a lit lamp on the screen that stops answering, at the latest 1.5 s after the fade', async () => {
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await den.clock.advance(100)
    expect(den.light('pendant').on).toBe(true)
    den.driver.setPower(pendant, false)
    await den.clock.advance(400 + 1500 - 100)
    expect(den.light('pendant')).toMatchObject({ on: false, reach: 'unreachable' })
  })

  it('corrects the picture of a lamp that confirmed and did nothing', async () => {
    den.driver.setDeaf(pendant, true)
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await den.clock.advance(100)
    expect(den.light('pendant').on).toBe(true)
    await den.clock.advance(400 + 1500 - 100)
    expect(den.light('pendant')).toMatchObject({ on: false, reach: 'reachable' })
  })

  it('welcomes a lamp back that has power again', async () => {
    den.driver.setPower(pendant, false)
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await den.clock.advance(1000)
    den.driver.setPower(pendant, true)
    await den.clock.advance(11_000)
    expect(den.light('pendant').reach).toBe('reachable')
    expect(den.showroom.snapshot().notices).toEqual([])
  })

  it('follows a lamp that another hand switched', async () => {
    den.driver.changeByItself(pendant, { on: true, brightness: 0.3 })
    expect(den.light('pendant')).toMatchObject({ on: true, brightness: 0.3, fade: null })
  })

  it('asks a silent lamp for the whole when it says half a sentence', async () => {
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await den.clock.advance(1500)
    den.driver.setPower(pendant, false)
    den.showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.5, steady: false })
    await den.clock.advance(1500)
    expect(den.light('pendant').reach).toBe('unreachable')
    den.driver.setPower(pendant, true)
    den.driver.changeByItself(pendant, { brightness: 0.5 })
    await den.clock.advance(100)
    expect(den.light('pendant')).toMatchObject({ on: true, brightness: 0.5, reach: 'reachable' })
  })

  it('knows a lamp after its start by a whole sentence: what came before a rule would else come back wrong', async () => {
    den.driver.changeByItself(pendant, { on: true, brightness: 0.3 })
    den.driver.setPower(pendant, false)
    await den.restart()
    den.driver.claim(pendant, { on: true })
    await den.clock.advance(50)
    expect(den.light('pendant').reach).toBe('unknown')
    den.driver.setPower(pendant, true)
    await den.clock.advance(20_000)
    expect(den.light('pendant')).toMatchObject({ on: true, brightness: 0.3, reach: 'reachable' })
  })

  it('notices a lamp that is switched off at the wall though nobody touches anything', async () => {
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await den.clock.advance(2000)
    den.driver.setPower(pendant, false)
    await den.clock.advance(10_000)
    expect(den.light('pendant')).toMatchObject({ on: false, reach: 'unreachable' })
  })

  it('believes a lamp that was put out by another hand while it fades up', async () => {
    den.driver.add(pendantBulb, { on: false, brightness: 1, colour: { mode: 'kelvin', kelvin: 2700 } })
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await den.clock.advance(200)
    den.driver.changeByItself(pendant, { on: false })
    await den.clock.advance(100)
    expect(den.light('pendant').on).toBe(false)
    await den.clock.advance(3000)
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBeNull()
  })

  it('says that a scene runs when its lamps got it, not while the dongle is away', async () => {
    den.driver.pullOut({ code: 'gone', severity: 'error', sentence: 'Gone.', values: {} })
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await den.clock.advance(1000)
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBeNull()
    await den.driver.start()
    await den.clock.advance(5000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.4 })
    expect(den.showroom.snapshot().rooms[0]?.activeScene).toBe('evening')
  })

  it('knows a bound lamp again that joins anew', async () => {
    den.driver.leave(pendant)
    expect(den.light('pendant').reach).toBe('unreachable')
    den.driver.add(pendantBulb, { on: true, brightness: 0.7, colour: { mode: 'kelvin', kelvin: 2700 } })
    await den.clock.advance(100)
    expect(den.light('pendant')).toMatchObject({ on: true, brightness: 0.7, reach: 'reachable' })
  })

  it('keeps the picture of lit lamps while the dongle is gone, whatever was being asked', async () => {
    den.showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await den.clock.advance(1005)
    den.driver.pullOut({ code: 'gone', severity: 'error', sentence: 'Gone.', values: {} })
    await den.clock.advance(5000)
    expect(den.light('pendant')).toMatchObject({ on: true, reach: 'unreachable' })
  })

  it('refuses a record that binds one device twice', async () => {
    const bindings = [
      { ...place('pendant'), device: pendant },
      { ...place('strip'), device: pendant },
    ]
    await den.storage.write('bindings.json', JSON.stringify({ version: 1, bindings }))
    await den.restart()
    expect(den.showroom.snapshot().notices.map(({ code }) => code)).toEqual(['bindings-unreadable'])
  })

  it('knows after a restart what the lamps are and which scene they show', async () => {
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await den.clock.advance(3000)
    const before = den.showroom.snapshot()
    await den.restart()
    const after = den.showroom.snapshot()
    for (const name of ['pendant', 'strip']) {
      expect(after.fixtures.find(({ id }) => id === name)).toEqual(
        before.fixtures.find(({ id }) => id === name),
      )
    }
    expect(after.rooms).toEqual(before.rooms)
  })

  it('marks lamps unreachable while the dongle is gone, and says why to staff', async () => {
    const notice = { code: 'dongle-lost', severity: 'error' as const, sentence: 'It is gone.', values: {} }
    den.driver.pullOut(notice)
    expect(den.light('pendant').reach).toBe('unreachable')
    expect(den.showroom.snapshot()).toMatchObject({ dongle: { phase: 'lost' }, notices: [notice] })
    await den.driver.start()
    await den.clock.advance(50)
    expect(den.light('pendant').reach).toBe('reachable')
    expect(den.showroom.snapshot().notices).toEqual([])
  })

  it('leaves an unreadable bindings record alone and says so', async () => {
    await den.storage.write('bindings.json', '{"version": 1, "bind')
    await den.restart()
    expect(den.showroom.snapshot().notices.map(({ code }) => code)).toEqual(['bindings-unreadable'])
    expect(den.storage.records.get('bindings.json')).toBe('{"version": 1, "bind')
  })
})
