import { beforeEach, describe, expect, it } from 'vitest'
import { type DeviceId, deviceId } from './device.ts'
import { DeviceReader } from './device-reader.ts'
import { DeviceRegistry } from './device-registry.ts'
import { ManualClock } from './manual-clock.ts'
import { MemoryDriver } from './memory-driver.ts'

const lamps = Array.from({ length: 200 }, (_, i) => deviceId.parse(`lamp-${i}`))

describe('questions to two hundred lamps', () => {
  let clock: ManualClock
  let driver: MemoryDriver
  let reader: DeviceReader
  let answered: DeviceId[]
  let registry: DeviceRegistry

  beforeEach(async () => {
    clock = new ManualClock()
    driver = new MemoryDriver(clock)
    answered = []
    registry = new DeviceRegistry()
    for (const id of lamps) {
      driver.add({ id, vendor: 'v', model: 'm', abilities: {}, power: 'mains' }, { on: true })
    }
    await driver.start()
    reader = new DeviceReader({
      driver,
      clock,
      registry,
      answered: (device) => answered.push(device),
      silent: () => {},
      isCongested: () => false,
    })
    reader.patrol(() => [])
  })

  it('go out eight at a time, each lamp once', async () => {
    for (const lamp of [...lamps, ...lamps]) void reader.read(lamp, 'shopper')
    await clock.advance(5)
    expect(driver.asked).toHaveLength(8)
    await clock.advance(10)
    expect(driver.asked).toHaveLength(16)
    await clock.advance(1000)
    expect(answered.toSorted()).toEqual(lamps.toSorted())
    expect(driver.asked).toHaveLength(200)
  })

  it("are overtaken by a shopper's, also by one that waits already", async () => {
    for (const lamp of lamps) void reader.read(lamp, 'background')
    const [early, last] = [lamps[100], lamps[199]]
    if (early === undefined || last === undefined) throw new Error('too few lamps')
    void reader.read(last, 'shopper')
    void reader.read(early, 'shopper')
    await clock.advance(15)
    expect(answered).toContain(last)
    expect(answered).toContain(early)
    expect(answered.length).toBeLessThan(12)
  })

  it('are asked anew when the lamp is told something while it answers', async () => {
    const [lamp] = lamps
    if (lamp === undefined) throw new Error('there is no lamp')
    void reader.read(lamp, 'background')
    await clock.advance(5)
    registry.commanded({ kind: 'light', device: lamp, on: false, transitionMs: 400 }, clock.now())
    await clock.advance(8)
    expect(answered).toEqual([])
    await clock.advance(12)
    expect(driver.asked).toEqual([lamp, lamp])
    expect(answered).toEqual([lamp])
  })
})
