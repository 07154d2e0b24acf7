import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { fault, provoke } from './faults.ts'
import { RoomOnAir } from './testing/room-on-air.ts'

let rooms: RoomOnAir[] = []

async function open(): Promise<RoomOnAir> {
  const room = await RoomOnAir.open()
  rooms.push(room)
  return room
}

afterEach(async () => {
  for (const room of rooms) await room.dongle.stop()
  rooms = []
})

const break_ = (room: RoomOnAir, wanted: unknown) => provoke(room.dongle, fault.parse(wanted))

async function reaches(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  const outcome = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return outcome
}

describe('a stick that is pulled out', () => {
  it('has no port, loses what it had in hand, and finds its lamps again when it is back', async () => {
    const room = await open()
    const [lamp] = await room.lamps(1)
    if (lamp === undefined) throw new Error('unreachable')
    const port = await room.dongle.listen()
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    const gone = once(socket, 'close')
    socket.resume()
    room.toLamp(lamp)
    await break_(room, { kind: 'unplug' })
    await gone
    expect(await reaches(port)).toBe(false)
    await room.clock.advance(1000)
    expect(room.confirms()).toEqual([])
    await break_(room, { kind: 'plug-in' })
    expect(await reaches(port)).toBe(true)
    await room.clock.advance(100)
    room.client.ask(5, 0x40, Buffer.from([0, 0]))
    await room.clock.advance(100)
    room.client.register(1)
    room.toLamp(lamp)
    await room.clock.advance(100)
    expect(room.confirms()).toEqual([0])
    expect(lamp.parts.lamp?.on).toBe(true)
  })

  it('comes back by itself where that was asked', async () => {
    const room = await open()
    const port = await room.dongle.listen()
    await break_(room, { kind: 'unplug', forMs: 2000 })
    await room.clock.advance(1900)
    expect(await reaches(port)).toBe(false)
    await room.clock.advance(200)
    while (!(await reaches(port)));
    expect(room.dongle.plugged).toBe(true)
  })

  it('may be another when it is back: no memory, its own address, and lamps that do not know it', async () => {
    const room = await open()
    const [lamp] = await room.lamps(1)
    const [before, membership] = [room.dongle.coordinator.ieee, lamp?.membership]
    await break_(room, { kind: 'blank-stick' })
    await room.clock.advance(100)
    expect(room.dongle.coordinator.ieee).not.toBe(before)
    expect(room.dongle.coordinator.nib.started).toBe(false)
    expect(lamp?.membership).toEqual(membership)
    const ieee = '0x00124b0011223344'
    await break_(room, { kind: 'blank-stick', ieee })
    await room.clock.advance(100)
    expect(room.dongle.coordinator.ieee).toBe(ieee)
    await break_(room, { kind: 'nv-wiped' })
    await room.clock.advance(100)
    expect(room.dongle.coordinator.ieee).toBe(ieee)
    expect(room.dongle.save()).toMatchObject({ hardwareAddress: ieee })
  })

  it('may be one from elsewhere when it is back, with a network of its own that it goes on with', async () => {
    const room = await open()
    const [lamp] = await room.lamps(1)
    const membership = lamp?.membership
    const before = room.dongle.coordinator.nib
    await break_(room, { kind: 'used-stick' })
    await room.clock.advance(100)
    const { nib, ieee } = room.dongle.coordinator
    expect(nib).toMatchObject({ started: true, channel: 15, extendedPanId: ieee })
    expect(nib.panId).not.toBe(before.panId)
    expect(nib.panId).toBeGreaterThan(0)
    expect(lamp?.membership).toEqual(membership)
    expect(room.dongle.coordinator.resume()).toBe(true)
  })
})

