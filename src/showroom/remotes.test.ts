import { beforeEach, describe, expect, it } from 'vitest'
import type { ButtonWord } from '../contract/button.ts'
import { sceneId } from '../contract/ids.ts'
import { readContent } from './content.ts'
import { type DeviceDescription, deviceId } from './device.ts'
import { Den, pendant, place, strip } from './testing/den.ts'

const battery = { vendor: 'v', model: 'm', power: 'battery' } as const
const knob: DeviceDescription = { ...battery, id: deviceId.parse('knob'), abilities: { remote: true } }
const wand: DeviceDescription = { ...battery, id: deviceId.parse('wand'), abilities: { remote: true } }
const bell: DeviceDescription = { ...battery, id: deviceId.parse('bell'), abilities: { remote: true } }
const drawer: DeviceDescription = { ...battery, id: deviceId.parse('drawer'), abilities: { contact: true } }

describe('a remote', () => {
  let den: Den
  const press = (remote: DeviceDescription, word: ButtonWord) =>
    den.driver.changeByItself(remote.id, { pressed: word })
  const brightness = () => den.driver.stateOf(pendant)?.brightness ?? 0
  const active = () => den.showroom.snapshot().rooms[0]?.activeScene

  beforeEach(async () => {
    den = await Den.open(
      { device: knob, at: 'knob' },
      { device: wand, at: 'wand' },
      { device: bell, at: 'bell' },
      { device: drawer, at: 'drawer' },
    )
  })

  it('switches what it controls and nothing else, and the picture follows', async () => {
    press(knob, 'on')
    await den.clock.advance(100)
    expect(den.light('pendant').on).toBe(true)
    expect(den.light('strip').on).toBe(false)
    const fixtures = den.showroom.snapshot().fixtures
    expect(fixtures.find(({ id }) => id === 'radio')).toMatchObject({ on: true })
    expect(fixtures.find(({ id }) => id === 'knob')).toMatchObject({ lastPress: { button: 'on' } })
    await den.clock.advance(2000)
    press(knob, 'off')
    await den.clock.advance(2000)
    expect(den.driver.stateOf(pendant)?.on).toBe(false)
  })

  it('controls every lamp of its room unless it says which, in one sending', async () => {
    press(wand, 'on')
    await den.clock.advance(2000)
    expect(den.driver.batches.map((batch) => batch.map(({ device }) => device))).toEqual([[pendant, strip]])
    expect(den.light('corner').on).toBe(true)
    expect(den.showroom.snapshot().fixtures.find(({ id }) => id === 'radio')).toMatchObject({ on: false })
  })

  it('toggles: out when anything is lit, otherwise on', async () => {
    press(wand, 'toggle')
    await den.clock.advance(2000)
    expect(den.driver.stateOf(strip)?.on).toBe(true)
    press(wand, 'button')
    await den.clock.advance(2000)
    expect(den.driver.stateOf(strip)?.on).toBe(false)
    expect(den.driver.stateOf(pendant)?.on).toBe(false)
  })

  it('dims steadily while a key is held, and stops where it is released', async () => {
    press(knob, 'on')
    await den.clock.advance(2000)
    press(knob, 'hold-down')
    const levels: number[] = []
    for (let waited = 0; waited < 1500; waited += 125) {
      await den.clock.advance(125)
      levels.push(brightness())
    }
    expect(levels).toEqual(levels.toSorted((a, b) => b - a))
    expect(new Set(levels).size).toBeGreaterThan(8)
    press(knob, 'release')
    await den.clock.advance(1000)
    const released = brightness()
    expect(released).toBeGreaterThan(0.45)
    expect(released).toBeLessThan(0.7)
    await den.clock.advance(20_000)
    expect(brightness()).toBe(released)
    expect(den.light('pendant')).toMatchObject({ on: true, brightness: released })
  })

  it('keeps a lamp lit that it dims down, lights one that it dims up, and ends a hold whose release got lost', async () => {
    press(knob, 'hold-up')
    await den.clock.advance(30_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 1 })
    press(knob, 'hold-down')
    await den.clock.advance(30_000)
    expect(den.driver.stateOf(pendant)).toMatchObject({ on: true, brightness: 0.01 })
    const sent = den.driver.sent.length
    await den.clock.advance(30_000)
    expect(den.driver.sent.length).toBe(sent)
  })

  it('steps by a press or a turn, both ways in turn with a single button', async () => {
    press(knob, 'on')
    await den.clock.advance(2000)
    press(knob, 'down')
    await den.clock.advance(2000)
    expect(brightness()).toBeCloseTo(0.8)
    press(knob, 'rotate-down')
    await den.clock.advance(2000)
    press(knob, 'up')
    await den.clock.advance(2000)
    expect(brightness()).toBeCloseTo(0.8)
    for (const way of [1, -1]) {
      const before = brightness()
      press(knob, 'hold-button')
      await den.clock.advance(400)
      press(knob, 'release')
      await den.clock.advance(2000)
      expect(Math.sign(brightness() - before)).toBe(way)
    }
  })

  it('walks through the scenes of its room, and makes light warmer while an arrow is held', async () => {
    press(wand, 'right')
    await den.clock.advance(3000)
    expect(active()).toBe('evening')
    den.showroom.handle({ kind: 'tint', ...place('pendant'), colour: { mode: 'kelvin', kelvin: 3500 } })
    await den.clock.advance(3000)
    press(wand, 'hold-left')
    await den.clock.advance(2000)
    press(wand, 'release')
    await den.clock.advance(2000)
    const { colour } = den.light('pendant')
    expect(colour.mode === 'kelvin' && colour.kelvin).toBeGreaterThan(2200)
    expect(colour.mode === 'kelvin' && colour.kelvin).toBeLessThan(3200)
    press(wand, 'double-button')
    await den.clock.advance(3000)
    expect(active()).toBe('evening')
  })

  it('does not get round the flash guard', async () => {
    const changes: number[] = []
    let on = false
    for (let moment = 0; moment < 240; moment++) {
      if (moment % 11 === 0) press(knob, moment % 2 === 0 ? 'on' : 'off')
      await den.clock.advance(10)
      const told = den.driver.sent.findLast(({ device }) => device === pendant)
      if (told?.kind !== 'light' || told.on === on) continue
      on = !on
      changes.push(den.clock.now())
    }
    expect(changes.length).toBeGreaterThan(4)
    for (const at of changes) {
      expect(changes.filter((other) => other > at - 1000 && other <= at).length).toBeLessThanOrEqual(3)
    }
  })

  it('may control nothing, as a button that only starts rules', async () => {
    press(bell, 'on')
    await den.clock.advance(2000)
    expect(den.driver.sent).toEqual([])
    const state = den.showroom.snapshot().fixtures.find(({ id }) => id === 'bell')
    expect(state).toMatchObject({ lastPress: { button: 'on' } })
  })

  it('makes the lamp its own: what it did is no scene any more, and nobody argues with it', async () => {
    den.showroom.handle({ kind: 'play-scene', scene: sceneId.parse('evening') })
    await den.clock.advance(3000)
    press(knob, 'off')
    await den.clock.advance(10_000)
    expect(active()).toBeNull()
    expect(den.driver.stateOf(pendant)?.on).toBe(false)
  })
})

