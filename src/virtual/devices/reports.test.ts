import { describe, expect, it } from 'vitest'
import type { WireClient } from '../wire-client.ts'
import type { SimulatedDevice } from './device.ts'
import { press } from './remote.ts'
import { joinedDevice, lampOf } from './testing/joined-device.ts'
import { setOccupied } from './world-events.ts'

const [onOff, level] = [0x0006, 0x0008] as const

const le = (value: number) => [value & 0xff, value >> 8]

describe('reports', () => {
  const bindTo = (client: WireClient, device: SimulatedDevice, endpoint: number, cluster: number) =>
    device.bindings.add({
      source: device.ieee,
      endpoint,
      cluster,
      target: { kind: 'device', ieee: client.dongle.coordinator.ieee, endpoint: 1 },
    })
  const bindToGroup = (device: SimulatedDevice) =>
    device.bindings.add({
      source: device.ieee,
      endpoint: 1,
      cluster: onOff,
      target: { kind: 'group', group: 5 },
    })
  const switchesOf = (client: WireClient) =>
    client.indications(4, 0x81).filter((frame) => frame.data.readUInt16LE(2) === onOff)
  const reportsOf = (client: WireClient) =>
    client.indications(4, 0x81).filter((frame) => frame.data[19] === 0x0a)

  it('come not too often, not too seldom, and of changes that are large enough', async () => {
    const { client, device, nwk } = await joinedDevice('TRADFRI bulb GU10 WW 345lm')
    const lamp = lampOf(device)
    bindTo(client, device, 1, level)
    await client.zcl(nwk, level, [0x00, 1, 0x06, 0, 0, 0, 0x20, ...le(2), ...le(10), 5])
    lamp.fadeLevel(250, 0)
    await client.clock.advance(9000)
    expect(reportsOf(client)).toHaveLength(0)
    await client.clock.advance(1500)
    expect(reportsOf(client)).toHaveLength(1)
    lamp.fadeLevel(100, 0)
    lamp.fadeLevel(90, 0)
    await client.clock.advance(1000)
    expect(reportsOf(client)).toHaveLength(1)
    await client.clock.advance(2000)
    expect(reportsOf(client)).toHaveLength(2)
  })

  it('are configured as asked, read back, and refused for what is not there', async () => {
    const { client, nwk } = await joinedDevice('TRADFRI bulb GU10 WW 345lm')
    const rule = [0, 0, 0, 0x20, ...le(1), ...le(60), 2]
    expect(await client.zcl(nwk, level, [0x00, 1, 0x06, ...rule])).toEqual(Buffer.from([0x18, 1, 0x07, 0]))
    expect(await client.zcl(nwk, level, [0x00, 2, 0x08, 0, 0, 0])).toEqual(
      Buffer.from([0x18, 2, 0x09, 0, ...rule]),
    )
    const unknown = await client.zcl(nwk, level, [0x00, 3, 0x06, 0, 0x99, 0, 0x20, ...le(1), ...le(60), 2])
    expect(unknown).toEqual(Buffer.from([0x18, 3, 0x07, 0x86, 0, 0x99, 0]))
  })

  it('of an Aqara motion sensor come unasked, only "somebody", once a minute', async () => {
    const { client, device } = await joinedDevice('lumi.sensor_motion.aq2')
    await client.clock.advance(500)
    expect(reportsOf(client).length).toBeGreaterThan(0)
    const motions = () => reportsOf(client).filter((frame) => frame.data.readUInt16LE(2) === 0x0406).length
    setOccupied(device, true)
    setOccupied(device, false)
    setOccupied(device, true)
    await client.clock.advance(100)
    expect(motions()).toBe(1)
    await client.clock.advance(60_000)
    setOccupied(device, true)
    await client.clock.advance(100)
    expect(motions()).toBe(2)
  })

  it('of a remote go where it is bound, and to the coordinator when it is bound to nobody', async () => {
    const { client, device } = await joinedDevice('RODRET Dimmer')
    const commands = () => switchesOf(client)
    expect(press(device, 'on', 'single')).toBe(true)
    await client.clock.advance(50)
    expect(commands().at(-1)?.data.readUInt16LE(0)).toBe(0)
    bindToGroup(device)
    press(device, 'off', 'single')
    await client.clock.advance(50)
    expect(commands()).toHaveLength(2)
    expect(commands().at(-1)?.data.readUInt16LE(0)).toBe(5)
    expect(press(device, 'middle', 'single')).toBe(false)
  })

  it('of STYRBAR never go to a group, and end an arrow with an "on" nobody pressed', async () => {
    const { client, device } = await joinedDevice('Remote Control N2')
    const commands = () => switchesOf(client)
    bindToGroup(device)
    press(device, 'left', 'hold')
    press(device, 'left', 'release')
    await client.clock.advance(400)
    expect(commands()).toHaveLength(0)
    await client.clock.advance(200)
    expect(commands().map((frame) => frame.data.readUInt16LE(0))).toEqual([0])
  })
})
