import { describe, expect, it } from 'vitest'
import { setOccupied } from '../devices/world-events.ts'
import { putIntoGroup, RoomOnAir } from '../testing/room-on-air.ts'
import type { RadioNode } from './frame.ts'
import { neighboursOf } from './neighbour-table.ts'

describe('airtime', () => {
  it('is 32 µs a byte, the layers above included, and one frame at a time', async () => {
    const room = await RoomOnAir.open()
    const lamps = await room.lamps(30)
    putIntoGroup(lamps)
    const before = room.journal.frames.count
    expect(room.toGroup(7)).toBe(0)
    for (const lamp of lamps.slice(0, 16)) expect(room.toLamp(lamp)).toBe(0)
    await room.clock.advance(3000)
    const frames = room.framesSince(before).sort((a, b) => a.startMs - b.startMs)
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
      const unicasts = room.framesSince(frames).filter((frame) => frame.kind === 'unicast')
      expect(unicasts.filter((frame) => frame.source === 0)).toHaveLength(3)
      const asked = room.framesSince(frames).some((frame) => frame.kind === 'route')
      expect(asked).toBe(command === 1)
    }
    const [first = 0, second = 0] = took
    expect(second).toBeGreaterThan(3 * (1.7 + 1.5))
    expect(second).toBeLessThan(25)
    expect(first).toBeGreaterThan(second)
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
