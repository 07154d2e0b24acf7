import { afterEach, describe, expect, it, vi } from 'vitest'
import type { DeviceCommand, DeviceId } from '../../showroom/device.ts'
import type { CommandPlan } from '../../showroom/driver.ts'
import { patience } from '../testing/driver-rig.ts'
import { VirtualRoom, type VirtualRoomOptions } from '../testing/virtual-room.ts'

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

  async function open(options: VirtualRoomOptions): Promise<DeviceId[]> {
    room = await VirtualRoom.open(options)
    return room.ids
  }
  afterEach(() => room.close())

  function lamp(index: number) {
    const found = room.lamps[index]?.parts.lamp
    if (found == null) throw new Error(`there is no lamp ${index}`)
    return found
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
    const ids = await open({ models: several(5, plainLamp) })
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
    const ids = await open({ models: [...several(3, quirkyLamp), ...several(2, plainLamp)] })
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
})
