import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deviceId } from '../showroom/device.ts'
import { DongleProgram } from './testing/dongle-program.ts'
import { DriverRig, patience } from './testing/driver-rig.ts'

const model = 'TRADFRI bulb E27 CWS 806lm'
const ours = '0x00158d0000000101'
const theirs = '0x00158d0000000b21'
const device = deviceId.parse(theirs)

let dongle: DongleProgram
let rig: DriverRig

beforeEach(async () => {
  dongle = await DongleProgram.start('--radio', 'ideal')
  rig = await DriverRig.start(dongle.url)
  await rig.join(dongle, ours)
})
afterEach(async () => {
  await rig.stop()
  await dongle.end()
})

const hold = (ieee: string, channel?: number) =>
  dongle.post('/faults', { kind: 'held-close', ieee, ...(channel === undefined ? {} : { channel }) })

it('a returned lamp beside the stick is found in its old network, blinks, forgets it, and joins', async () => {
  await dongle.post('/devices', { ieee: theirs, model })
  await hold(theirs, 15)
  const lit = { kind: 'light', device: deviceId.parse(ours), on: true, transitionMs: 0 } as const
  const looking = rig.driver.findNearby()
  // A touch meanwhile waits for the stick to be back, and is not lost.
  const touched = rig.send(lit)
  expect(await looking).toEqual([{ device: theirs, channel: 15 }])
  expect(await touched).toEqual({ kind: 'confirmed' })

  expect((await dongle.view(theirs)).identifies).toBe(0)
  expect(await rig.driver.blinkNearby({ device, channel: 15 })).toBe(true)
  expect(await rig.driver.blinkNearby({ device, channel: 20 })).toBe(false)
  await rig.driver.openForJoining(120)
  expect(await rig.driver.resetNearby({ device, channel: 15 })).toBe(true)
  await vi.waitFor(() => expect(rig.met().has(device)).toBe(true), patience)
  expect(await rig.send({ ...lit, device })).toEqual({ kind: 'confirmed' })
})

it('nobody is found who is not beside it, has no power, or is on a battery', async () => {
  await dongle.post('/devices', { ieee: theirs, model })
  await hold(theirs, 15)
  await dongle.post(`/devices/${theirs}/power`, { on: false })
  await dongle.post('/devices', { ieee: '0x00158d0000000b22', model })
  expect(await rig.driver.findNearby()).toEqual([])
})

it('the stick that is pulled out while it looks says so at once, and works again when it is back', async () => {
  const looking = rig.driver.findNearby()
  looking.catch(() => {})
  await dongle.post('/faults', { kind: 'unplug' })
  await expect(looking).rejects.toThrow()
  await dongle.post('/faults', { kind: 'plug-in' })
  await rig.ready()
  const lit = { kind: 'light', device: deviceId.parse(ours), on: true, transitionMs: 0 } as const
  await vi.waitFor(async () => expect(await rig.send(lit)).toEqual({ kind: 'confirmed' }), patience)
})
