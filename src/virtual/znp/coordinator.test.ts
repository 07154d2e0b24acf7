import { describe, expect, it } from 'vitest'
import { ByteWriter, ieeeBytes } from '../bytes.ts'
import { WireClient } from '../wire-client.ts'
import { encodeUnpi, frameType } from './unpi.ts'

const [af, zdo, util, appConfig] = [4, 5, 7, 15] as const

async function withLamp(model = 'TRADFRI bulb GU10 WW 345lm') {
  const client = new WireClient()
  await client.form()
  const device = client.dongle.addDevice(model)
  client.ask(zdo, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 60, 0]))
  expect(client.dongle.network.join(device)).toBe('joined')
  await client.clock.advance(200)
  return { client, device, nwk: device.nwk ?? 0xffff }
}

describe('the coordinator on the line', () => {
  it('refuses what it does not know, naming the request', () => {
    const client = new WireClient()
    client.send(1, 0x7f)
    expect(client.heard.at(-1)).toMatchObject({
      type: 3,
      subsystem: 0,
      command: 0,
      data: Buffer.from([2, 0x21, 0x7f]),
    })
    client.send(9, 0x01)
    expect(client.heard.at(-1)?.data).toEqual(Buffer.from([1, 0x29, 0x01]))
    client.send(5, 0x02, Buffer.from([0]))
    expect(client.heard.at(-1)?.data).toEqual(Buffer.from([4, 0x25, 0x02]))
  })

  it('names the groups of commands it has by the bits of the firmware', () => {
    // MT.h of Z-Stack 3.x.0: without APP_CNF (0x0400) clients take the stick for Z-Stack Home 1.2.
    expect(new WireClient().ask(1, 0x01).readUInt16LE()).toBe(0x0659)
  })

  it('forms with notices of every step, and restores when asked again', async () => {
    const client = new WireClient()
    client.ask(appConfig, 0x08, Buffer.from([1, 0, 0, 0x10, 0]))
    expect(client.ask(appConfig, 0x05, Buffer.from([4]))).toEqual(Buffer.from([0]))
    await client.clock.advance(1000)
    expect(client.indications(zdo, 0xc0).map((frame) => frame.data[0])).toEqual([8, 9])
    expect(client.indications(appConfig, 0x80).at(-1)?.data).toEqual(Buffer.from([0, 4, 0]))
    expect(client.dongle.coordinator.nib.channel).toBe(20)
    client.ask(appConfig, 0x05, Buffer.from([4]))
    await client.clock.advance(1000)
    expect(
      client
        .indications(appConfig, 0x80)
        .map((frame) => frame.data[0])
        .slice(-2),
    ).toEqual([0x0d, 0])
  })

  it('tells its alignment by the length of an association, and has none', () => {
    expect(new WireClient().ask(util, 0x49, Buffer.from([0]))).toHaveLength(36)
  })

  it('hands every answer of the device profile on raw to who registered for it', async () => {
    const { client, nwk } = await withLamp()
    client.ask(zdo, 0x3e, Buffer.from([0xff, 0xff]))
    // The request travels as plain data to endpoint 0, and nobody confirms it.
    const payload = new ByteWriter().u8(0x42).u16(nwk).done()
    const confirms = client.indications(af, 0x80).length
    const head = new ByteWriter()
      .u8(2)
      .u16(nwk)
      .bytes(Buffer.alloc(6))
      .u8(0)
      .u16(0)
      .u8(0)
      .u16(0x0005)
      .u8(9)
      .u8(0)
      .u8(30)
    expect(client.ask(af, 0x02, head.u16(payload.length).bytes(payload).done())[0]).toBe(0)
    await client.clock.advance(50)
    const raw = client.last(zdo, 0xff)
    expect([raw.u16(), raw.u8(), raw.u16(), raw.u8(), raw.u8(), raw.u16()]).toEqual([
      nwk,
      0,
      0x8005,
      0,
      0x42,
      0,
    ])
    expect(raw.rest()).toEqual(new ByteWriter().u8(0).u16(nwk).u8(2).u8(1).u8(242).done())
    expect(client.last(zdo, 0x85).rest()).toEqual(
      new ByteWriter().u16(nwk).u8(0).u16(nwk).u8(2).u8(1).u8(242).done(),
    )
    expect(client.indications(af, 0x80)).toHaveLength(confirms)
  })

  it('hears of an address that is asked of everybody from its owner alone', async () => {
    const { client, device, nwk } = await withLamp()
    const other = client.dongle.addDevice('TRADFRI bulb GU10 WW 345lm')
    expect(client.dongle.network.join(other)).toBe('joined')
    await client.clock.advance(2000)
    const askEverybody = async (about: number) => {
      const head = new ByteWriter().u8(0x0f).u16(0xfffd).bytes(Buffer.alloc(6)).u8(0).u16(0).u8(0).u16(0x0001)
      const payload = new ByteWriter().u8(0x43).u16(about).u8(0).u8(0).done()
      client.ask(af, 0x02, head.u8(10).u8(0).u8(30).u16(payload.length).bytes(payload).done())
      const before = client.indications(zdo, 0x81).length
      await client.clock.advance(1000)
      return client.indications(zdo, 0x81).slice(before)
    }
    const answers = await askEverybody(nwk)
    expect(answers.map(({ data }) => data.subarray(0, 9))).toEqual([
      Buffer.concat([Buffer.from([0]), ieeeBytes(device.ieee)]),
    ])
    expect(await askEverybody(nwk ^ (other.nwk ?? 0) ^ 0x1111)).toEqual([])
  })

  it('answers itself at address 0', async () => {
    const client = new WireClient()
    await client.form()
    client.register(242)
    client.ask(zdo, 0x05, Buffer.from([0, 0, 0, 0]))
    client.ask(zdo, 0x02, Buffer.from([0, 0, 0, 0]))
    await client.clock.advance(50)
    expect(client.last(zdo, 0x85).rest()).toEqual(Buffer.from([0, 0, 0, 0, 0, 2, 1, 242]))
    expect(client.last(zdo, 0x82).rest().subarray(0, 6)).toEqual(Buffer.from([0, 0, 0, 0, 0, 0]))
  })

  it('loops data for address 0 back to its own endpoint', async () => {
    const client = new WireClient()
    await client.form()
    expect(await client.zcl(0x0000, 0x0006, [0x01, 5, 0x02])).toEqual(Buffer.from([0x01, 5, 0x02]))
    expect(client.last(af, 0x80).rest()).toEqual(Buffer.from([0, 1, 7]))
  })

  it('lets a device in only while it is open, and remembers it in its tables', async () => {
    const { client, device, nwk } = await withLamp()
    const joined = client.last(zdo, 0xca)
    expect([joined.u16(), joined.ieee(), joined.u16()]).toEqual([nwk, device.ieee, 0])
    const announced = client.last(zdo, 0xc1)
    expect([announced.u16(), announced.u16(), announced.ieee(), announced.u8()]).toEqual([
      nwk,
      nwk,
      device.ieee,
      142,
    ])
    expect(client.dongle.coordinator.security.find(device.ieee)).toEqual({
      ieee: device.ieee,
      nwk,
      child: false,
    })
    await client.clock.advance(61_000)
    expect(client.dongle.network.join(client.dongle.addDevice('RODRET Dimmer'))).toBe('network-closed')
  })

  it('confirms with "no acknowledgement" what goes to a lamp without power', async () => {
    const { client, device, nwk } = await withLamp()
    device.setPowered(false)
    expect(await client.zcl(nwk, 0x0006, [0x01, 5, 0x01])).toBeNull()
    await client.clock.advance(1000)
    expect(client.last(af, 0x80).u8()).toBe(0xe9)
  })

  it('refuses endpoints that nobody registered, and one that is there already', async () => {
    const { client, nwk } = await withLamp()
    const head = new ByteWriter()
      .u16(nwk)
      .u8(1)
      .u8(77)
      .u16(6)
      .u8(7)
      .u8(0)
      .u8(30)
      .u8(3)
      .bytes(Buffer.from([1, 1, 1]))
    expect(client.ask(af, 0x01, head.done())[0]).toBe(0x02)
    expect(client.register(1)).toBe(0xb8)
  })

  it('carries messages that are longer than a serial frame, in parts, both ways', async () => {
    const client = new WireClient()
    await client.form()
    const message = Buffer.from(Array.from({ length: 400 }, (_, index) => index & 0xff))
    const head = new ByteWriter()
      .u8(2)
      .u16(0)
      .bytes(Buffer.alloc(6))
      .u8(1)
      .u16(0)
      .u8(1)
      .u16(6)
      .u8(3)
      .u8(0)
      .u8(30)
    client.ask(af, 0x02, head.u16(message.length).done())
    for (const at of [0, 200]) {
      const part = new ByteWriter()
        .u16(at)
        .u8(200)
        .bytes(message.subarray(at, at + 200))
        .done()
      expect(client.ask(af, 0x11, part)[0]).toBe(0)
    }
    expect(client.ask(af, 0x11, Buffer.from([0, 0, 0]))[0]).toBe(0)
    await client.clock.advance(20)
    const long = client.last(af, 0x82)
    long.bytes(20)
    const stamp = long.u32()
    long.u8()
    expect(long.u16()).toBe(400)
    const fetch = (index: number, length: number) => new ByteWriter().u32(stamp).u16(index).u8(length).done()
    const fetched = Buffer.concat([0, 200].map((at) => client.ask(af, 0x12, fetch(at, 200)).subarray(2)))
    expect(fetched).toEqual(message)
    client.ask(af, 0x12, fetch(0, 0))
    expect(client.ask(af, 0x12, fetch(0, 200))[0]).toBe(1)
  })

  it('takes an association back whichever address comes first', async () => {
    const { client, device, nwk } = await withLamp('RODRET Dimmer')
    const ieee = ieeeBytes(device.ieee)
    expect(client.ask(util, 0x63, ieee)[0]).toBe(0)
    expect(client.ask(util, 0x48, Buffer.from([0, 6])).readUInt16LE(0)).toBe(0)
    expect(client.ask(util, 0x64, new ByteWriter().u16(nwk).bytes(ieee).u8(1).done())[0]).toBe(0)
    expect(client.ask(util, 0x63, ieee)[0]).toBe(0)
    expect(client.ask(util, 0x64, new ByteWriter().bytes(ieee).u16(nwk).u8(1).done())[0]).toBe(0)
    expect(client.ask(util, 0x4a, new ByteWriter().bytes(ieee).u16(0).done()).readUInt16LE(0)).toBe(nwk)
  })

  it('hears nothing while it restarts', async () => {
    const client = new WireClient()
    client.send(1, 0x00, Buffer.from([1]), frameType.async)
    client.send(1, 0x01)
    expect(client.heard).toEqual([])
    await client.clock.advance(1000)
    expect(client.ask(1, 0x01)).toHaveLength(2)
  })

  it('survives any command with any data', async () => {
    const { client } = await withLamp()
    for (const subsystem of [0, 1, 4, 5, 6, 7, 15, 21]) {
      for (let command = 0; command < 256; command++) {
        for (const length of [0, 1, 7, 23, 120]) {
          const data = Buffer.alloc(length, (subsystem * 31 + command * 7 + length) & 0xff)
          if (subsystem === 1 && command === 0) continue
          client.dongle.received(encodeUnpi({ type: 1, subsystem, command, data }))
        }
      }
    }
    await client.clock.advance(5000)
    expect(client.ask(1, 0x01)).toHaveLength(2)
  })
})
