import { beforeEach, describe, expect, it } from 'vitest'
import type { LightState } from '../contract/fixture-state.ts'
import { fixtureId, roomId, sceneId } from '../contract/ids.ts'
import { intent } from '../contract/intent.ts'
import { readContent } from './content.ts'
import { deviceId } from './device.ts'
import { silentLog } from './log.ts'
import { ManualClock } from './manual-clock.ts'
import { MemoryDriver } from './memory-driver.ts'
import { MemoryStorage } from './memory-storage.ts'
import { Showroom } from './showroom.ts'

const files = [
  {
    path: 'rooms/den/room.yaml',
    text: `
version: 1
id: den
name: { en: Den, sv: Krypin }
cameras:
  landscape: { from: [0, 1, 3], to: [0, 1, 0], fov: 40 }
  portrait: { from: [0, 1, 3], to: [0, 1, 0], fov: 50 }
fixtures:
  - { id: pendant, kind: light, name: { en: Pendant, sv: Taklampa }, at: [0, 2, 0], lumens: 800, kelvin: { min: 2200, max: 4000 } }
  - { id: strip, kind: light, name: { en: Strip, sv: Slinga }, at: [0, 2, 0], lumens: 600, kelvin: { min: 2200, max: 6500 }, colour: true }
  - { id: corner, kind: light, name: { en: Corner, sv: Hörn }, at: [1, 1, 0], lumens: 400 }
  - { id: radio, kind: plug, name: { en: Radio, sv: Radio }, at: [1, 1, 0] }
  - { id: door, kind: motion, name: { en: Door, sv: Dörr }, at: [1, 1, 0] }
`,
  },
  {
    path: 'den/evening.yaml',
    text: `
version: 1
id: evening
room: den
title: { en: Evening, sv: Kväll }
story: { en: Calm., sv: Lugnt. }
icon: moon
transitionMs: 1000
fixtures:
  pendant: { brightness: 0.4, kelvin: 2200 }
  strip: { brightness: 0.5, colour: "#ff8800" }
  corner: { on: false }
  radio: { on: true }
`,
  },
]

const den = roomId.parse('den')
const place = (name: string) => ({ room: den, fixture: fixtureId.parse(name) })
const pendant = deviceId.parse('pendant-bulb')
const strip = deviceId.parse('strip-bulb')
const ability = { kelvin: { min: 2200, max: 4000 }, colour: false }

