import type { Clock } from '../../showroom/clock.ts'
import { dataType } from '../zcl/data-type.ts'
import { AttributeTable, constant } from './attributes.ts'
import { type ClusterServer, PlainCluster } from './cluster.ts'
import type { Relay } from './relay.ts'

/** What stands in the plug's socket: a record player, say. */
const loadWatts = 18
const volts = 230

/** Electrical measurement (ZCL 4.9) of a plug: tenths of watts and volts, thousandths of amperes. */
export function electricalCluster(relay: Relay): ClusterServer {
  const watts = () => (relay.on ? loadWatts : 0)
  const attributes = new AttributeTable().add(
    constant(0x0000, dataType.bitmap32, 1),
    constant(0x0505, dataType.uint16, volts * 10),
    { id: 0x0508, type: dataType.uint16, get: () => Math.round((watts() / volts) * 1000) },
    { id: 0x050b, type: dataType.int16, get: () => watts() * 10 },
    constant(0x0600, dataType.uint16, 1),
    constant(0x0601, dataType.uint16, 10),
    constant(0x0602, dataType.uint16, 1),
    constant(0x0603, dataType.uint16, 1000),
    constant(0x0604, dataType.uint16, 1),
    constant(0x0605, dataType.uint16, 10),
  )
  relay.onChange(() => attributes.changed(0x0508, 0x050b))
  return new PlainCluster(0x0b04, attributes)
}

/** Metering (ZCL 10.4): energy in thousandths of kilowatt hours since the plug was made. */
export function meteringCluster(relay: Relay, clock: Clock): ClusterServer {
  let wattHours = 0
  let sinceMs = clock.now()
  let wasOn = relay.on
  const count = () => {
    const now = clock.now()
    if (wasOn) wattHours += (loadWatts * (now - sinceMs)) / 3_600_000
    sinceMs = now
    wasOn = relay.on
  }
  const attributes = new AttributeTable().add(
    {
      id: 0x0000,
      type: dataType.uint48,
      get: () => {
        count()
        return Math.floor(wattHours)
      },
    },
    constant(0x0200, dataType.bitmap8, 0),
    constant(0x0300, dataType.enum8, 0),
    constant(0x0301, dataType.uint24, 1),
    constant(0x0302, dataType.uint24, 1000),
    constant(0x0303, dataType.bitmap8, 0x2b),
    constant(0x0306, dataType.bitmap8, 0),
    { id: 0x0400, type: dataType.int24, get: () => (relay.on ? loadWatts : 0) },
  )
  relay.onChange(() => {
    count()
    attributes.changed(0x0000, 0x0400)
  })
  return new PlainCluster(0x0702, attributes)
}
