import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DeviceCommand, DeviceId } from '../showroom/device.ts'
import type { CommandPlan } from '../showroom/driver.ts'
import { seeded } from '../showroom/testing/seeded.ts'
import { profiles } from '../virtual/air/profile.ts'
import { SwiftClock } from '../virtual/testing/swift-clock.ts'
import { DriverRig, patience, startWithLamps } from './testing/driver-rig.ts'
import { works } from './testing/fuzz-host.ts'
import { lampAddress } from './testing/stick.ts'
import { VirtualRoom } from './testing/virtual-room.ts'

/** Follows the standard; the other fades one attribute at a time. */
const [plainLamp, quirkyLamp] = ['lumi.light.aqcn02', 'TRADFRI bulb E27 WS opal 1000lm']
const several = (count: number, model: string) => Array.from({ length: count }, () => model)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const lit = (device: DeviceId, brightness: number, kelvin: number): DeviceCommand => ({
  kind: 'light',
  device,
  on: true,
  brightness,
  colour: { mode: 'kelvin', kelvin },
  transitionMs: 400,
})
const planOf = (name: string, ids: readonly DeviceId[], brightness: number, kelvin: number): CommandPlan => ({
  name,
  commands: ids.map((id) => lit(id, brightness, kelvin)),
})

describe('hard times', () => {
  let room: VirtualRoom
  afterEach(() => room.close())

  const lampsShow = (brightness: number, kelvin: number, count = room.lamps.length) => {
    for (const { parts } of room.lamps.slice(0, count)) {
      expect(parts.lamp?.on).toBe(true)
      expect(parts.lamp?.brightness).toBeCloseTo(brightness, 1)
      expect(parts.lamp?.colour).toEqual({ mode: 'kelvin', kelvin: expect.closeTo(kelvin, -2) })
    }
  }

  it('of a dongle without room: what was asked waits, no lamp is doubted, and it goes out when there is room', async () => {
    room = await VirtualRoom.open({ models: several(4, plainLamp), radio: profiles.ideal })
    const told = () =>
      room.rig.events.flatMap((event) => (event.kind === 'congestion' ? [event.congested] : []))
    room.dongle.coordinator.isFull = true
    const outcomes = room.send(room.ids.map((id, index) => lit(id, 0.2 + index / 10, 3000)))
    const answer = room.rig.driver.read(room.ids[0] ?? fail(), 'background')
    await vi.waitFor(() => expect(told()).toEqual([true]), patience)
    room.dongle.coordinator.isFull = false
    expect(await outcomes).toEqual(room.ids.map(() => ({ kind: 'confirmed' })))
    expect(await answer).not.toBeNull()
    expect(told()).toEqual([true, false])
    await vi.waitFor(() => expect(room.lamps[3]?.parts.lamp?.brightness).toBeCloseTo(0.5, 1), patience)
  })

  it('of two scenes within a tenth of a second: all lamps end at the second', async () => {
    room = await VirtualRoom.open({ models: [...several(3, quirkyLamp), ...several(3, plainLamp)] })
    const day = planOf('day', room.ids, 0.9, 4000)
    const night = planOf('night', room.ids, 0.1, 2700)
    await room.prepare([day, night])
    for (const apartMs of [0, 30, 60, 100]) {
      void room.send(day.commands)
      await pause(apartMs)
      await room.send(night.commands)
      await vi.waitFor(() => lampsShow(0.1, 2700), patience)
      await pause(700) // Nothing of the first comes later.
      lampsShow(0.1, 2700)
    }
  })

  it('of a room half dead: the others get their scene in the same frame, a touch waits for none of the dead, and no log tells of it', async () => {
    room = await VirtualRoom.open({ models: several(16, plainLamp), radio: profiles.ideal })
    const evening = planOf('evening', room.ids, 0.4, 3000)
    await room.prepare([evening])
    for (const lamp of room.lamps.slice(8)) lamp.setPowered(false)
    const before = room.dongle.radio.journal.frames.count
    room.rig.logged.length = 0
    await room.send(evening.commands)
    await vi.waitFor(() => lampsShow(0.4, 3000, 8), patience)
    expect(room.groupFrames(before)).toBe(1)

    let answeredByDead = 0
    const dead = room.ids.slice(8).map(async (id) => {
      expect(await room.rig.driver.read(id, 'shopper')).toBeNull()
      answeredByDead++
    })
    const alive = await Promise.all(room.ids.slice(0, 8).map((id) => room.rig.send(lit(id, 0.7, 3000))))
    expect(alive).toEqual(alive.map(() => ({ kind: 'confirmed' })))
    expect(answeredByDead).toBeLessThan(8)
    await Promise.all(dead)
    const failed = await room.send(room.ids.slice(8).map((id) => lit(id, 0.2, 3000)))
    expect(failed).toContainEqual(expect.objectContaining({ kind: 'failed', reason: 'unreachable' }))
    expect(room.rig.logged).toEqual([])
  })
})