describe('a showroom', () => {
  let clock: ManualClock
  let driver: MemoryDriver
  let storage: MemoryStorage
  let showroom: Showroom

  beforeEach(async () => {
    clock = new ManualClock()
    driver = new MemoryDriver(clock)
    storage = new MemoryStorage()
    driver.add(
      { id: pendant, vendor: 'v', model: 'm', abilities: { light: ability }, power: 'mains' },
      { on: false, brightness: 1, colour: { mode: 'kelvin', kelvin: 2700 } },
    )
    driver.add(
      {
        id: strip,
        vendor: 'v',
        model: 'm',
        abilities: { light: { ...ability, colour: true } },
        power: 'mains',
      },
      { on: false, brightness: 1, colour: { mode: 'kelvin', kelvin: 2700 } },
    )
    await storage.write(
      'bindings.json',
      JSON.stringify({
        version: 1,
        bindings: [
          { ...place('pendant'), device: pendant },
          { ...place('strip'), device: strip },
        ],
      }),
    )
    showroom = await start()
  })

  async function start(): Promise<Showroom> {
    const content = readContent(files)
    expect(content.problems).toEqual([])
    const built = new Showroom({ content, driver, clock, storage, log: silentLog, epoch: 'e1' })
    await built.start()
    await clock.advance(50)
    return built
  }

  function light(name: string): LightState {
    const state = showroom.snapshot().fixtures.find((fixture) => fixture.id === name)
    if (state?.kind !== 'light') throw new Error(`${name} is not a light`)
    return state
  }

  it('lights the lamps of a scene, and tells the screen when the dongle confirmed', async () => {
    expect(showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })).toBe('accepted')
    expect(light('pendant').on).toBe(false)
    await clock.advance(50)
    expect(light('pendant')).toMatchObject({
      on: true,
      brightness: 0.4,
      colour: { mode: 'kelvin', kelvin: 2200 },
      fade: { durationMs: 1000 },
      reach: 'reachable',
    })
    expect(driver.stateOf(strip)).toMatchObject({ on: true, brightness: 0.5, colour: { mode: 'xy' } })
    expect(showroom.snapshot().rooms[0]?.activeScene).toBe('evening')
    await clock.advance(2500)
    expect(light('pendant').fade).toBeNull()
  })

  it('shows fixtures without a device as the scene wants them', async () => {
    showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await clock.advance(50)
    expect(showroom.snapshot().fixtures.find(({ id }) => id === 'radio')).toMatchObject({
      on: true,
      reach: 'unbound',
    })
  })

  it('never lights a lamp on the screen that does not answer', async () => {
    driver.setPower(pendant, false)
    showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    for (let waited = 0; waited < 3000; waited += 50) {
      await clock.advance(50)
      expect(light('pendant').on).toBe(false)
    }
    expect(light('pendant').reach).toBe('unreachable')
    expect(showroom.snapshot().notices.map(({ code }) => code)).toContain('device-unreachable')
  })

  it('darkens a lit lamp on the screen that stops answering, at the latest 1.5 s after the fade', async () => {
    showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await clock.advance(100)
    expect(light('pendant').on).toBe(true)
    driver.setPower(pendant, false)
    await clock.advance(400 + 1500 - 100)
    expect(light('pendant')).toMatchObject({ on: false, reach: 'unreachable' })
  })

  it('corrects the picture of a lamp that confirmed and did nothing', async () => {
    driver.setDeaf(pendant, true)
    showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await clock.advance(100)
    expect(light('pendant').on).toBe(true)
    await clock.advance(400 + 1500 - 100)
    expect(light('pendant')).toMatchObject({ on: false, reach: 'reachable' })
  })

  it('welcomes a lamp back that has power again', async () => {
    driver.setPower(pendant, false)
    showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await clock.advance(1000)
    driver.setPower(pendant, true)
    await clock.advance(11_000)
    expect(light('pendant').reach).toBe('reachable')
    expect(showroom.snapshot().notices).toEqual([])
  })

  it('follows a lamp that another hand switched', async () => {
    driver.changeByItself(pendant, { on: true, brightness: 0.3 })
    expect(light('pendant')).toMatchObject({ on: true, brightness: 0.3, fade: null })
  })

  it('keeps what a lamp will have when it is lit again', async () => {
    showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.3, steady: false })
    await clock.advance(1500)
    showroom.handle({ kind: 'switch', ...place('pendant'), on: false })
    await clock.advance(1500)
    showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await clock.advance(1500)
    expect(driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.3 })
  })

  it('turns a finger that dims into at most eight commands a second, the last one sure to arrive', async () => {
    for (let step = 0; step <= 100; step++) {
      showroom.handle({ kind: 'dim', ...place('pendant'), brightness: step / 100, steady: true })
      await clock.advance(10)
    }
    await clock.advance(300)
    expect(driver.sent.length).toBeLessThanOrEqual(10)
    expect(driver.stateOf(pendant)?.brightness).toBe(1)
  })

  it('never switches a lamp to and fro faster than the flash guard allows, and ends where the finger ended', async () => {
    const times: number[] = []
    for (let tap = 0; tap < 21; tap++) {
      showroom.handle({ kind: 'switch', ...place('pendant'), on: tap % 2 === 0 })
      const before = driver.sent.length
      await clock.advance(100)
      if (driver.sent.length > before) times.push(clock.now())
    }
    await clock.advance(3000)
    for (const time of times) {
      expect(times.filter((other) => other > time - 1000 && other <= time).length).toBeLessThanOrEqual(3)
    }
    expect(driver.stateOf(pendant)?.on).toBe(true)
  })

  it('calls running the scene that the lamps show, however they came to show it', async () => {
    showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await clock.advance(50)
    await clock.advance(3000)
    expect(showroom.snapshot().rooms[0]?.activeScene).toBe('evening')
    showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.9, steady: false })
    expect(showroom.snapshot().rooms[0]?.activeScene).toBeNull()
    await clock.advance(3000)
    expect(showroom.snapshot().rooms[0]?.activeScene).toBeNull()
    showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.4, steady: false })
    await clock.advance(3000)
    expect(showroom.snapshot().rooms[0]?.activeScene).toBe('evening')
  })

  it('asks a silent lamp for the whole when it says half a sentence', async () => {
    showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await clock.advance(1500)
    driver.setPower(pendant, false)
    showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.5, steady: false })
    await clock.advance(1500)
    expect(light('pendant').reach).toBe('unreachable')
    driver.setPower(pendant, true)
    driver.changeByItself(pendant, { brightness: 0.5 })
    await clock.advance(100)
    expect(light('pendant')).toMatchObject({ on: true, brightness: 0.5, reach: 'reachable' })
  })

  it('notices a lamp that is switched off at the wall though nobody touches anything', async () => {
    showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await clock.advance(2000)
    driver.setPower(pendant, false)
    await clock.advance(10_000)
    expect(light('pendant')).toMatchObject({ on: false, reach: 'unreachable' })
  })

  it('believes a lamp that was put out by another hand while it fades up', async () => {
    driver.add(
      { id: pendant, vendor: 'v', model: 'm', abilities: { light: ability }, power: 'mains' },
      { on: false, brightness: 1, colour: { mode: 'kelvin', kelvin: 2700 } },
    )
    showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await clock.advance(200)
    driver.changeByItself(pendant, { on: false })
    await clock.advance(100)
    expect(light('pendant').on).toBe(false)
    await clock.advance(3000)
    expect(showroom.snapshot().rooms[0]?.activeScene).toBeNull()
  })

  it('lets one wish build on another that is still on its way', async () => {
    showroom.handle({ kind: 'dim', ...place('pendant'), brightness: 0.2, steady: false })
    showroom.handle({ kind: 'tint', ...place('pendant'), colour: { mode: 'kelvin', kelvin: 3000 } })
    await clock.advance(3000)
    expect(driver.stateOf(pendant)).toMatchObject({ brightness: 0.2, colour: { kelvin: 3000 } })
  })

  it('does not say that a scene runs which no lamp got', async () => {
    driver.pullOut({ code: 'gone', severity: 'error', sentence: 'Gone.', values: {} })
    showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await clock.advance(1000)
    expect(showroom.snapshot().rooms[0]?.activeScene).toBeNull()
    await driver.start()
    await clock.advance(5000)
    expect(showroom.snapshot().rooms[0]?.activeScene).toBeNull()
  })

  it('knows a bound lamp again that joins anew', async () => {
    driver.leave(pendant)
    expect(light('pendant').reach).toBe('unreachable')
    driver.add(
      { id: pendant, vendor: 'v', model: 'm', abilities: { light: ability }, power: 'mains' },
      { on: true, brightness: 0.7, colour: { mode: 'kelvin', kelvin: 2700 } },
    )
    await clock.advance(100)
    expect(light('pendant')).toMatchObject({ on: true, brightness: 0.7, reach: 'reachable' })
  })

  it('keeps the picture of lit lamps while the dongle is gone, whatever was being asked', async () => {
    showroom.handle({ kind: 'switch', ...place('pendant'), on: true })
    await clock.advance(1005)
    driver.pullOut({ code: 'gone', severity: 'error', sentence: 'Gone.', values: {} })
    await clock.advance(5000)
    expect(light('pendant')).toMatchObject({ on: true, reach: 'unreachable' })
  })

  it('refuses a record that binds one device twice', async () => {
    const bindings = [
      { ...place('pendant'), device: pendant },
      { ...place('strip'), device: pendant },
    ]
    await storage.write('bindings.json', JSON.stringify({ version: 1, bindings }))
    await showroom.stop()
    showroom = await start()
    expect(showroom.snapshot().notices.map(({ code }) => code)).toEqual(['bindings-unreadable'])
  })

  it('knows after a restart what the lamps are and which scene they show', async () => {
    showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await clock.advance(3000)
    const before = showroom.snapshot()
    await showroom.stop()
    showroom = await start()
    const after = showroom.snapshot()
    for (const name of ['pendant', 'strip']) {
      expect(after.fixtures.find(({ id }) => id === name)).toEqual(
        before.fixtures.find(({ id }) => id === name),
      )
    }
    expect(after.rooms).toEqual(before.rooms)
  })

  it('marks lamps unreachable while the dongle is gone, and says why to staff', async () => {
    const notice = { code: 'dongle-lost', severity: 'error' as const, sentence: 'It is gone.', values: {} }
    driver.pullOut(notice)
    expect(light('pendant').reach).toBe('unreachable')
    expect(showroom.snapshot()).toMatchObject({ dongle: { phase: 'lost' }, notices: [notice] })
    await driver.start()
    await clock.advance(50)
    expect(light('pendant').reach).toBe('reachable')
    expect(showroom.snapshot().notices).toEqual([])
  })

  it('refuses what does not exist or cannot be done', () => {
    expect(showroom.handle({ kind: 'play-scene', scene: sceneId.parse('nowhere') })).toBe('unknown-target')
    expect(showroom.handle({ kind: 'switch', ...place('nothing'), on: true })).toBe('unknown-target')
    expect(showroom.handle({ kind: 'switch', ...place('door'), on: true })).toBe('not-capable')
    expect(
      showroom.handle({ kind: 'tint', ...place('corner'), colour: { mode: 'kelvin', kelvin: 3000 } }),
    ).toBe('not-capable')
    expect(intent.safeParse({ kind: 'explode' }).success).toBe(false)
  })

  it('leaves an unreadable bindings record alone and says so', async () => {
    await storage.write('bindings.json', '{"version": 1, "bind')
    await showroom.stop()
    showroom = await start()
    expect(showroom.snapshot().notices.map(({ code }) => code)).toEqual(['bindings-unreadable'])
    expect(storage.records.get('bindings.json')).toBe('{"version": 1, "bind')
  })
})
