import { describe, expect, it } from 'vitest'
import { fault, provoke } from '../faults.ts'
import { RoomOnAir } from '../testing/room-on-air.ts'
import { VirtualDongle } from '../virtual-dongle.ts'

const le = (value: number) => [value & 0xff, value >> 8]
const [groups, scenes, onOff, level, colour] = [4, 5, 6, 8, 0x0300] as const

async function lampInRoom(model: string) {
  const room = await RoomOnAir.open()
  const [device] = await room.lamps(1, { model })
  const lamp = device?.parts.lamp
  if (device === undefined || !lamp) throw new Error('unreachable')
  const command = (cluster: number, id: number, ...payload: number[]) =>
    room.client.zcl(device.nwk ?? 0, cluster, [0x01, 9, id, ...payload])
  await command(groups, 0x00, ...le(7), 0)
  return { room, device, lamp, command }
}

describe('scenes in a lamp', () => {
  it('are added with level, colour and tenths of a second, seen again and recalled so', async () => {
    const { room, lamp, command } = await lampInRoom('ORMANAS LED Strip')
    const fields = [...le(onOff), 1, 1, ...le(level), 1, 90, ...le(colour), 4, ...le(40000), ...le(20000)]
    const added = await command(scenes, 0x40, ...le(7), 3, ...le(4), 0, ...fields)
    expect(added).toEqual(Buffer.from([0x19, 9, 0x40, 0, 7, 0, 3]))
    const seen = await command(scenes, 0x41, ...le(7), 3)
    expect(seen?.subarray(3)).toEqual(Buffer.from([0, 7, 0, 3, ...le(4), 0, ...fields]))
    expect((await command(scenes, 0x01, ...le(7), 3))?.subarray(7, 9)).toEqual(Buffer.from(le(0)))
    await command(scenes, 0x05, ...le(7), 3)
    // This model fades one thing at a time: the colour, which comes last.
    expect(lamp).toMatchObject({ on: true, mode: 'xy' })
    expect([lamp.x.target, lamp.x.remainingMs > 350]).toEqual([40000, true])
    await room.clock.advance(500)
    expect(lamp.x.moving).toBe(false)
  })

  it('may be only a level, with its transition, and leave the rest as it is', async () => {
    const { room, lamp, command } = await lampInRoom('TRADFRI bulb E27 WS opal 1000lm')
    await command(onOff, 0x01)
    await command(scenes, 0x40, ...le(7), 3, ...le(4), 0, ...le(level), 1, 90)
    const mireds = lamp.mireds.value()
    await command(scenes, 0x05, ...le(7), 3)
    expect(lamp.level.moving).toBe(true)
    await room.clock.advance(500)
    expect([lamp.level.value(), lamp.mireds.value()]).toEqual([90, mireds])
  })

  it('are not heard by a lamp that fades its colour and is deaf meanwhile', async () => {
    const { room, lamp, command } = await lampInRoom('TRADFRI bulb E27 WS opal 1000lm')
    await command(onOff, 0x01)
    await command(scenes, 0x40, ...le(7), 3, ...le(0), 0, ...le(level), 1, 90)
    await command(colour, 0x0a, ...le(400), ...le(20))
    const before = room.journal.applied.count
    await command(scenes, 0x05, ...le(7), 3)
    expect([lamp.level.target, room.journal.applied.count]).toEqual([254, before])
  })

  it('that are off leave an IKEA bulb lit that says it is off, and switch others off', async () => {
    for (const [model, lit] of [
      ['TRADFRI bulb E27 WS opal 1000lm', true],
      ['TRADFRI bulb GU10 WW 345lm', false],
    ] as const) {
      const { room, device, lamp, command } = await lampInRoom(model)
      await command(onOff, 0x01)
      await command(scenes, 0x00, ...le(7), 1, ...le(0), 0, ...le(onOff), 1, 0)
      await command(scenes, 0x05, ...le(7), 1)
      expect([lamp.on, await room.client.read(device.nwk ?? 0, onOff, 0x0000)]).toEqual([lit, 0])
      await command(onOff, 0x00)
      expect(lamp.on).toBe(false)
      await command(onOff, 0x01)
      expect(await room.client.read(device.nwk ?? 0, onOff, 0x0000)).toBe(1)
    }
  })

  it('are copied, and removed with their group', async () => {
    const { command } = await lampInRoom('TRADFRI bulb GU10 WW 345lm')
    await command(groups, 0x00, ...le(8), 0)
    await command(scenes, 0x00, ...le(7), 1, ...le(2), 0, ...le(level), 1, 90)
    expect((await command(scenes, 0x42, 0, ...le(7), 1, ...le(8), 5))?.[3]).toBe(0)
    expect((await command(scenes, 0x01, ...le(8), 5))?.subarray(7, 9)).toEqual(Buffer.from(le(2)))
    await command(scenes, 0x03, ...le(8))
    expect((await command(scenes, 0x06, ...le(8)))?.at(-1)).toBe(0)
    expect((await command(scenes, 0x06, ...le(7)))?.subarray(-2)).toEqual(Buffer.from([1, 1]))
  })

  it('find no room in a small or a full memory, and an old one can still be changed', async () => {
    const { room, device, command } = await lampInRoom('TRADFRI bulb GU10 WS 400lm')
    expect((await command(scenes, 0x06, ...le(7)))?.[4]).toBe(61)
    await provoke(room.dongle, fault.parse({ kind: 'small-memory', ieee: device.ieee, groups: 1, scenes: 2 }))
    const statuses: unknown[] = []
    for (const scene of [1, 2, 3, 2]) {
      statuses.push((await command(scenes, 0x00, ...le(7), scene, ...le(0), 0))?.[3])
    }
    expect(statuses).toEqual([0, 0, 0x89, 0])
    expect((await command(groups, 0x00, ...le(8), 0))?.[3]).toBe(0x89)
  })

  it('survive a power cut and a restart of the program, as what was set for the start does', async () => {
    const { room, device, command } = await lampInRoom('TRADFRI bulb GU10 WW 345lm')
    await command(scenes, 0x00, ...le(7), 1, ...le(2), 0, ...le(level), 1, 90)
    await room.client.zcl(device.nwk ?? 0, onOff, [0x00, 1, 0x02, ...le(0x4003), 0x30, 0x01])
    device.setPowered(false)
    const saved = JSON.parse(JSON.stringify(room.dongle.save()))
    const again = new VirtualDongle({ clock: room.clock, saved })
    const restored = again.device(device.ieee)
    restored?.setPowered(true)
    expect(restored?.parts.lamp?.on).toBe(true)
    expect(again.save().devices[0]?.endpoints[0]?.scenes).toHaveLength(1)
  })
})
