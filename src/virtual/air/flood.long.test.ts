import { describe, expect, it } from 'vitest'
import { putIntoGroup, RoomOnAir } from '../testing/room-on-air.ts'

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
    const sent = room.framesSince(frames).filter((frame) => frame.kind === 'group')
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
    const mine = room.framesSince(before).filter((frame) => frame.kind === 'group' && frame.from === 0)
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
