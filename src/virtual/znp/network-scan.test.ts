import { expect, it } from 'vitest'
import { ieeeBytes } from '../bytes.ts'
import { WireClient } from '../wire-client.ts'
import { frameType } from './unpi.ts'

const [sys, zdo, appConfig] = [1, 5, 15] as const
/** Channels 11 to 26, and the shortest scan. */
const everywhere = Buffer.from([0x00, 0xf8, 0xff, 0x07, 0])

it('hears the routers of its network while it stands outside, each on its channel', async () => {
  const client = new WireClient()
  client.ask(appConfig, 0x08, Buffer.from([1, 0, 0, 0x10, 0]))
  await client.form()
  client.ask(zdo, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 60, 0]))
  const [lamp, remote] = ['ORMANAS LED Strip', 'RODRET Dimmer'].map((model) => client.dongle.addDevice(model))
  for (const device of [lamp, remote]) if (device) client.dongle.network.join(device)
  await client.clock.advance(500)
  // Opened once more, now that there is a router to hear it.
  client.ask(zdo, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 60, 0]))
  await client.clock.advance(500)
  expect(client.ask(zdo, 0x26, everywhere)).toEqual(Buffer.from([0xc2]))

  client.send(sys, 0x00, Buffer.from([1]), frameType.async)
  await client.clock.advance(1000)
  expect(client.ask(zdo, 0x26, everywhere)).toEqual(Buffer.from([0]))
  await client.clock.advance(16 * 2 * 15.36 + 1)
  const heard = client.last(zdo, 0xc5)
  const { nib } = client.dongle.coordinator
  expect([heard.u8(), heard.u16(), heard.u16(), heard.u8(), heard.u8()]).toEqual([
    1,
    lamp?.nwk,
    nib.panId,
    20,
    1,
  ])
  expect(heard.rest().subarray(-8)).toEqual(ieeeBytes(nib.extendedPanId))
  expect(client.last(zdo, 0xc7).rest()).toEqual(Buffer.from([0]))

  const before = client.indications(zdo, 0xc5).length
  client.ask(zdo, 0x26, Buffer.from([0x00, 0x08, 0, 0, 0]))
  await client.clock.advance(100)
  expect(client.indications(zdo, 0xc5)).toHaveLength(before)
  expect(client.indications(zdo, 0xc7)).toHaveLength(2)
})
