import { describe, expect, it } from 'vitest'
import { RoomOnAir } from '../testing/room-on-air.ts'

describe('a unicast', () => {
  it('finds no room behind 16 that are under way', async () => {
    const room = await RoomOnAir.open()
    const lamps = await room.lamps(20)
    const statuses = lamps.map((lamp) => room.toLamp(lamp))
    expect(statuses).toEqual([...Array(16).fill(0), 0x11, 0x11, 0x11, 0x11])
    await room.clock.advance(1000)
    expect(room.confirms()).toEqual(Array(16).fill(0))
  })

  it('overtakes none that its sender was given before', async () => {
    const room = await RoomOnAir.open()
    const [near] = await room.lamps(1)
    const [far] = await room.lamps(1, { hops: 2 })
    if (near === undefined || far === undefined) throw new Error('unreachable')
    const commands = [1, 0, 0, 1, 1, 1, 0, 2]
    for (const lamp of [near, far]) {
      room.toLamp(lamp)
      await room.clock.advance(1000)
      const before = room.journal.applied.count
      for (const command of commands) room.toLamp(lamp, { command })
      await room.clock.advance(1000)
      expect(room.journal.applied.since(before).map(({ entry }) => entry.command)).toEqual(commands)
    }
  })

  it('gets through while 200 lamps repeat a groupcast: a busy channel is no broken link', async () => {
    const room = await RoomOnAir.open()
    const lamps = await room.lamps(200)
    room.toGroup(7)
    await room.clock.advance(10)
    for (const lamp of lamps.slice(0, 16)) room.toLamp(lamp)
    await room.clock.advance(2000)
    expect(room.confirms()).toEqual(Array(17).fill(0))
  })

  it('to a dead neighbour is tried twelve times and not acknowledged', async () => {
    const room = await RoomOnAir.open()
    const [lamp] = await room.lamps(1)
    if (lamp === undefined) throw new Error('unreachable')
    lamp.deadRadio = true
    const before = room.journal.frames.count
    room.toLamp(lamp)
    await room.clock.advance(150)
    expect(room.confirms()).toEqual([])
    await room.clock.advance(150)
    expect(room.confirms()).toEqual([0xe9])
    expect(room.framesSince(before).filter((frame) => frame.kind === 'unicast')).toHaveLength(12)
  })

  it('on a lossy link gets there by being repeated, and is done once', async () => {
    const room = await RoomOnAir.open()
    const [lamp] = await room.lamps(1)
    if (lamp === undefined) throw new Error('unreachable')
    room.dongle.radio.topology.setLoss(0.5, lamp.ieee, null)
    const before = room.journal.applied.count
    for (let count = 0; count < 40; count++) {
      room.toLamp(lamp, { command: 2 })
      await room.clock.advance(1000)
    }
    expect(room.confirms().filter((status) => status === 0).length).toBeGreaterThan(36)
    expect(room.journal.counts.retries).toBeGreaterThan(30)
    expect(room.journal.applied.count - before).toBeLessThanOrEqual(40)
  })

  it('is handed on once by a router that hears it twice', async () => {
    const room = await RoomOnAir.open()
    const [near] = await room.lamps(1)
    const [far] = await room.lamps(1, { hops: 2 })
    if (near === undefined || far === undefined) throw new Error('unreachable')
    room.dongle.radio.topology.setLoss(0.5, near.ieee, room.dongle.coordinator.ieee)
    const before = room.journal.frames.count
    for (let count = 0; count < 20; count++) {
      room.toLamp(far)
      await room.clock.advance(3000)
    }
    const unicasts = room.framesSince(before).filter((frame) => frame.kind === 'unicast')
    const [sent, handedOn] = [0, near.nwk].map((nwk) =>
      unicasts.filter((frame) => frame.from === nwk && frame.target === far.nwk),
    )
    expect(sent?.length).toBeGreaterThan(30)
    expect(handedOn?.filter((frame) => frame.attempt === 0).length).toBeLessThanOrEqual(20)
  })

  it('is acknowledged from end to end where that was asked', async () => {
    const room = await RoomOnAir.open()
    await room.lamps(2)
    const [far] = await room.lamps(1, { hops: 2 })
    if (far === undefined) throw new Error('unreachable')
    room.toLamp(far, { apsAck: true })
    await room.clock.advance(1000)
    expect(room.confirms()).toEqual([0])
    far.deadRadio = true
    // The first hop is fine: only who asks for an acknowledgement learns that the last one is not.
    room.toLamp(far)
    await room.clock.advance(20)
    expect(room.confirms()).toEqual([0, 0])
    room.toLamp(far, { apsAck: true })
    await room.clock.advance(5000)
    expect(room.confirms()).toEqual([0, 0])
    await room.clock.advance(2000)
    expect(room.confirms()).toEqual([0, 0, 0xb7])
  })

  it('fails once where a router has moved, and finds another way', async () => {
    const room = await RoomOnAir.open()
    const [one] = await room.lamps(1)
    const [far] = await room.lamps(1, { hops: 2 })
    const [other] = await room.lamps(1)
    if (one === undefined || other === undefined || far === undefined) throw new Error('unreachable')
    room.toLamp(far, { command: 1 })
    await room.clock.advance(2000)
    const relay = room
      .framesSince(0)
      .findLast((frame) => frame.kind === 'unicast' && frame.target === far.nwk)
    const router = relay?.from === one.nwk ? one : other
    router.hops = 3
    room.toLamp(far, { command: 0 })
    await room.clock.advance(2000)
    expect(room.confirms()).toEqual([0, 0xe9])
    room.toLamp(far, { command: 0 })
    await room.clock.advance(2000)
    expect(room.confirms()).toEqual([0, 0xe9, 0])
    expect(far.parts.lamp?.on).toBe(false)
  })

  it('has a way that can be asked for beforehand', async () => {
    const room = await RoomOnAir.open()
    await room.lamps(2)
    const [far] = await room.lamps(1, { hops: 2 })
    const address = Buffer.from([(far?.nwk ?? 0) & 0xff, (far?.nwk ?? 0) >> 8])
    expect(room.client.ask(5, 0x46, address)[0]).toBe(4)
    room.client.ask(5, 0x45, Buffer.concat([address, Buffer.from([0, 30])]))
    await room.clock.advance(1000)
    expect(room.client.ask(5, 0x46, address)[0]).toBe(0)
  })

  it('to an address nobody has finds no route', async () => {
    const room = await RoomOnAir.open()
    await room.lamps(1)
    room.toLamp({ nwk: 0x1234 })
    await room.clock.advance(3000)
    expect(room.confirms()).toEqual([0xcd])
  })

  it('waits at the parent of one that sleeps', async () => {
    const room = await RoomOnAir.open()
    const [sensor] = await room.lamps(1, { model: 'VALLHORN Wireless Motion Sensor' })
    if (sensor === undefined) throw new Error('unreachable')
    await room.clock.advance(60_000)
    const before = room.journal.frames.count
    room.toLamp(sensor)
    await room.clock.advance(1100)
    expect(room.confirms()).toEqual([0])
    expect(room.framesSince(before).map((frame) => frame.kind)).toContain('poll')
    const [deaf] = await room.lamps(1, { model: 'lumi.sensor_motion.aq2' })
    if (deaf === undefined) throw new Error('unreachable')
    await room.clock.advance(60_000)
    room.toLamp(deaf)
    await room.clock.advance(7600)
    expect(room.confirms()).toEqual([0])
    await room.clock.advance(100)
    expect(room.confirms()).toEqual([0, 0xf0])
  })
})
