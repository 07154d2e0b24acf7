import { describe, expect, it } from 'vitest'
import { configureDevice } from './configure-device.ts'
import type { HerdsmanEndpoint, KnownDevice } from './definition.ts'
import { reportOf } from './read-report.ts'

const coordinator = { deviceIeeeAddress: '0x01', ID: 1 }
const lamp = { deviceIeeeAddress: '0x02', ID: 1 }
const [onOff, level] = [6, 8]

/** As herdsman has a remote: what it is bound to, and what is undone. */
class BoundRemote {
  readonly severed: unknown[] = []
  readonly endpoint = {
    ID: 1,
    binds: [
      { cluster: { ID: onOff }, target: coordinator },
      { cluster: { ID: onOff }, target: lamp },
    ],
    unbind: async (cluster: number, target: unknown) => {
      this.severed.push([cluster, target])
    },
  }
  readonly table = [
    { sourceEndpoint: 1, clusterId: level, dest: 19_201 },
    { sourceEndpoint: 1, clusterId: level, dest: 901 },
    { sourceEndpoint: 1, clusterId: onOff, dest: '0x02' },
  ]

  get known(): KnownDevice {
    const device = { endpoints: [this.endpoint], bindingTable: async () => this.table }
    const description = { abilities: { remote: true } }
    return { device, description, definition: {} } as unknown as KnownDevice
  }
}

describe('a remote', () => {
  it('is bound to the coordinator only, never to a lamp or a group of lamps', async () => {
    const remote = new BoundRemote()
    const refusals = await configureDevice(remote.known, coordinator as unknown as HerdsmanEndpoint, (task) =>
      task(),
    )
    expect(refusals).toEqual([])
    expect(remote.severed).toEqual([
      [onOff, lamp],
      [level, 19_201],
    ])
  })
})

it('a motion sensor that never says "nobody" is believed to say it when its time is over', async () => {
  const heard: unknown[] = []
  let publish: (more: object) => void = () => {}
  const converter = {
    cluster: 'msOccupancySensing',
    type: ['attributeReport'],
    convert: (_model: unknown, _message: unknown, later: typeof publish) => {
      publish = later
      return { occupancy: true }
    },
  }
  const known = {
    device: {},
    description: { abilities: { motion: true } },
    definition: { fromZigbee: [converter] },
  } as unknown as KnownDevice
  const message = { type: 'attributeReport', cluster: 'msOccupancySensing', data: {}, groupID: 0, meta: {} }
  const endpoint = {} as unknown as HerdsmanEndpoint
  expect(await reportOf(known, { ...message, endpoint }, (report) => heard.push(report))).toEqual({
    occupied: true,
  })
  publish({ occupancy: false })
  expect(heard).toEqual([{ occupied: false }])
})