describe('a device', () => {
  it('may be slow, and no other is', async () => {
    const room = await open()
    const [slow, quick] = await room.lamps(2)
    if (slow === undefined || quick === undefined) throw new Error('unreachable')
    await break_(room, { kind: 'slow-device', ieee: slow.ieee, ms: 700 })
    for (const lamp of [slow, quick]) room.toLamp(lamp)
    await room.clock.advance(600)
    expect([slow.parts.lamp?.on, quick.parts.lamp?.on]).toEqual([false, true])
    await room.clock.advance(200)
    expect(slow.parts.lamp?.on).toBe(true)
  })

  it('may lose every frame of a link, and is well again', async () => {
    const room = await open()
    const [lamp] = await room.lamps(1)
    if (lamp === undefined) throw new Error('unreachable')
    for (const loss of [1, 0]) {
      await break_(room, { kind: 'lossy-link', ieee: lamp.ieee, peer: room.dongle.coordinator.ieee, loss })
      room.toLamp(lamp)
      await room.clock.advance(1000)
    }
    expect(room.confirms()).toEqual([0xe9, 0])
  })

  it('may be out of reach: nobody stands between', async () => {
    const room = await open()
    const [lamp] = await room.lamps(1)
    if (lamp === undefined) throw new Error('unreachable')
    await break_(room, { kind: 'moved', ieee: lamp.ieee, hops: 2 })
    room.toLamp(lamp)
    await room.clock.advance(3000)
    expect(room.confirms()).toEqual([0xcd])
    await expect(break_(room, { kind: 'moved', ieee: '0x0000000000000001', hops: 2 })).rejects.toThrow(
      /There is no device/,
    )
  })

  it('is drowned by Wi-Fi on its channel', async () => {
    const room = await open()
    const lamps = await room.lamps(10)
    await break_(room, { kind: 'noise', channel: room.dongle.coordinator.nib.channel, energy: 200 })
    const before = room.journal.counts.retries ?? 0
    for (const lamp of lamps) room.toLamp(lamp)
    await room.clock.advance(3000)
    expect((room.journal.counts.retries ?? 0) - before).toBeGreaterThan(3)
  })
})

describe('the serial line', () => {
  it.each(['corrupt', 'duplicate', 'lose'])('does %s bytes', async (way) => {
    const room = await open()
    const { parser } = room.dongle
    await break_(room, { kind: 'line-noise', towards: 'dongle', [way]: 0.2 })
    for (let count = 0; count < 200; count++) room.client.send(1, 0x01)
    expect(parser.garbageBytes).toBeGreaterThan(50)
    expect(parser.frames).toBeLessThan(150)
  })

  it('spoils bytes each way, and is well again', async () => {
    const room = await open()
    const { parser } = room.dongle
    await break_(room, { kind: 'line-noise', towards: 'dongle', corrupt: 0.1, duplicate: 0.1, lose: 0.1 })
    for (let count = 0; count < 200; count++) room.client.send(1, 0x01)
    expect(parser.badFrames).toBeGreaterThan(10)
    await break_(room, { kind: 'line-noise', towards: 'both' })
    for (let count = 0; count < 52; count++) room.client.send(1, 0x01)
    expect(room.client.ask(1, 0x01)).toHaveLength(2)
    await break_(room, { kind: 'line-noise', towards: 'host', lose: 1 })
    expect(() => room.client.ask(1, 0x01)).toThrow(/no response/)
  })

  it('carries nonsense to the host, so many bytes, and the same with the same seed', async () => {
    const nonsense: string[] = []
    for (let run = 0; run < 2; run++) {
      const room = await open()
      const bytes: Buffer[] = []
      const { line } = room.dongle
      expect(line.towardsHost.lose).toBe(0)
      room.client.onBytes = (chunk) => bytes.push(chunk)
      await break_(room, { kind: 'fuzz', bytes: 5000 })
      expect(Buffer.concat(bytes)).toHaveLength(5000)
      nonsense.push(Buffer.concat(bytes).toString('hex'))
    }
    expect(nonsense[0]).toBe(nonsense[1])
  })
})
