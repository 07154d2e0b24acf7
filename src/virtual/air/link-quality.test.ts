import { expect, test } from 'vitest'
import { ByteWriter } from '../bytes.ts'
import type { SimulatedDevice } from '../devices/device.ts'
import { RoomOnAir } from '../testing/room-on-air.ts'

/** Asks a lamp what it is, and tells how well its answer was heard (AF_INCOMING_MSG's link quality). */
async function heard(room: RoomOnAir, lamp: SimulatedDevice): Promise<number> {
  const before = room.client.indications(4, 0x81).length
  const readOnOff = Buffer.from([0x10, 5, 0, 0, 0])
  const request = new ByteWriter()
    .u16(lamp.nwk ?? 0)
    .u8(1)
    .u8(1)
    .u16(6)
    .u8(5)
    .u8(0)
    .u8(30)
  room.client.ask(4, 0x01, request.u8(readOnOff.length).bytes(readOnOff).done())
  await room.clock.advance(5000)
  expect(room.client.indications(4, 0x81).length).toBeGreaterThan(before)
  const message = room.client.last(4, 0x81)
  message.bytes(9)
  return message.u8()
}

test('how well a message is heard follows the links that it came by', async () => {
  const room = await RoomOnAir.open()
  const [near, lossy] = await room.lamps(2)
  const [far] = await room.lamps(1, { hops: 2 })
  if (near === undefined || lossy === undefined || far === undefined) throw new Error('there are no lamps')
  const { topology } = room.dongle.radio
  const usual = await heard(room, near)
  expect(usual).toBeGreaterThan(150)
  expect(await heard(room, near)).toBe(usual)
  topology.setLoss(0.5, lossy.ieee, null)
  expect(await heard(room, lossy)).toBeLessThan(95)
  // The stick hears its last hop only: a relay one hop away.
  expect(await heard(room, far)).toBeGreaterThan(150)
  topology.setLoss(0.4, near.ieee, null)
  topology.setLoss(0.5, lossy.ieee, room.dongle.coordinator.ieee)
  expect(await heard(room, far)).toBeLessThan(115)
})
