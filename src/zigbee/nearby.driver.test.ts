import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deviceId } from '../showroom/device.ts'
import type { DongleProgram } from './testing/dongle-program.ts'
import { type DriverRig, patience } from './testing/driver-rig.ts'
import { startFormed } from './testing/formed-dongle.ts'

const model = 'TRADFRI bulb E27 CWS 806lm'
const ours = '0x00158d0000000101'
const [theirs, powerless, distant] = [
  '0x00158d0000000b21',
  '0x00158d0000000b22',
  '0x00158d0000000b23',
] as const
const device = deviceId.parse(theirs)

let dongle: DongleProgram
let rig: DriverRig
let end: () => Promise<void>

beforeEach(async () => {
  ;({ dongle, rig, end } = await startFormed('--radio', 'ideal'))
  await rig.join(dongle, ours)
})
afterEach(() => end())

const hold = (ieee: string, channel?: number) =>
  dongle.post('/faults', { kind: 'held-close', ieee, ...(channel === undefined ? {} : { channel }) })

it('a returned lamp beside the stick, and nobody else, is found in its old network, blinks, forgets it, and joins', async () => {
  await dongle.post('/devices', { ieee: theirs, model })
  await hold(theirs, 15)
  // Beside the stick without power; with power, but somewhere else.
  for (const ieee of [powerless, distant]) await dongle.post('/devices', { ieee, model })
  await hold(powerless, 25)
  await dongle.post(`/devices/${powerless}/power`, { on: false })
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
