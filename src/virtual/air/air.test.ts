import { describe, expect, it } from 'vitest'
import type { SimulatedDevice } from '../devices/device.ts'
import { setOccupied } from '../devices/world-events.ts'
import { RoomOnAir } from '../testing/room-on-air.ts'
import type { RadioNode } from './frame.ts'
import type { AirFrame } from './journal.ts'
import { neighboursOf } from './neighbour-table.ts'

function framesSince(room: RoomOnAir, first: number): AirFrame[] {
  return room.journal.frames.since(first).map(({ entry }) => entry)
}

function putIntoGroup(lamps: readonly SimulatedDevice[]): void {
  for (const lamp of lamps) lamp.endpoint(1)?.groups.add(7)
}

describe('airtime', () => {
  it('is 32 µs a byte, the layers above included, and one frame at a time', async () => {
    const room = await RoomOnAir.open()
    const lamps = await room.lamps(30)
    putIntoGroup(lamps)
    const before = room.journal.frames.count
    expect(room.toGroup(7)).toBe(0)
    for (const lamp of lamps.slice(0, 16)) expect(room.toLamp(lamp)).toBe(0)
    await room.clock.advance(3000)
    const frames = framesSince(room, before).sort((a, b) => a.startMs - b.startMs)
    const groupcasts = frames.filter((frame) => frame.kind === 'group')
    expect(groupcasts.length).toBeGreaterThan(15)
    // Physical 6, MAC 11, network 26, application support 9, and three bytes of the command itself.
    const [first] = groupcasts
    expect((first?.endMs ?? 0) - (first?.startMs ?? 0)).toBeCloseTo(55 * 0.032)
    for (const [index, frame] of frames.entries()) {
      expect(frame.startMs).toBeGreaterThanOrEqual(frames[index - 1]?.endMs ?? 0)
    }
  })

  it('of a unicast is that of every hop, and the first one finds its way', async () => {
    const room = await RoomOnAir.open()
    await room.lamps(2, { hops: 1 })
    await room.lamps(2, { hops: 2 })
    const [far] = await room.lamps(1, { hops: 3 })
    if (far === undefined) throw new Error('unreachable')
    const took: number[] = []
    for (const command of [1, 0]) {
      const [frames, applied] = [room.journal.frames.count, room.journal.applied.count]
      const startMs = room.clock.now()
      room.toLamp(far, { command })
      await room.clock.advance(1000)
      took.push((room.journal.applied.since(applied)[0]?.entry.atMs ?? Number.NaN) - startMs)
      const unicasts = framesSince(room, frames).filter((frame) => frame.kind === 'unicast')
      expect(unicasts.filter((frame) => frame.source === 0)).toHaveLength(3)
      const asked = framesSince(room, frames).some((frame) => frame.kind === 'route')
      expect(asked).toBe(command === 1)
    }
    const [first = 0, second = 0] = took
    expect(second).toBeGreaterThan(3 * (1.7 + 1.5))
    expect(second).toBeLessThan(25)
    expect(first).toBeGreaterThan(second)
  })
})

