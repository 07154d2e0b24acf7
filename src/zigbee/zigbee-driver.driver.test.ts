import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { deviceId } from '../showroom/device.ts'
import type { DongleProgram } from './testing/dongle-program.ts'
import { type DriverRig, patience } from './testing/driver-rig.ts'
import { startFormed } from './testing/formed-dongle.ts'

const pendant = deviceId.parse('0x00158d0000000101')
const floorLamp = deviceId.parse('0x00158d0000000102')
const blind = deviceId.parse('0x00158d0000000107')
const plug = deviceId.parse('0x00158d0000000108')
const motion = deviceId.parse('0x00158d0000000109')
const remote = deviceId.parse('0x00158d000000010a')

describe('the Zigbee driver with a virtual dongle', () => {
  let dongle: DongleProgram
  let rig: DriverRig
  let end: () => Promise<void>

  beforeAll(async () => {
    ;({ dongle, rig, end } = await startFormed())
    await rig.join(dongle, pendant, floorLamp, blind, plug, motion, remote)
  })

  afterAll(() => end())

  it('knows what joins, commands it and reads it back', async () => {
    expect(rig.met().get(pendant)?.abilities.light).toEqual({
      kelvin: { min: 2203, max: 4000 },
      colour: false,
    })
    expect(rig.met().get(floorLamp)?.abilities.light?.colour).toBe(true)
    expect(rig.met().get(blind)?.abilities.blind).toBe(true)
    expect(rig.met().get(plug)?.abilities).toEqual({ plug: true })
    expect(rig.met().get(motion)?.abilities.motion).toBe(true)
    expect(rig.met().get(remote)).toMatchObject({ abilities: { remote: true }, power: 'battery' })

    const white = { mode: 'kelvin', kelvin: 2500 } as const
    const light = { kind: 'light', on: true, brightness: 0.5, transitionMs: 300 } as const
    expect(await rig.send({ ...light, device: pendant, colour: white })).toEqual({ kind: 'confirmed' })
    const blue = { mode: 'xy', x: 0.2, y: 0.15 } as const
    expect(await rig.send({ ...light, device: floorLamp, colour: blue })).toEqual({
      kind: 'confirmed',
    })
    await vi.waitFor(async () => {
      const state = await dongle.state(pendant)
      expect(state).toMatchObject({ on: true, kelvin: expect.closeTo(2500, -1) })
      expect(state.brightness).toBeCloseTo(0.5, 2)
      const tinted = await dongle.state(floorLamp)
      expect(tinted.xy).toEqual([expect.closeTo(0.2, 2), expect.closeTo(0.15, 2)])
    }, patience)
    const report = await rig.driver.read(pendant, 'background')
    expect(report).toMatchObject({ on: true, colour: { mode: 'kelvin', kelvin: 2500 } })
    expect(report?.brightness).toBeCloseTo(0.5, 2)
    expect((await rig.driver.read(floorLamp, 'background'))?.colour).toMatchObject({
      mode: 'xy',
      x: expect.closeTo(0.2, 2),
    })

    await rig.send({ kind: 'light', device: pendant, on: false, transitionMs: 300 })
    await vi.waitFor(async () => expect((await dongle.state(pendant)).on).toBe(false), patience)
    // Off with a transition turns this maker's lamps on when they are off: the driver must not let that happen.
    await rig.send({ kind: 'light', device: pendant, on: false, transitionMs: 300 })
    expect((await dongle.state(pendant)).on).toBe(false)

    await rig.send({ kind: 'plug', device: plug, on: true })
    expect((await dongle.state(plug)).on).toBe(true)
    await rig.send({ kind: 'blind', device: blind, openness: 0.3 })
    await vi.waitFor(async () => expect((await dongle.state(blind)).openness).toBeCloseTo(0.3, 1), patience)
    await vi.waitFor(() => expect(rig.reports(blind).at(-1)?.openness).toBeCloseTo(0.3, 1), patience)
  })

  it('hears lamps, sensors and remotes', async () => {
    await dongle.post(`/devices/${motion}/occupancy`, { occupied: true })
    await vi.waitFor(
      () => expect(rig.reports(motion)).toContainEqual(expect.objectContaining({ occupied: true })),
      patience,
    )
    // A remote that has just joined may still be told where to send its presses.
    await vi.waitFor(async () => {
      await dongle.post(`/devices/${remote}/press`, { button: 'on' })
      expect(rig.reports(remote)).toContainEqual({ pressed: 'on' })
    }, patience)
    await rig.send({ kind: 'light', device: pendant, on: true, brightness: 1, transitionMs: 0 })
    await vi.waitFor(() => expect(rig.reports(pendant)).toContainEqual({ on: true }), patience)
  })

  it('skips garbage on the line', async () => {
    await dongle.post('/faults', { kind: 'garbage', bytes: 200, frames: 5 })
    const on = { kind: 'light', device: pendant, on: true, brightness: 1, transitionMs: 0 } as const
    await vi.waitFor(async () => expect(await rig.send(on)).toEqual({ kind: 'confirmed' }), patience)
  })

  it('says of a dead lamp that it does not answer, while the others obey', async () => {
    await dongle.post(`/devices/${pendant}/power`, { on: false })
    const light = { kind: 'light', on: true, brightness: 1, transitionMs: 0 } as const
    const [dead, alive] = await Promise.all([
      rig.send({ ...light, device: pendant }),
      rig.send({ ...light, device: floorLamp }),
    ])
    expect(dead).toMatchObject({ kind: 'failed', reason: 'unreachable' })
    expect(alive).toEqual({ kind: 'confirmed' })
    expect(await rig.driver.read(pendant, 'background')).toBeNull()
    rig.events.length = 0
    await dongle.post(`/devices/${pendant}/power`, { on: true })
    await vi.waitFor(() => expect(rig.events).toContainEqual({ kind: 'returned', device: pendant }), patience)
  })
})
