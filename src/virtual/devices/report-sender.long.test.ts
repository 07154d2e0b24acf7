import { describe, expect, it } from 'vitest'
import { RoomOnAir } from '../testing/room-on-air.ts'
import type { SimulatedDevice } from './device.ts'

/** Reports of on/off and level to the coordinator, as drivers set them up. */
async function reporting(room: RoomOnAir, lamps: readonly SimulatedDevice[]): Promise<void> {
  for (const lamp of lamps) {
    const endpoint = lamp.endpoint(1)
    endpoint?.groups.add(7)
    for (const [cluster, change] of [
      [6, null],
      [8, 1],
    ] as const) {
      lamp.bindings.add({
        source: lamp.ieee,
        endpoint: 1,
        cluster,
        target: { kind: 'device', ieee: room.dongle.coordinator.ieee, endpoint: 1 },
      })
      const attribute = endpoint?.servers.get(cluster)?.attributes.find(0x0000, null)
      if (attribute)
        endpoint?.reporting.configure({ cluster, attribute, minSeconds: 0, maxSeconds: 3600, change })
    }
  }
  await room.clock.advance(100)
}

const reports = (room: RoomOnAir) =>
  room.client.indications(4, 0x81).filter((frame) => frame.data[19] === 0x0a)

describe('reports', () => {
  it('of 200 lamps after one groupcast come one by one, use up air, and all arrive', async () => {
    const room = await RoomOnAir.open()
    const lamps = await room.lamps(200)
    await reporting(room, lamps)
    const first = room.journal.frames.count
    const [busyMs, startMs] = [room.dongle.radio.channel.busyMs, room.clock.now()]
    room.toGroup(7)
    await room.clock.advance(10_000)
    expect(new Set(reports(room).map((frame) => frame.data.readUInt16LE(4))).size).toBe(200)
    const sent = room.journal.frames
      .since(first)
      .map(({ entry }) => entry)
      .filter((frame) => frame.kind === 'unicast' && frame.target === 0)
    expect(sent.length).toBeGreaterThanOrEqual(200)
    const lastMs = Math.max(...sent.map((frame) => frame.endMs)) - startMs
    expect(lastMs).toBeGreaterThan(400)
    expect(room.dongle.radio.channel.busyMs - busyMs).toBeGreaterThan(400)
  })

  it('of a fade come once a second on the way, and at its end', async () => {
    const room = await RoomOnAir.open({ radio: { reportJitterMs: 0 } })
    const [device] = await room.lamps(1)
    if (device === undefined) throw new Error('unreachable')
    await reporting(room, [device])
    device.parts.lamp?.setOn(true)
    await room.clock.advance(50)
    const before = reports(room).length
    device.parts.lamp?.fadeLevel(54, 3500)
    await room.clock.advance(5000)
    const levels = reports(room)
      .slice(before)
      .map((frame) => frame.data.at(23))
    expect(levels).toHaveLength(4)
    expect(levels.at(-1)).toBe(54)
  })

  it('are acknowledged from end to end, and sent again when they are lost', async () => {
    const room = await RoomOnAir.open()
    const [device] = await room.lamps(1)
    if (device === undefined) throw new Error('unreachable')
    await reporting(room, [device])
    const { topology } = room.dongle.radio
    topology.setLoss(1, device.ieee, null)
    device.parts.lamp?.setOn(true)
    await room.clock.advance(1000)
    expect(reports(room)).toHaveLength(0)
    topology.setLoss(0, device.ieee, null)
    await room.clock.advance(2000)
    expect(reports(room)).toHaveLength(1)
  })
})
