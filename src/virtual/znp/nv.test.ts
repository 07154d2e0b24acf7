import { describe, expect, it } from 'vitest'
import { ByteWriter } from '../bytes.ts'
import { WireClient } from '../wire-client.ts'
import { mtStatus } from './mt.ts'
import { Nib, nibLength } from './nib.ts'
import { nvTable } from './nv-items.ts'
import { extended, NvStore } from './nv-store.ts'

const sys = 1
const length = (client: WireClient, id: number) =>
  client.ask(sys, 0x13, new ByteWriter().u16(id).done()).readUInt16LE(0)
const read = (client: WireClient, id: number, offset = 0) =>
  client.ask(sys, 0x1c, new ByteWriter().u16(id).u16(offset).done())
const remove = (client: WireClient, id: number, size: number) =>
  client.ask(sys, 0x12, new ByteWriter().u16(id).u16(size).done())[0]

describe('non-volatile memory on the line', () => {
  it('answers for the poll rate of 16 bits, which it has in 32 bits only', () => {
    const client = new WireClient()
    const [old, present] = [0x0024, 0x0035]
    expect(length(client, old)).toBe(0)
    expect(read(client, old)).toEqual(Buffer.from([0, 2, 0xb8, 0x0b]))
    const wider = new ByteWriter()
      .u16(old)
      .u8(0)
      .u8(2)
      .bytes(Buffer.from([0xe8, 0x03]))
      .done()
    expect(client.ask(sys, 0x09, wider)[0]).toBe(0)
    expect(read(client, old)).toEqual(Buffer.from([0, 2, 0xe8, 0x03]))
    expect(read(client, present).readUInt32LE(2)).toBe(1000)
  })

  it('has the settings of a CC2652 under the numbers of the firmware', () => {
    const client = new WireClient()
    // Retries, stack profile, how long a parent waits, expiry of routes; no security level, mode or manager.
    const has = [0x28, 0x29, 0x2a, 0x2b, 0x2c].map((id) => read(client, id).subarray(2).toString('hex'))
    expect(has).toEqual(['02', '03', '02', '07', '1e'])
    for (const id of [0x25, 0x26, 0x27, 0x61, 0x64, 0x89]) expect(length(client, id)).toBe(0)
  })

  it('makes, reads, writes and deletes an item with the stack’s statuses', () => {
    const client = new WireClient()
    expect(read(client, 0x0f00)).toEqual(Buffer.from([2, 0]))
    const init = new ByteWriter()
      .u16(0x0f00)
      .u16(4)
      .u8(2)
      .bytes(Buffer.from([1, 2]))
      .done()
    expect(client.ask(sys, 0x07, init)[0]).toBe(0x09)
    expect(client.ask(sys, 0x07, init)[0]).toBe(0x00)
    expect(read(client, 0x0f00)).toEqual(Buffer.from([0, 4, 1, 2, 0xff, 0xff]))
    const write = new ByteWriter()
      .u16(0x0f00)
      .u16(2)
      .u16(2)
      .bytes(Buffer.from([3, 4]))
      .done()
    expect(client.ask(sys, 0x1d, write)[0]).toBe(0)
    expect(read(client, 0x0f00, 1)).toEqual(Buffer.from([0, 3, 2, 3, 4]))
    const tooFar = new ByteWriter()
      .u16(0x0f00)
      .u16(3)
      .u16(2)
      .bytes(Buffer.from([3, 4]))
      .done()
    expect(client.ask(sys, 0x1d, tooFar)[0]).toBe(0x0c)
    expect(remove(client, 0x0f00, 3)).toBe(0x0c)
    expect(remove(client, 0x0f00, 4)).toBe(0)
    expect(remove(client, 0x0f00, 4)).toBe(0x09)
    expect(length(client, 0x0f00)).toBe(0)
  })

  it('has tables of fixed entries that end where the length is 0', () => {
    const client = new WireClient()
    const { item, entries } = nvTable.addressManager
    const lengthOf = (sub: number) => client.ask(sys, 0x32, new ByteWriter().u8(1).u16(item).u16(sub).done())
    expect(lengthOf(entries - 1)).toEqual(Buffer.from([12, 0, 0, 0]))
    expect(lengthOf(entries)).toEqual(Buffer.alloc(4))
    const at = () => new ByteWriter().u8(1).u16(item).u16(3)
    expect(client.ask(sys, 0x34, at().u16(0).u8(12).bytes(Buffer.alloc(12, 7)).done())[0]).toBe(0)
    expect(client.ask(sys, 0x33, at().u16(10).u8(12).done())).toEqual(Buffer.from([0, 2, 7, 7]))
  })

  it('gives deleted items their defaults at a reset, the address too', async () => {
    const client = new WireClient({ hardwareAddress: '0x00124b0011223344' })
    client.ask(sys, 0x1d, new ByteWriter().u16(1).u16(0).u16(8).bytes(Buffer.alloc(8, 0xaa)).done())
    expect(client.dongle.coordinator.ieee).toBe('0xaaaaaaaaaaaaaaaa')
    remove(client, 0x0001, 8)
    remove(client, 0x0087, 1)
    client.send(sys, 0x00, Buffer.from([1]), 2)
    await client.clock.advance(1000)
    expect(client.dongle.coordinator.ieee).toBe('0x00124b0011223344')
    expect(read(client, 0x0087)).toEqual(Buffer.from([0, 1, 0]))
    expect(client.indications(1, 0x80)).toHaveLength(1)
  })

  it('forgets the network when told to clear its state at the next reset', async () => {
    const client = new WireClient()
    await client.form()
    expect(read(client, 0x0055)[2]).toBe(1)
    client.ask(sys, 0x09, Buffer.from([0x03, 0x00, 0, 1, 0x03]))
    client.send(sys, 0x00, Buffer.from([1]), 2)
    await client.clock.advance(1000)
    expect(read(client, 0x0055)[2]).toBe(0)
    expect(new Nib(read(client, 0x0021).subarray(2)).started).toBe(false)
  })

  it('keeps the network information base as the stack lays it out', async () => {
    const client = new WireClient()
    await client.form()
    const bytes = read(client, 0x0021).subarray(2)
    expect(bytes).toHaveLength(nibLength)
    expect(bytes.readUInt16LE(36)).toBe(client.dongle.coordinator.nib.panId)
    expect(bytes[24]).toBe(11)
    expect([bytes[38], bytes[65]]).toEqual([8, 1])
  })
})

describe('the flash', () => {
  it('is full some day, and says so', () => {
    const store = new NvStore()
    const statuses = Array.from({ length: 20 }, (_, sub) =>
      store.create(extended(9, sub), 4096, Buffer.alloc(0)),
    )
    expect(statuses).toEqual([...Array(16).fill(mtStatus.nvItemUninitialised), ...Array(4).fill(0x0a)])
  })
})
