import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deviceId } from '../showroom/device.ts'
import type { DongleProgram } from './testing/dongle-program.ts'
import { type DriverRig, patience } from './testing/driver-rig.ts'
import { startFormed } from './testing/formed-dongle.ts'

const bulb = '0x00158d0000000101'
const other = '0x00158d0000000103'
const [bulbId, otherId] = [deviceId.parse(bulb), deviceId.parse(other)]

describe('what staff do with devices, on a virtual dongle', () => {
  let dongle: DongleProgram
  let rig: DriverRig
  let end: () => Promise<void>

  beforeEach(async () => {
    ;({ dongle, rig, end } = await startFormed('--radio', 'ideal'))
    await rig.join(dongle, bulb, other)
  })
  afterEach(() => end())

  const stages = (ieee: string) =>
    rig.events.flatMap((event) => (event.kind === 'newcomer' && event.device === ieee ? [event.stage] : []))
  const left = () => rig.events.flatMap((event) => (event.kind === 'device-left' ? [event.device] : []))

  it('a newcomer is found, then asked what it is, before it is known', () => {
    expect(stages(bulb)).toEqual(['found', 'asking'])
    const order = rig.events.flatMap((event) =>
      event.kind === 'newcomer' && event.device === bulb
        ? [event.stage]
        : event.kind === 'device' && event.device.id === bulb
          ? ['known']
          : [],
    )
    expect(order.slice(0, 3)).toEqual(['found', 'asking', 'known'])
  })

  it('what gives no light shows itself until it is told to stop; a lamp and a plug never', async () => {
    const [purifier, plug] = ['0x00158d0000000b08', '0x00158d0000000b09']
    const [purifierId, plugId] = [deviceId.parse(purifier), deviceId.parse(plug)]
    await dongle.post('/devices', { ieee: purifier, model: 'STARKVIND Air purifier' })
    await dongle.post('/devices', { ieee: plug, model: 'TRETAKT Smart plug' })
    await rig.driver.openForJoining(120)
    await dongle.joinAll([purifier, plug])
    await vi.waitFor(() => expect(rig.met().has(purifierId) && rig.met().has(plugId)).toBe(true), patience)
    expect(await rig.driver.identify(purifierId, 60)).toBe(true)
    expect((await dongle.view(purifier)).identifies).toBeGreaterThan(50)
    expect(await rig.driver.identify(purifierId, 0)).toBe(true)
    expect((await dongle.view(purifier)).identifies).toBe(0)
    await dongle.post(`/devices/${purifier}/power`, { on: false })
    expect(await rig.driver.identify(purifierId, 60)).toBe(false)
    // They would blink, or switch a lamp, as their makers like, past the flash guard.
    expect(await rig.driver.identify(bulbId, 60)).toBe(false)
    expect(await rig.driver.identify(plugId, 60)).toBe(false)
    expect((await dongle.view(bulb)).identifies).toBe(0)
    expect((await dongle.view(plug)).identifies).toBe(0)
    // Though it lists a dimmer's cluster it only switches.
    expect(await rig.send({ kind: 'plug', device: plugId, on: true })).toEqual({ kind: 'confirmed' })
    expect(await rig.driver.read(plugId, 'shopper')).toEqual({ on: true })
  })

  it('a device that is sent away leaves the network, and may join again', async () => {
    await rig.driver.remove(bulbId)
    expect(left()).toEqual([bulb])
    await vi.waitFor(async () => expect((await dongle.view(bulb)).joined).toBe(false), patience)
    const met = rig.events.filter((event) => event.kind === 'device' && event.device.id === bulb).length
    await dongle.post(`/devices/${bulb}/join`)
    await vi.waitFor(() => {
      const now = rig.events.filter((event) => event.kind === 'device' && event.device.id === bulb).length
      expect(now).toBeGreaterThan(met)
    }, patience)
    expect(await rig.driver.read(bulbId, 'shopper')).not.toBeNull()
  })

  it('a dead device is forgotten all the same, and the others go on', async () => {
    await dongle.post(`/devices/${other}/power`, { on: false })
    await rig.driver.remove(otherId)
    expect(left()).toEqual([other])
    expect(await rig.driver.read(otherId, 'shopper')).toBeNull()
    expect(await rig.driver.read(bulbId, 'shopper')).not.toBeNull()
  })

  it('the stick and the lamps tell whom they hear, and a bad link shows at both its ends', async () => {
    const far = '0x00158d0000000b07'
    await dongle.post('/devices', { ieee: far, model: 'TRADFRI bulb E27 CWS 806lm', hops: 2 })
    await rig.driver.openForJoining(120)
    await dongle.joinAll([far])
    const farId = deviceId.parse(far)
    const met = () => rig.events.some((event) => event.kind === 'device' && event.device.id === farId)
    await vi.waitFor(() => expect(met()).toBe(true), patience)
    const quality = async (of: typeof bulbId | null, whom: typeof bulbId | null) =>
      (await rig.driver.neighbours(of))?.find(({ device }) => device === whom)?.quality ?? null
    expect(await quality(null, bulbId)).toBeGreaterThan(150)
    expect(await quality(bulbId, null)).toBeGreaterThan(150)
    expect(await quality(bulbId, farId)).toBeGreaterThan(150)
    // Two hops away nobody hears the stick itself.
    expect(await quality(farId, null)).toBeNull()
    expect(await quality(null, farId)).toBeNull()
    await dongle.post('/faults', { kind: 'lossy-link', ieee: bulb, peer: far, loss: 0.7 })
    expect(await quality(bulbId, farId)).toBeLessThan(60)
    expect(await quality(farId, bulbId)).toBeLessThan(60)
    expect(await quality(farId, otherId)).toBeGreaterThan(150)
    await dongle.post(`/devices/${other}/power`, { on: false })
    expect(await quality(farId, otherId)).toBeNull()
  })
})
