import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DeviceCommand, DeviceId } from '../../showroom/device.ts'
import type { CommandPlan } from '../../showroom/driver.ts'
import type { SimulatedDevice } from '../../virtual/devices/device.ts'
import { ScenesCluster, type StoredScene } from '../../virtual/devices/scenes.ts'
import { patience } from '../testing/driver-rig.ts'
import { VirtualRoom } from '../testing/virtual-room.ts'

/** Follows the standard. */
const plainLamp = 'lumi.light.aqcn02'
/** Fades one attribute at a time. */
const quirkyLamp = 'TRADFRI bulb E27 WS opal 1000lm'
const several = (count: number, model: string) => Array.from({ length: count }, () => model)

const lit = (device: DeviceId, brightness: number, kelvin: number): DeviceCommand => ({
  kind: 'light',
  device,
  on: true,
  brightness,
  colour: { mode: 'kelvin', kelvin },
  transitionMs: 500,
})
const off = (device: DeviceId): DeviceCommand => ({ kind: 'light', device, on: false, transitionMs: 500 })

describe('a scene', () => {
  let room: VirtualRoom

  async function open(models: readonly string[]): Promise<DeviceId[]> {
    room = await VirtualRoom.open({ models, swiftness: 4 })
    return room.ids
  }
  afterEach(() => room.close())

  function lamp(index: number) {
    const found = room.lamps[index]?.parts.lamp
    if (found == null) throw new Error(`there is no lamp ${index}`)
    return found
  }

  function scenesIn(device: SimulatedDevice): readonly StoredScene[] {
    const servers = device.endpoints.flatMap(({ servers }) => [...servers.values()])
    return servers.flatMap((server) => (server instanceof ScenesCluster ? server.stored : []))
  }

  function groupsOf(index: number): number[] {
    return (room.lamps[index]?.endpoints ?? []).flatMap(({ groups }) => [...groups.ids])
  }

  /** Sends a plan and counts the frames to groups that it took until the lamps are as it says. */
  async function framesOf({ commands }: CommandPlan): Promise<number> {
    const before = room.dongle.radio.journal.frames.count
    for (const outcome of await room.send(commands)) expect(outcome.kind).not.toBe('failed')
    await vi.waitFor(() => commands.forEach(expectDone), patience)
    return room.groupFrames(before)
  }

  function expectDone(command: DeviceCommand, index: number): void {
    if (command.kind !== 'light') return
    expect(lamp(index).on).toBe(command.on)
    if (command.on === false) return
    expect(lamp(index).brightness).toBeCloseTo(command.brightness ?? -1, 1)
    if (command.colour?.mode !== 'kelvin') return
    expect(lamp(index).colour).toEqual({ mode: 'kelvin', kelvin: expect.closeTo(command.colour.kelvin, -2) })
  }

  it('reaches lamps in one frame, and only those that it speaks of', async () => {
    const ids = await open(several(5, plainLamp))
    const evening = { name: 'evening', commands: ids.map((id, index) => lit(id, 0.2 + index / 10, 2700)) }
    const reading = { name: 'reading', commands: ids.slice(0, 3).map((id) => lit(id, 0.9, 4000)) }
    await room.prepare([evening, reading])
    expect(await framesOf(evening)).toBe(1)
    const first = room.dongle.radio.journal.applied.count
    expect(await framesOf(reading)).toBe(1)
    expect(lamp(4).brightness).toBeCloseTo(0.6, 1)
    expect(room.applied(first).every(({ group }) => group !== null)).toBe(true)
  })

  it('takes two frames where lamps fade one thing at a time, whatever goes out besides', async () => {
    const ids = await open([...several(3, quirkyLamp), ...several(2, plainLamp)])
    const dinner = { name: 'dinner', commands: ids.map((id) => lit(id, 0.4, 2900)) }
    const film = {
      name: 'film',
      commands: ids.map((id, index) => (index < 2 ? off(id) : lit(id, 0.1, 3900))),
    }
    await room.prepare([dinner, film])
    expect(await framesOf(dinner)).toBe(2)
    expect(await framesOf(film)).toBe(2)
    expect(await framesOf(dinner)).toBe(2)
  })

  it('puts lamps out and lights them again without a flash', async () => {
    const ids = await open([...several(2, quirkyLamp), ...several(2, plainLamp)])
    const day = { name: 'day', commands: ids.map((id) => lit(id, 1, 3500)) }
    const mixed = {
      name: 'mixed',
      commands: ids.map((id, index) => (index % 2 ? off(id) : lit(id, 0.3, 3000))),
    }
    const night = { name: 'night', commands: ids.map(off) }
    await room.prepare([day, mixed, night])
    for (const plan of [day, mixed, day, night]) expect(await framesOf(plan)).toBeLessThanOrEqual(2)
    // All want the same: one frame says it, and lamps that are off already stay off.
    expect(await framesOf(night)).toBe(1)
    const lamps = room.lamps.map((_, index) => lamp(index))
    await vi.waitFor(() => expect(lamps.map(({ level }) => level.value())).toEqual([1, 1, 1, 1]), patience)
    let brightest = 0
    for (const each of lamps) {
      each.onChange(() => {
        if (each.on) brightest = Math.max(brightest, each.brightness)
      })
    }
    await framesOf(mixed)
    expect(brightest).toBeLessThan(0.35)
  })

  it('is at its lamps as quickly when one of them is dead', async () => {
    const ids = await open(several(6, plainLamp))
    const evening = { name: 'evening', commands: ids.map((id) => lit(id, 0.5, 2900)) }
    await room.prepare([evening])
    room.lamps[5]?.setPowered(false)
    const first = room.dongle.radio.journal.applied.count
    const outcomes = await room.send(evening.commands)
    expect(outcomes).toEqual(ids.map(() => ({ kind: 'sent' })))
    await vi.waitFor(() => evening.commands.slice(0, 5).forEach(expectDone), patience)
    expect(room.applied(first).filter(({ group }) => group !== null)).toHaveLength(5)
  })

  it('that a lamp has no room for goes to it alone, until its use makes room', async () => {
    const ids = await open(several(3, plainLamp))
    const plans = Array.from({ length: 18 }, (_, index) => ({
      name: `scene ${index}`,
      commands: ids.map((id, lampIndex) => lit(id, index / 20 + lampIndex / 200, 3000)),
    }))
    await room.prepare(plans)
    expect(new Set(room.lamps.map((device) => scenesIn(device).length))).toEqual(new Set([16]))
    const last = plans.at(-1)
    if (last === undefined) throw new Error('there are no plans')
    expect(await framesOf(last)).toBe(0)
    await vi.waitFor(async () => expect(await framesOf(last)).toBe(1), patience)
    const first = plans[0]
    if (first === undefined) throw new Error('there are no plans')
    expect(await framesOf(first)).toBe(1)
  })

  it('goes on being stored where a restart interrupted it', async () => {
    const ids = await open(several(4, plainLamp))
    const plans = Array.from({ length: 8 }, (_, index) => ({
      name: `scene ${index}`,
      commands: ids.map((id) => lit(id, index / 10, 3000)),
    }))
    room.rig.driver.prepare(plans)
    const stored = () => room.lamps.flatMap(scenesIn).length
    await vi.waitFor(() => expect(stored()).toBeGreaterThan(8), patience)
    await room.rig.driver.stop()
    const before = stored()
    expect(before).toBeLessThan(32)
    const asked = room.dongle.radio.journal.applied.count
    await room.rig.driver.start()
    await room.rig.ready()
    await vi.waitFor(() => expect(stored()).toBe(32), patience)
    const adds = room.applied(asked).filter(({ cluster, command }) => cluster === 5 && command === 0)
    // What was under way when it stopped is done again.
    expect(adds.length).toBeLessThanOrEqual(32 - before + 4)
    expect(await framesOf(plans[3] ?? { name: '', commands: [] })).toBe(1)
  })

  it('is kept by a lamp that lost its power, and given anew to one that was replaced', async () => {
    const ids = await open(several(4, plainLamp))
    const [a, b, c, d] = ids
    if (!a || !b || !c || !d) throw new Error('there are no lamps')
    await room.prepare([{ name: 'evening', commands: [a, b, c].map((id) => lit(id, 0.5, 3000)) }])
    const group = groupsOf(0)
    const evening = { name: 'evening', commands: [a, b, d].map((id) => lit(id, 0.5, 3000)) }
    room.rig.driver.prepare([evening])
    await vi.waitFor(() => expect(groupsOf(3)).toEqual(group), patience)
    await vi.waitFor(() => expect(groupsOf(2).length).toBe(0), patience)
    // The driver hears a little later that it is so.
    await vi.waitFor(async () => {
      const before = room.dongle.radio.journal.frames.count
      await room.send(evening.commands)
      expect(room.groupFrames(before)).toBe(1)
    }, patience)
    await vi.waitFor(() => expect([0, 1, 3].every((index) => lamp(index).on)).toBe(true), patience)
  })

  it('is stored anew in a lamp that has forgotten it, once that had to be told alone', async () => {
    const ids = await open(several(3, plainLamp))
    const evening = { name: 'evening', commands: ids.map((id) => lit(id, 0.5, 3000)) }
    await room.prepare([evening])
    const servers = [
      ...(room.lamps[0]?.endpoints.flatMap((endpoint) => [...endpoint.servers.values()]) ?? []),
    ]
    for (const server of servers) if (server instanceof ScenesCluster) server.stored = []
    await room.send(evening.commands)
    await vi.waitFor(() => expect(lamp(1).brightness).toBeCloseTo(0.5, 1), patience)
    expect(lamp(0).brightness).toBeGreaterThan(0.9)
    await room.send(evening.commands.slice(0, 1))
    await vi.waitFor(() => expect(room.lamps.flatMap(scenesIn)).toHaveLength(3), patience)
    expect(await framesOf(evening)).toBe(1)
  })
})