describe('a groupcast', () => {
  it('reaches all lamps of one hop at the same instant, 10 or 200 of them', async () => {
    for (const count of [10, 200]) {
      const room = await RoomOnAir.open()
      putIntoGroup(await room.lamps(count))
      const before = room.journal.applied.count
      room.toGroup(7)
      await room.clock.advance(100)
      expect(room.spread(before)).toEqual({ spreadMs: 0, devices: count })
    }
  })

  it('is repeated by every router within its jitter, ring by ring', async () => {
    const room = await RoomOnAir.open()
    const lamps = [
      ...(await room.lamps(4, { hops: 1 })),
      ...(await room.lamps(4, { hops: 2 })),
      ...(await room.lamps(4, { hops: 3 })),
    ]
    putIntoGroup(lamps)
    const [applied, frames] = [room.journal.applied.count, room.journal.frames.count]
    room.toGroup(7)
    await room.clock.advance(2000)
    const { spreadMs, devices } = room.spread(applied)
    expect(devices).toBe(12)
    expect(spreadMs).toBeGreaterThan(5)
    expect(spreadMs).toBeLessThan(2 * (64 + 15))
    const sent = framesSince(room, frames).filter((frame) => frame.kind === 'group')
    expect(sent.filter((frame) => !frame.relayed)).toHaveLength(1)
    expect(sent.filter((frame) => frame.relayed)).toHaveLength(12)
  })

  it('is said again by whoever does not hear its neighbours repeat it', async () => {
    const room = await RoomOnAir.open({ radio: { loss: 0.9 }, seed: 3 })
    const lamps = await room.lamps(4)
    putIntoGroup(lamps)
    const before = room.journal.frames.count
    room.toGroup(7)
    await room.clock.advance(5000)
    const mine = framesSince(room, before).filter((frame) => frame.kind === 'group' && frame.from === 0)
    expect(mine.map((frame) => frame.attempt)).toEqual([0, 1, 2])
    expect((mine[1]?.startMs ?? 0) - (mine[0]?.startMs ?? 0)).toBeGreaterThan(500)
  })

  it('finds no room when there were too many: 12 in two seconds, and then again', async () => {
    const room = await RoomOnAir.open()
    putIntoGroup(await room.lamps(2))
    const statuses: number[] = []
    for (let count = 0; count < 13; count++) {
      statuses.push(room.toGroup(7))
      await room.clock.advance(100)
    }
    expect(statuses).toEqual([...Array(12).fill(0), 0x11])
    await room.clock.advance(1000)
    expect(room.toGroup(7)).toBe(0)
  })

  it('is lost on routers that remember too many', async () => {
    const room = await RoomOnAir.open({ radio: { routerBudget: { entries: 3, lifetimeMs: 9000 } } })
    await room.clock.advance(10_000)
    putIntoGroup(await room.lamps(1))
    await room.clock.advance(10_000)
    const before = room.journal.applied.count
    for (let count = 0; count < 5; count++) {
      room.toGroup(7)
      await room.clock.advance(150)
    }
    expect(room.journal.applied.count - before).toBe(3)
  })
})

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
    expect(framesSince(room, before).filter((frame) => frame.kind === 'unicast')).toHaveLength(12)
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
    const unicasts = framesSince(room, before).filter((frame) => frame.kind === 'unicast')
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
    const relay = framesSince(room, 0).findLast(
      (frame) => frame.kind === 'unicast' && frame.target === far.nwk,
    )
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
    expect(framesSince(room, before).map((frame) => frame.kind)).toContain('poll')
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

describe('a sleeper', () => {
  it('that somebody wakes fetches what waits for it', async () => {
    const room = await RoomOnAir.open()
    const [sensor] = await room.lamps(1, { model: 'lumi.sensor_motion.aq2' })
    if (sensor === undefined) throw new Error('unreachable')
    await room.clock.advance(60_000)
    room.toLamp(sensor)
    await room.clock.advance(5000)
    expect(room.confirms()).toEqual([])
    setOccupied(sensor, true)
    await room.clock.advance(300)
    expect(room.confirms()).toEqual([0])
  })

  it('has a parent, and is in no other table', async () => {
    const room = await RoomOnAir.open()
    const [near] = await room.lamps(1)
    const [far, button] = [
      ...(await room.lamps(1, { hops: 2 })),
      ...(await room.lamps(1, { hops: 2, model: 'RODRET Dimmer' })),
    ]
    if (near === undefined || far === undefined || button === undefined) throw new Error('unreachable')
    const { topology } = room.dongle.radio
    const table = (node: RadioNode) =>
      neighboursOf(topology, node).map(({ nwk, relation }) => [nwk, relation])
    expect(table(room.dongle.coordinator)).toEqual([[near.nwk, 3]])
    expect(table(near)).toEqual([
      [0, 0],
      [far.nwk, 3],
      [button.nwk, 1],
    ])
    expect(table(button)).toEqual([[near.nwk, 0]])
    expect(table(far)).toEqual([[near.nwk, 0]])
  })
})

describe('chance', () => {
  async function run(seed: number): Promise<string> {
    const room = await RoomOnAir.open({ radio: { loss: 0.2 }, seed })
    const lamps = [...(await room.lamps(5)), ...(await room.lamps(5, { hops: 2 }))]
    putIntoGroup(lamps)
    room.toGroup(7)
    for (const lamp of lamps) room.toLamp(lamp)
    await room.clock.advance(10_000)
    return JSON.stringify(room.journal.frames.since(0))
  }

  it('is the same with the same seed, and another with another', async () => {
    const first = await run(1)
    expect(await run(1)).toBe(first)
    expect(await run(2)).not.toBe(first)
  })
})
