import { afterEach, expect, it, vi } from 'vitest'
import type { DeviceCommand, DeviceId } from '../../showroom/device.ts'
import { constant } from '../../virtual/devices/attributes.ts'
import { dataType } from '../../virtual/zcl/data-type.ts'
import { patience } from '../testing/driver-rig.ts'
import { VirtualRoom } from '../testing/virtual-room.ts'

const model = 'lumi.light.aqcn02'
const lit = (device: DeviceId, brightness: number): DeviceCommand => ({
  kind: 'light',
  device,
  on: true,
  brightness,
  colour: { mode: 'kelvin', kelvin: 3000 },
  transitionMs: 500,
})
const off = (device: DeviceId): DeviceCommand => ({ kind: 'light', device, on: false, transitionMs: 500 })

let room: VirtualRoom
afterEach(() => room.close())

it('a lamp of which an earlier darkness is told late is no dark lamp: the next scene puts it out', async () => {
  room = await VirtualRoom.open({ models: [model, model, model], swiftness: 4 })
  const { ids, lamps, rig } = room
  const dinner = { name: 'dinner', commands: ids.map((id, index) => lit(id, 0.4 + index / 10)) }
  const night = { name: 'night', commands: ids.map((id, index) => (index === 0 ? lit(id, 0.1) : off(id))) }
  await room.prepare([dinner, night])
  const isLit = () => lamps.map(({ parts }) => parts.lamp?.on)
  await room.send(dinner.commands)
  await vi.waitFor(() => expect(isLit()).toEqual([true, true, true]), patience)

  const late = lamps[1]
  const endpoint = late?.endpoints.find(({ servers }) => servers.has(6))
  if (late === undefined || endpoint === undefined) throw new Error('there is no lamp')
  await vi.waitFor(() => expect(rig.reports(late.ieee)).toContainEqual({ on: true }), patience)
  rig.events.length = 0
  late.reportUnasked(endpoint.descriptor.id, 6, [constant(0, dataType.boolean, 0)])
  await vi.waitFor(() => expect(rig.reports(late.ieee)).toContainEqual({ on: false }), patience)
  await room.send(night.commands)
  await vi.waitFor(() => expect(isLit()).toEqual([true, false, false]), { ...patience, timeout: 8000 })
})
