import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DeviceDescription, deviceId } from '../showroom/device.ts'
import { silentLog } from '../showroom/log.ts'
import { ManualClock } from '../showroom/manual-clock.ts'
import { MemoryDriver } from '../showroom/memory-driver.ts'
import { joinVirtualDevices } from './join-virtual-devices.ts'

const lamps = ['0x01', '0x02', '0x03']
const described = (ieee: string): DeviceDescription => ({
  id: deviceId.parse(ieee),
  vendor: 'v',
  model: 'm',
  abilities: {},
  power: 'mains',
})

describe('simulated devices that join', () => {
  /** What the dongle was asked, in order: "join 0x01". */
  const asked: string[] = []
  let answers: (what: string) => boolean
  let driver: MemoryDriver
  let server: Server

  beforeEach(async () => {
    asked.length = 0
    driver = new MemoryDriver(new ManualClock())
    await driver.start()
    server = createServer((request, response) => {
      request.resume()
      const [, , ieee = '', what = ''] = (request.url ?? '').split('/')
      asked.push(`${what} ${ieee}`)
      response.end('{}')
      if (what === 'join' && answers(ieee)) setImmediate(() => driver.add(described(ieee), {}))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  function join(): Promise<string[]> {
    const address = server.address()
    const control = typeof address === 'object' && address !== null ? address.port : 0
    const dongle = { pid: 1, listen: 1, control }
    return joinVirtualDevices(lamps, { dongle, driver, log: silentLog, patienceMs: 40 })
  }

  it('are switched on once each when all of them come', async () => {
    answers = () => true
    expect(await join()).toEqual([])
    expect(asked).toEqual(lamps.map((lamp) => `join ${lamp}`))
  })

  it('are switched off and on when they say nothing, alone, and are waited for', async () => {
    answers = (ieee) => ieee !== '0x02' || asked.filter((what) => what === 'join 0x02').length === 3
    expect(await join()).toEqual([])
    expect(asked.filter((what) => what === 'power 0x02')).toHaveLength(2)
    expect(asked.filter((what) => what !== 'join 0x02' && what !== 'power 0x02')).toHaveLength(2)
  })

  it('are named when they never come, and hold nobody up', async () => {
    answers = (ieee) => ieee !== '0x02'
    expect(await join()).toEqual(['0x02'])
    expect(asked.filter((what) => what === 'join 0x02')).toHaveLength(4)
  })
})
