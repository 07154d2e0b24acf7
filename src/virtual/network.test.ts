import { expect, it } from 'vitest'
import { RoomOnAir, usualLamp } from './testing/room-on-air.ts'

it('devices that look for a network come one by one, and all of them', async () => {
  const room = await RoomOnAir.open()
  const lamps = Array.from({ length: 16 }, () => room.dongle.addDevice(usualLamp))
  room.client.ask(5, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 0, 0]))
  await room.clock.advance(100)
  for (const lamp of lamps) room.dongle.network.seek(lamp)
  await room.clock.advance(4000)
  expect(lamps.filter((lamp) => lamp.membership !== null)).toHaveLength(0)
  room.client.ask(5, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 254, 0]))
  await room.clock.advance(400)
  const some = lamps.filter((lamp) => lamp.membership !== null).length
  expect(some).toBeLessThan(12)
  await room.clock.advance(3000)
  expect(lamps.filter((lamp) => lamp.membership !== null)).toHaveLength(16)
  // The stick lets each in; of their announcements it hears as many as its broadcast table has room for.
  expect(room.client.indications(5, 0xca)).toHaveLength(16)
  expect(room.client.indications(5, 0xc1).length).toBeGreaterThan(8)
})
