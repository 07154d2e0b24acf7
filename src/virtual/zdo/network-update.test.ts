import { describe, expect, it } from 'vitest'
import { ByteWriter } from '../bytes.ts'
import { fault, provoke } from '../faults.ts'
import { RoomOnAir } from '../testing/room-on-air.ts'

const everyChannel = 0x07fff800

function update(room: RoomOnAir, to: number, channels: number, duration: number): void {
  const writer = new ByteWriter()
    .u16(to)
    .u8(to >= 0xfff8 ? 0x0f : 0x02)
    .u32(channels)
    .u8(duration)
    .u8(1)
    .u16(0)
  expect(room.client.ask(5, 0x37, writer.done())[0]).toBe(0)
}

describe('a network update', () => {
  it('that asks for a scan is answered with the noise of each channel, after listening to all', async () => {
    const room = await RoomOnAir.open()
    await provoke(room.dongle, fault.parse({ kind: 'noise', channel: 20, energy: 222 }))
    update(room, 0x0000, everyChannel, 3)
    await room.clock.advance(2000)
    expect(room.client.indications(5, 0xb8)).toHaveLength(0)
    await room.clock.advance(500)
    const answer = room.client.last(5, 0xb8)
    expect([answer.u16(), answer.u8(), answer.u32()]).toEqual([0, 0, everyChannel])
    answer.bytes(4)
    const energies = [...answer.bytes(answer.u8())]
    expect(energies).toHaveLength(16)
    const [wifi = 0, between = 255] = [energies[12 - 11], energies[15 - 11]]
    expect(wifi).toBeGreaterThan(between)
    expect(energies[20 - 11]).toBe(222)
  })

  it('asked of a lamp tells what the lamp hears', async () => {
    const room = await RoomOnAir.open()
    const [lamp] = await room.lamps(1)
    update(room, lamp?.nwk ?? 0, 1 << 15, 1)
    await room.clock.advance(500)
    expect(room.client.last(5, 0xb8).u16()).toBe(lamp?.nwk)
  })

  it('to another channel takes all along who hear it, and the others find it later', async () => {
    const room = await RoomOnAir.open()
    const lamps = [...(await room.lamps(3)), ...(await room.lamps(1, { hops: 2 }))]
    const [off] = await room.lamps(1)
    if (off === undefined) throw new Error('unreachable')
    off.setPowered(false)
    const before = room.dongle.coordinator.channel
    update(room, 0xffff, 1 << 25, 0xfe)
    await room.clock.advance(1000)
    expect(room.dongle.coordinator.channel).toBe(before)
    await room.clock.advance(4000)
    expect([room.dongle.coordinator, ...lamps].map((node) => node.channel)).toEqual([25, 25, 25, 25, 25])
    expect(room.dongle.coordinator.nib.channel).toBe(25)
    for (const lamp of lamps) room.toLamp(lamp)
    await room.clock.advance(2000)
    expect(room.confirms()).toEqual([0, 0, 0, 0])
    off.setPowered(true)
    await room.clock.advance(1000)
    room.toLamp(off)
    await room.clock.advance(1000)
    expect(room.confirms().at(-1)).toBe(0xe9)
    await room.clock.advance(20_000)
    room.toLamp(off)
    await room.clock.advance(1000)
    expect(room.confirms().at(-1)).toBe(0)
  })
})
