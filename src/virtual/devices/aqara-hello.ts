import { ByteWriter } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { constant } from './attributes.ts'
import type { SimulatedDevice } from './device.ts'

/** Aqara's sensors tell their model and their innards right after joining, without being asked. */
export function aqaraHello(device: SimulatedDevice): void {
  if (!device.quirks.ownReportingHabits) return
  device.reportUnasked(1, 0x0000, [constant(0x0005, dataType.string, device.entry.model)])
  device.reportUnasked(1, 0x0000, [innards(device)])
}

/** Attribute 0xff01: a string that holds tag, ZCL type and value again and again. */
function innards(device: SimulatedDevice) {
  const charge = device.parts.battery?.charge ?? 1
  const record = new ByteWriter()
    .u8(0x01)
    .u8(dataType.uint16)
    .u16(2850 + Math.round(200 * charge))
    .u8(0x03)
    .u8(dataType.int8)
    .int(Math.round(device.parts.world.celsius), 1)
    .u8(0x05)
    .u8(dataType.uint16)
    .u16(0)
    .done()
  return constant(0xff01, dataType.string, record, 0x115f)
}
