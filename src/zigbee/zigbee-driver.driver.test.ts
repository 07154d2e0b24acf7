import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FileStorage } from '../platform/file-storage.ts'
import { systemClock } from '../platform/system-clock.ts'
import { type DeviceDescription, type DeviceReport, deviceId } from '../showroom/device.ts'
import type { DriverEvent } from '../showroom/driver.ts'
import { silentLog } from '../showroom/log.ts'
import { dongleAt } from './find-dongle.ts'
import { DongleProgram } from './testing/dongle-program.ts'
import { ZigbeeDriver } from './zigbee-driver.ts'

const pendant = deviceId.parse('0x00158d0000000101')
const floorLamp = deviceId.parse('0x00158d0000000102')
const blind = deviceId.parse('0x00158d0000000107')
const plug = deviceId.parse('0x00158d0000000108')
const motion = deviceId.parse('0x00158d0000000109')
const remote = deviceId.parse('0x00158d000000010a')
const all = [pendant, floorLamp, blind, plug, motion, remote]

/** Joining and meeting are over in a second or two; a slow machine may take longer. */
const patience = { timeout: 20_000, interval: 50 }

describe('the Zigbee driver with a virtual dongle', { timeout: 60_000 }, () => {
  let folder: string
  let dongle: DongleProgram
  let driver: ZigbeeDriver
  let events: DriverEvent[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'driver-'))
  })

  afterEach(async () => {
    await driver.stop()
    await dongle?.end()
    await rm(folder, { recursive: true })
  })

  function build(path: string): ZigbeeDriver {
    events = []
    const built = new ZigbeeDriver({
      clock: systemClock,
      storage: new FileStorage(folder),
      log: silentLog,
      folder: join(folder, 'zigbee'),
      locate: async () => ({ port: await dongleAt(path, null), notice: null }),
    })
    built.listen((event) => events.push(event))
    return built
  }

  function phase(): string | undefined {
    return events.filter((event) => event.kind === 'status').at(-1)?.status.phase
  }

  function met(): Map<string, DeviceDescription> {
    return new Map(
      events.flatMap((event) => (event.kind === 'device' ? [[event.device.id, event.device]] : [])),
    )
  }

  function reports(device: string): DeviceReport[] {
    return events.flatMap((event) =>
      event.kind === 'report' && event.device === device ? [event.report] : [],
    )
  }

  async function startWithDevices(): Promise<void> {
    dongle = await DongleProgram.start()
    driver = build(dongle.url)
    await driver.start()
    await vi.waitFor(() => expect(phase()).toBe('ready'), patience)
    await driver.openForJoining(60)
    await dongle.joinAll(all)
    await vi.waitFor(() => expect([...met().keys()].sort()).toEqual([...all].sort()), patience)
  }

  it('knows what joins, commands it and reads it back', async () => {
    await startWithDevices()
    expect(met().get(pendant)?.abilities.light).toEqual({ kelvin: { min: 2203, max: 4000 }, colour: false })
    expect(met().get(floorLamp)?.abilities.light?.colour).toBe(true)
    expect(met().get(blind)?.abilities.blind).toBe(true)
    expect(met().get(plug)?.abilities).toEqual({ plug: true })
    expect(met().get(motion)?.abilities.motion).toBe(true)
    expect(met().get(remote)).toMatchObject({ abilities: { remote: true }, power: 'battery' })

    const white = { mode: 'kelvin', kelvin: 2500 } as const
    const light = { kind: 'light', on: true, brightness: 0.5, transitionMs: 300 } as const
    expect(await driver.send({ ...light, device: pendant, colour: white })).toEqual({ kind: 'confirmed' })
    const blue = { mode: 'xy', x: 0.2, y: 0.15 } as const
    expect(await driver.send({ ...light, device: floorLamp, colour: blue })).toEqual({ kind: 'confirmed' })
    await vi.waitFor(async () => {
      const state = await dongle.state(pendant)
      expect(state).toMatchObject({ on: true, kelvin: expect.closeTo(2500, -1) })
      expect(state['brightness']).toBeCloseTo(0.5, 2)
      const tinted = await dongle.state(floorLamp)
      expect(tinted['xy']).toMatchObject({ x: expect.closeTo(0.2, 2), y: expect.closeTo(0.15, 2) })
    }, patience)
    const report = await driver.read(pendant)
    expect(report).toMatchObject({ on: true, colour: { mode: 'kelvin', kelvin: 2500 } })
    expect(report?.brightness).toBeCloseTo(0.5, 2)
    expect((await driver.read(floorLamp))?.colour).toMatchObject({ mode: 'xy', x: expect.closeTo(0.2, 2) })

    await driver.send({ kind: 'light', device: pendant, on: false, transitionMs: 300 })
    await vi.waitFor(async () => expect((await dongle.state(pendant))['on']).toBe(false), patience)
    // Off with a transition turns this maker's lamps on when they are off: the driver must not let that happen.
    await driver.send({ kind: 'light', device: pendant, on: false, transitionMs: 300 })
    expect((await dongle.state(pendant))['on']).toBe(false)

    await driver.send({ kind: 'plug', device: plug, on: true })
    expect((await dongle.state(plug))['on']).toBe(true)
    await driver.send({ kind: 'blind', device: blind, openness: 0.3 })
    await vi.waitFor(
      async () => expect((await dongle.state(blind))['openness']).toBeCloseTo(0.3, 1),
      patience,
    )
    await vi.waitFor(() => expect(reports(blind).at(-1)?.openness).toBeCloseTo(0.3, 1), patience)
  })

  it('hears lamps, sensors and remotes', async () => {
    await startWithDevices()
    await dongle.post(`/devices/${motion}/occupancy`, { occupied: true })
    await vi.waitFor(
      () => expect(reports(motion)).toContainEqual(expect.objectContaining({ occupied: true })),
      patience,
    )
    await dongle.post(`/devices/${remote}/press`, { button: 'on' })
    await vi.waitFor(() => expect(reports(remote)).toContainEqual({ pressed: 'on' }), patience)
    await driver.send({ kind: 'light', device: pendant, on: true, brightness: 1, transitionMs: 0 })
    await vi.waitFor(() => expect(reports(pendant)).toContainEqual({ on: true }), patience)
  })

  it('says of a dead lamp that it does not answer, while the others obey', async () => {
    await startWithDevices()
    await dongle.post(`/devices/${pendant}/power`, { on: false })
    const light = { kind: 'light', on: true, brightness: 1, transitionMs: 0 } as const
    const [dead, alive] = await Promise.all([
      driver.send({ ...light, device: pendant }),
      driver.send({ ...light, device: floorLamp }),
    ])
    expect(dead).toMatchObject({ kind: 'failed', reason: 'unreachable' })
    expect(alive).toEqual({ kind: 'confirmed' })
    expect(await driver.read(pendant)).toBeNull()
    events.length = 0
    await dongle.post(`/devices/${pendant}/power`, { on: true })
    await vi.waitFor(() => expect(reports(pendant).length).toBeGreaterThan(0), patience)
  })

  it('goes on by itself when the dongle was pulled out and is back', async () => {
    const state = join(folder, 'stick.json')
    dongle = await DongleProgram.start('--state', state)
    const port = dongle.listen
    driver = build(dongle.url)
    await driver.start()
    await vi.waitFor(() => expect(phase()).toBe('ready'), patience)
    await driver.openForJoining(60)
    await dongle.joinAll([pendant])
    await vi.waitFor(() => expect(met().has(pendant)).toBe(true), patience)
    await dongle.end('SIGTERM')
    await vi.waitFor(() => expect(phase()).toBe('lost'), patience)
    expect(await driver.send({ kind: 'plug', device: plug, on: true })).toMatchObject({
      reason: 'dongle-lost',
    })
    dongle = await DongleProgram.start('--state', state, '--listen', String(port))
    await vi.waitFor(() => expect(phase()).toBe('ready'), patience)
    const on = { kind: 'light', device: pendant, on: true, brightness: 1, transitionMs: 0 } as const
    expect(await driver.send(on)).toEqual({ kind: 'confirmed' })
    expect((await dongle.state(pendant))['on']).toBe(true)
  })

  it('skips garbage on the line', async () => {
    await startWithDevices()
    await dongle.post('/faults', { kind: 'garbage', bytes: 200 })
    const on = { kind: 'light', device: pendant, on: true, brightness: 1, transitionMs: 0 } as const
    await vi.waitFor(async () => expect(await driver.send(on)).toEqual({ kind: 'confirmed' }), patience)
  })

  it('says in words that nothing is there, or no dongle, and goes on looking', async () => {
    driver = build('/dev/ttyNOTHING')
    await driver.start()
    await vi.waitFor(() => {
      const status = events.filter((event) => event.kind === 'status').at(-1)
      expect(status?.notice?.code).toBe('dongle-absent')
    }, patience)
    await driver.stop()

    const mute = createServer((socket) => socket.on('error', () => socket.destroy()))
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
    const address = mute.address()
    driver = build(`tcp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`)
    await driver.start()
    await vi.waitFor(
      () => {
        const status = events.filter((event) => event.kind === 'status').at(-1)
        expect(status?.notice?.code).toBe('dongle-not-a-dongle')
      },
      { timeout: 45_000, interval: 100 },
    )
    await driver.stop()
    mute.close()
  })

  it('works over a true serial path', async () => {
    dongle = await DongleProgram.start()
    const path = join(folder, 'tty')
    const socat = spawn('socat', [`pty,raw,echo=0,link=${path}`, `tcp:127.0.0.1:${dongle.listen}`])
    await vi.waitFor(() => expect(existsSync(path)).toBe(true), patience)
    driver = build(path)
    await driver.start()
    await vi.waitFor(() => expect(phase()).toBe('ready'), patience)
    await driver.openForJoining(60)
    await dongle.joinAll([pendant])
    await vi.waitFor(() => expect(met().has(pendant)).toBe(true), patience)
    await driver.send({ kind: 'light', device: pendant, on: true, brightness: 0.2, transitionMs: 0 })
    expect(await dongle.state(pendant)).toMatchObject({ on: true })
    await driver.stop()
    socat.kill()
  })
})
