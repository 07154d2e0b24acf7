import { ByteWriter } from '../bytes.ts'
import { channelsOf } from './channels.ts'
import { type Handler, status } from './command-table.ts'
import { mtStatus, subsystem } from './mt.ts'

/** A router as it answers a beacon request. */
export interface Beacon {
  readonly nwk: number
  readonly channel: number
  readonly permitsJoining: boolean
}

/** One superframe of 16 slots of 60 symbols (IEEE 802.15.4, aBaseSuperframeDuration). */
const superframeMs = 15.36
const longestExponent = 14
/** As many as fit into one serial frame. */
const beaconsPerIndication = 10
const [zigbeeVersion, zigbeePro, beaconLqi] = [2, 2, 180] as const

/**
 * ZDO_NETWORK_DISCOVERY_REQ: looks for networks from outside of any, as a stick does that is not started. Routers
 * of the network in its memory answer in ZDO_BEACON_NOTIFY_IND; ZDO_NWK_DISCOVERY_CNF ends it.
 */
export const discoverNetworks: Handler = (request, coordinator) => {
  const [mask, exponent] = [request.u32(), request.u8()]
  if (coordinator.started) return status(mtStatus.invalidRequest)
  if (exponent > longestExponent) return status(mtStatus.invalidParameter)
  const channels = channelsOf(mask)
  const scanMs = channels.length * superframeMs * (2 ** exponent + 1)
  const { starts } = coordinator
  coordinator.clock.after(scanMs, () => {
    if (coordinator.resetting || coordinator.starts !== starts) return
    const heard = coordinator.zdo.beacons().filter(({ channel }) => channels.includes(channel))
    const { extendedPanId, panId, updateId } = coordinator.nib
    for (let at = 0; at < heard.length; at += beaconsPerIndication) {
      const some = heard.slice(at, at + beaconsPerIndication)
      const data = new ByteWriter().u8(some.length)
      for (const { nwk, channel, permitsJoining } of some) {
        data.u16(nwk).u16(panId).u8(channel).u8(Number(permitsJoining))
        const [routerRoom, deviceRoom, depth] = [1, 1, 1]
        data.u8(routerRoom).u8(deviceRoom).u8(zigbeeVersion).u8(zigbeePro)
        data.u8(beaconLqi).u8(depth).u8(updateId).ieee(extendedPanId)
      }
      coordinator.indicate(subsystem.zdo, 0xc5, data.done())
    }
    coordinator.indicate(subsystem.zdo, 0xc7, Buffer.from([mtStatus.success]))
  })
  return status(mtStatus.success)
}
