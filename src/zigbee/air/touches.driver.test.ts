import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DeviceCommand, DeviceId } from '../../showroom/device.ts'
import { provoke } from '../../virtual/faults.ts'
import { patience } from '../testing/driver-rig.ts'
import { VirtualRoom } from '../testing/virtual-room.ts'

const dim = (device: DeviceId, brightness: number): DeviceCommand => ({
  kind: 'light',
  device,
  on: true,
  brightness,
  transitionMs: 125,
})

/** How long this process was kept from running at most, in milliseconds; less than a frame counts as not at all. */
function stallMeter(): { end(): number } {
  const everyMs = 5
  let [lastMs, longestMs] = [performance.now(), 0]
  const timer = setInterval(() => {
    const nowMs = performance.now()
    longestMs = Math.max(longestMs, nowMs - lastMs - everyMs)
    lastMs = nowMs
  }, everyMs)
  return {
    end: () => {
      clearInterval(timer)
      return longestMs < 20 ? 0 : longestMs
    },
  }
}

describe('a touch', () => {
  let room: VirtualRoom

  beforeAll(async () => {
    room = await VirtualRoom.open({ models: Array.from({ length: 6 }, () => 'lumi.light.aqcn02') })
  })
  afterAll(() => room.close())

  it('that drags for seconds arrives in at most eight commands a second, and at its last value', async () => {
    const [device] = room.ids
    const simulated = room.lamps[0]
    if (device === undefined || simulated === undefined) throw new Error('there is no lamp')
    const first = room.dongle.radio.journal.applied.count
    const stalls = stallMeter()
    for (let step = 0; step <= 200; step++) {
      void room.rig.driver.send([dim(device, step / 200)])
      await new Promise((resolve) => setTimeout(resolve, 16))
    }
    await vi.waitFor(() => expect(simulated.parts.lamp?.brightness).toBe(1), patience)
    const at = room.applied(first).map(({ atMs }) => atMs)
    expect(at.length).toBeGreaterThan(8)
    // They leave 125 ms apart; on the air they draw closer by as much as this process was kept waiting: eight, if it was not.
    const most = 1 + Math.floor((950 + stalls.end()) / 125)
    for (const start of at)
      expect(at.filter((other) => other >= start && other < start + 950).length).toBeLessThanOrEqual(most)
  })

  it('that is still on its way to a lamp does not undo the scene that is touched after it', async () => {
    const [device] = room.ids
    const simulated = room.lamps[0]
    if (device === undefined || simulated === undefined) throw new Error('there is no lamp')
    const off = room.ids.map(
      (id): DeviceCommand => ({ kind: 'light', device: id, on: false, transitionMs: 400 }),
    )
    await room.prepare([{ name: 'off', commands: off }])
    await provoke(room.dongle, { kind: 'lossy-link', ieee: device, loss: 1 })
    const older = room.rig.driver.send([dim(device, 0.5)])
    await Promise.all(room.rig.driver.send(off))
    await provoke(room.dongle, { kind: 'lossy-link', ieee: device, loss: 0 })
    await Promise.all(older)
    await vi.waitFor(() => expect(simulated.parts.lamp?.on).toBe(false), patience)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    for (const lamp of room.lamps) expect(lamp.parts.lamp?.on).toBe(false)
  })

  it('overtakes what is stored in the background', async () => {
    const { ids } = room
    const plans = Array.from({ length: 16 }, (_, index) => ({
      name: `scene ${index}`,
      commands: ids.map((id) => dim(id, index / 16)),
    }))
    const { journal } = room.dongle.radio
    room.rig.driver.prepare(plans)
    const stored = () => room.applied().filter(({ cluster }) => cluster === 5).length
    await vi.waitFor(() => expect(stored()).toBeGreaterThan(2), patience)
    const touched = []
    // The first lamp may still be pausing after its drag.
    for (const device of ids.slice(1)) {
      const [before, set] = [journal.applied.count, stored()]
      await Promise.all(room.rig.driver.send([dim(device, 0.33)]))
      const own = room.applied(before).findIndex(({ ieee, cluster }) => ieee === device && cluster === 8)
      expect(own).toBeGreaterThanOrEqual(0)
      touched.push({ overtakenBy: own, set })
    }
    // At most what was on the air already goes before it.
    for (const { overtakenBy } of touched) expect(overtakenBy).toBeLessThanOrEqual(3)
    expect(touched.at(-1)?.set).toBeLessThan(ids.length * plans.length)
  })
})