it('a contact shows whether what it sits at stands open', async () => {
  const den = await Den.open({ device: drawer, at: 'drawer' })
  den.driver.changeByItself(drawer.id, { open: true })
  const state = den.showroom.snapshot().fixtures.find(({ id }) => id === 'drawer')
  expect(state).toMatchObject({ kind: 'contact', open: true, reach: 'reachable' })
})

it('a room file says what a remote controls, to the line', () => {
  const text = `
version: 1
id: den
name: { en: Den, sv: Krypin }
size: { width: 4, depth: 5, height: 2.5 }
cameras:
  landscape: { from: [0, 1, 3], to: [0, 1, 0], fov: 40 }
  portrait: { from: [0, 1, 3], to: [0, 1, 0], fov: 50 }
fixtures:
  - { id: lamp, kind: light, name: { en: L, sv: L }, lumens: 400 }
  - { id: shade, kind: blind, name: { en: S, sv: S } }
  - { id: knob, kind: remote, name: { en: K, sv: K }, controls: [lamp, shade, lamp, hall] }
`
  const { problems } = readContent([{ path: 'rooms/den/room.yaml', text }])
  expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '12: a remote cannot control a blind (lamps and plugs: lamp)',
    '12: "lamp" is named twice',
    '12: this room has no fixture "hall" (lamps and plugs: lamp)',
  ])
})
