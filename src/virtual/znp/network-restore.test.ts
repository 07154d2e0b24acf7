import { expect, it } from 'vitest'
import { ByteWriter } from '../bytes.ts'
import { WireClient } from '../wire-client.ts'
import { frameType } from './unpi.ts'

const [sys, zdo, appConfig] = [1, 5, 15] as const
/** OSAL NV items that make a network, without the address: that is given up and comes back by itself. */
const networkItems = [0x0021, 0x0047, 0x002d, 0x0062, 0x0084, 0x0087, 0x003a, 0x003b, 0x0101, 0x004c] as const
const [startupOption, address] = [0x0003, 0x0001] as const
/** Address manager, trust centre's keys, frame counters: the tables of extended NV that a backup carries. */
const tables = [1, 4, 7] as const

const readItem = (client: WireClient, id: number): Buffer => {
  const length = client.ask(sys, 0x13, new ByteWriter().u16(id).done()).readUInt16LE(0)
  let value = Buffer.alloc(0)
  while (value.length < length) {
    const part = client.ask(sys, 0x1c, new ByteWriter().u16(id).u16(value.length).done())
    expect(part[0]).toBe(0)
    value = Buffer.concat([value, part.subarray(2)])
  }
  return value
}

const writeItem = (client: WireClient, id: number, value: Buffer): void => {
  for (let at = 0; at < value.length; at += 244) {
    const part = value.subarray(at, at + 244)
    const request = new ByteWriter().u16(id).u16(at).u16(part.length).bytes(part).done()
    expect(client.ask(sys, 0x1d, request)).toEqual(Buffer.from([0]))
  }
}

const row = (table: number, index: number) => new ByteWriter().u8(1).u16(table).u16(index)

async function reset(client: WireClient): Promise<void> {
  client.send(sys, 0x00, Buffer.from([1]), frameType.async)
  await client.clock.advance(1000)
}

it('takes a backup back the way zigpy-znp writes it: over a network made only to be overwritten', async () => {
  const client = new WireClient()
  await client.form()
  client.ask(zdo, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 60, 0]))
  const lamp = client.dongle.addDevice('ORMANAS LED Strip')
  client.dongle.network.join(lamp)
  await client.clock.advance(500)
  const nwk = lamp.nwk ?? 0
  const items = networkItems.map((id) => [id, readItem(client, id)] as const)
  const ownAddress = readItem(client, address)
  const rows = tables.map((table) => {
    const found = client.ask(sys, 0x33, row(table, 0).u16(0).u8(64).done())
    return [table, found.subarray(2)] as const
  })

  writeItem(client, startupOption, Buffer.from([3]))
  await reset(client)
  writeItem(client, 0x0062, Buffer.alloc(16, 0x5a))
  client.ask(appConfig, 0x08, Buffer.from([1, 0, 0, 0, 2]))
  await client.form()
  expect(client.dongle.coordinator.nib.channel).toBe(25)
  expect(await client.zcl(nwk, 0x0006, [0x01, 5, 0x02])).toBeNull()
  await reset(client)

  for (const [id, value] of items) writeItem(client, id, value)
  const [low, high] = new ByteWriter().u16(address).done()
  expect(client.ask(sys, 0x12, Buffer.from([low ?? 0, high ?? 0, 8, 0]))).toEqual(Buffer.from([0]))
  for (const [table, value] of rows) {
    const request = row(table, 0).u16(0).u8(value.length).bytes(value).done()
    expect(client.ask(sys, 0x34, request)).toEqual(Buffer.from([0]))
  }
  await reset(client)
  await client.form()
  expect(client.indications(appConfig, 0x80).map(({ data }) => data[0])).toContain(0x0d)
  for (const [id, value] of items) expect(readItem(client, id)).toEqual(value)
  expect(readItem(client, address)).toEqual(ownAddress)
  expect(client.dongle.coordinator.security.find(lamp.ieee)).toMatchObject({ nwk, child: false })
  expect(await client.zcl(nwk, 0x0006, [0x01, 6, 0x01])).toEqual(Buffer.from([0x18, 6, 0x0b, 0x01, 0]))
})