describe('a stick that is pulled out while scenes are being stored', () => {
  it('loses none of them: all are stored in the end, once', async () => {
    const numbers = [1, 2, 3, 4]
    const { stick, rig } = await startWithLamps(numbers, { clock: new SwiftClock(4) })
    const ids = [...rig.met().values()].map(({ id }) => id)
    const plans = Array.from({ length: 6 }, (_, index) => planOf(`scene ${index}`, ids, index / 10, 3000))
    rig.driver.prepare(plans)
    const random = seeded(7)
    for (let cycle = 0; cycle < 6; cycle++) {
      await pause(random() * 150)
      await stick.unplug()
      await pause(random() * 100)
      await stick.replug()
      await rig.ready()
    }
    await vi.waitFor(() => {
      const latest = rig.events.filter((event) => event.kind === 'prepared').at(-1)
      expect(latest).toMatchObject({ ready: plans.length, total: plans.length })
    }, patience)
    // What the stick said at each start has left its memory of broadcasts; more scenes would be over the air's budget.
    await pause(2500)
    for (const [index, { commands }] of plans.slice(0, 3).entries()) {
      const first = stick.dongle.radio.journal.frames.count
      for (const outcome of await Promise.all(rig.driver.send(commands))) expect(outcome.kind).toBe('sent')
      const sent = stick.dongle.radio.journal.frames.since(first).map(({ entry }) => entry)
      expect(
        sent.filter(({ kind, from, attempt }) => kind === 'group' && from === 0 && !attempt),
      ).toHaveLength(2)
      await vi.waitFor(() => {
        for (const number of numbers) expect(stick.lamp(number).brightness).toBeCloseTo(index / 10, 1)
      }, patience)
      await pause(600)
    }
    await rig.stop()
    await stick.discard()
  })
})

describe('herdsman’s list of devices, cut short', () => {
  it.each([0, 0.3, 0.8])('at %f of its length costs no lamp', async (share) => {
    const { stick, rig } = await startWithLamps([1, 2, 3])
    await rig.driver.backUp()
    await rig.driver.stop()
    const list = join(rig.folder, 'zigbee/devices.db')
    const whole = await readFile(list)
    await writeFile(list, whole.subarray(0, Math.floor(whole.length * share)))
    const again = await DriverRig.start(stick.path, { memory: rig.folder })
    await again.ready()
    await vi.waitFor(
      () => expect([...again.met().keys()].sort()).toEqual([1, 2, 3].map(lampAddress)),
      patience,
    )
    await works(again, [1, 2, 3])
    await again.stop()
    await rig.stop()
    await stick.discard()
  })
})

describe('a folder that takes nothing', () => {
  it('is what staff are told of, not the stick, and once it is mended the driver goes on by itself', async () => {
    const { stick, rig } = await startWithLamps([1])
    await rig.driver.backUp()
    await rig.driver.stop()
    const [folder, aside] = [join(rig.folder, 'zigbee'), join(rig.folder, 'aside')]
    await rename(folder, aside)
    await writeFile(folder, 'in the way')
    await rig.driver.start()
    const notice = () => rig.latestStatus()?.notice
    await vi.waitFor(() => expect(notice()?.code).toBe('dongle-needs-folder'), patience)
    expect(notice()?.sentence).toContain(rig.folder)
    await rm(folder)
    await rename(aside, folder)
    await rig.ready()
    await works(rig, [1])
    await rig.stop()
    await stick.discard()
  })
})

function fail(): never {
  throw new Error('there is no lamp')
}
