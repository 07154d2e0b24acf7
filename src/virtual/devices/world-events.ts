import { ByteWriter } from '../bytes.ts'
import type { SimulatedDevice } from './device.ts'

/** Aqara's motion sensor looks away for a minute after it saw somebody. */
const aqaraBlindMs = 60_000
/** VALLHORN switches what is bound to it on for so long. */
const timedOnTenths = 600
const lastSeen = new WeakMap<SimulatedDevice, number>()

/** Somebody walks into the sensor's view, or leaves it. */
export function setOccupied(device: SimulatedDevice, occupied: boolean): void {
  const { world } = device.parts
  const { ownReportingHabits } = device.quirks
  world.occupied = occupied
  if (!ownReportingHabits) {
    world.changed()
    if (occupied) {
      const payload = new ByteWriter().u8(0).u16(timedOnTenths).u16(0).done()
      device.outbox.command(1, 0x0006, 0x42, payload, null)
    }
    return
  }
  // Never says that nobody is there, and says nothing for a while after it said that somebody is.
  const now = device.around.clock.now()
  const before = lastSeen.get(device)
  if (!occupied || (before !== undefined && now - before < aqaraBlindMs)) return
  lastSeen.set(device, now)
  for (const cluster of [0x0400, 0x0406]) reportValue(device, cluster, 0x0000)
}

/** A door closes or opens; a leak sensor is dry or wet. */
export function setClosed(device: SimulatedDevice, closed: boolean): void {
  const { world } = device.parts
  world.closed = closed
  if (!device.quirks.ownReportingHabits) {
    world.changed()
    return
  }
  // Aqara's door sensor reports an attribute of on/off though it only has that cluster as a client.
  device.reportUnasked(1, 0x0006, [{ id: 0x0000, type: 0x10, get: () => (closed ? 0 : 1) }])
}

export function setClimate(device: SimulatedDevice, celsius: number, humidityPercent: number): void {
  const { world } = device.parts
  world.celsius = celsius
  world.humidityPercent = humidityPercent
  if (!device.quirks.ownReportingHabits) world.changed()
  else for (const cluster of [0x0402, 0x0405, 0x0403]) reportValue(device, cluster, 0x0000)
}

function reportValue(device: SimulatedDevice, cluster: number, id: number): void {
  const attribute = device.endpoint(1)?.servers.get(cluster)?.attributes.find(id, null)
  if (attribute) device.reportUnasked(1, cluster, [attribute])
}
