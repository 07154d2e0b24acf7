import type { Destination } from '../air/frame.ts'
import { ByteReader, ByteWriter, type Ieee, ieeeBytes } from '../bytes.ts'
import { zdoRequest } from '../zdo/zdo-cluster.ts'
import { commandsOf, type Handler, status } from './command-table.ts'
import { mtStatus, subsystem } from './mt.ts'
import { discoverNetworks } from './network-scan.ts'

const nothing = Buffer.alloc(0)

/** Sends the request as the device profile has it; its answer comes later, as an indication. */
function forward(cluster: number, shape: (request: ByteReader) => { to: number; payload: Buffer }): Handler {
  return (request, coordinator) => {
    const { to, payload } = shape(request)
    if (!coordinator.started) return status(mtStatus.invalidRequest)
    const destination: Destination =
      to >= 0xfff8 ? { kind: 'broadcast', nwk: to } : { kind: 'unicast', nwk: to }
    return status(coordinator.sendZdo({ destination, cluster, payload }))
  }
}

/** Destination first, then what the profile wants, unchanged. */
const asIs = (request: ByteReader) => ({ to: request.u16(), payload: request.rest() })

const nwkAddress: Handler = (request, coordinator) => {
  const payload = request.rest()
  const self = new ByteReader(payload).ieee() === coordinator.ieee
  return forward(zdoRequest.nwkAddress, () => ({ to: self ? 0x0000 : 0xfffd, payload }))(request, coordinator)
}

const ieeeAddress = forward(zdoRequest.ieeeAddress, (request) => {
  const payload = request.rest()
  return { to: new ByteReader(payload).u16(), payload }
})

/** The serial interface always carries eight bytes of address, also for a group. */
const binding = (cluster: number) =>
  forward(cluster, (request) => {
    const to = request.u16()
    const head = request.bytes(11)
    const mode = request.u8()
    const address = request.bytes(8)
    const isGroup = mode === 0x01
    const target = isGroup ? address.subarray(0, 2) : Buffer.concat([address, request.bytes(1)])
    return { to, payload: Buffer.concat([head, Buffer.from([mode]), target]) }
  })

const leave = forward(zdoRequest.leave, (request) => {
  const to = request.u16()
  const who = request.ieee()
  return { to, payload: new ByteWriter().ieee(who).u8(request.u8()).done() }
})

const permitJoin = forward(zdoRequest.permitJoin, (request) => {
  request.u8()
  return { to: request.u16(), payload: request.bytes(2) }
})

const networkUpdate = forward(zdoRequest.networkUpdate, (request) => {
  const to = request.u16()
  request.u8()
  const [channels, duration] = [request.u32(), request.u8()]
  const rest = request.remaining > 0 ? request.bytes(1) : nothing
  return { to, payload: new ByteWriter().u32(channels).u8(duration).bytes(rest).done() }
})

/** Answers 0 whether it resumes a network or forms one: on this stack both begin commissioning. */
const startup: Handler = (_, coordinator) => {
  coordinator.clock.after(1, () => {
    if (!coordinator.started && !coordinator.resume()) coordinator.form(() => {})
  })
  return status(mtStatus.success)
}

const registerCallback: Handler = (request, { callbacks }) => {
  callbacks.register(request.u16())
  return status(mtStatus.success)
}

const removeCallback: Handler = (request, { callbacks }) => {
  callbacks.remove(request.u16())
  return status(mtStatus.success)
}

/** Status of the routing table: 0 for an active route, 4 for none. */
const checkRoute: Handler = (request, coordinator) => {
  const nwk = request.u16()
  return status(nwk === 0 || coordinator.radio.knowsRoute(coordinator, nwk) ? 0 : 4)
}

/** Looks for the way anew, whatever is known of it. */
const discoverRoute: Handler = (request, coordinator) => {
  if (!coordinator.started) return status(mtStatus.invalidRequest)
  coordinator.radio.discoverRoute(coordinator, request.u16())
  return status(mtStatus.success)
}

const findGroup: Handler = (request, { endpoints }) => {
  const [endpoint, group] = [request.u8(), request.u16()]
  const found = endpoints.find(endpoint, group)
  const name = found?.name ?? nothing
  const outcome = found === null ? mtStatus.failure : mtStatus.success
  return new ByteWriter().u8(outcome).u16(group).u8(name.length).bytes(name).done()
}

const addGroup: Handler = (request, { endpoints }) => {
  const [endpoint, group] = [request.u8(), request.u16()]
  endpoints.join(endpoint, group, request.bytes(request.remaining > 0 ? request.u8() : 0))
  return status(mtStatus.success)
}

const removeGroup: Handler = (request, { endpoints }) =>
  status(endpoints.leave(request.u8(), request.u16()) ? mtStatus.success : mtStatus.failure)

const removeAllGroups: Handler = (request, { endpoints }) => {
  const endpoint = request.u8()
  for (const entry of [...endpoints.groups.values()]) {
    if (entry.endpoint === endpoint) endpoints.leave(endpoint, entry.group)
  }
  return status(mtStatus.success)
}

const groupsOfEndpoint: Handler = (request, { endpoints }) => {
  const endpoint = request.u8()
  const mine = [...endpoints.groups.values()].filter((entry) => entry.endpoint === endpoint)
  return new ByteWriter().u16List(mine.map((entry) => entry.group)).done()
}

const networkInfo: Handler = (_, coordinator) => {
  const { nib, started } = coordinator
  return new ByteWriter()
    .u16(started ? 0x0000 : 0xfffe)
    .u8(coordinator.state)
    .u16(nib.panId)
    .u16(0x0000)
    .ieee(nib.extendedPanId)
    .ieee('0x0000000000000000')
    .u8(nib.channel)
    .done()
}

/** Which entry of the address manager, and where its key lies. */
const securityEntry: Handler = (request, { security }) => {
  const known = security.find(request.ieee()) !== null
  return new ByteWriter()
    .u8(known ? 0 : 1)
    .u16(0)
    .u16(0xffff)
    .u8(0)
    .done()
}

const removeSecurity: Handler = (request, { security }) => {
  security.forget(request.ieee())
  return status(mtStatus.success)
}

const getLinkKey: Handler = (request, { security }) => {
  const ieee: Ieee = request.ieee()
  const outcome = security.find(ieee) === null ? mtStatus.failure : mtStatus.success
  return new ByteWriter().u8(outcome).bytes(ieeeBytes(ieee)).bytes(Buffer.alloc(16)).done()
}

const ok: Handler = () => status(mtStatus.success)

export const zdoCommands = commandsOf(subsystem.zdo, [
  [0x00, 'ZDO_NWK_ADDR_REQ', nwkAddress],
  [0x01, 'ZDO_IEEE_ADDR_REQ', ieeeAddress],
  [0x02, 'ZDO_NODE_DESC_REQ', forward(zdoRequest.nodeDescriptor, asIs)],
  [0x03, 'ZDO_POWER_DESC_REQ', forward(zdoRequest.powerDescriptor, asIs)],
  [0x04, 'ZDO_SIMPLE_DESC_REQ', forward(zdoRequest.simpleDescriptor, asIs)],
  [0x05, 'ZDO_ACTIVE_EP_REQ', forward(zdoRequest.activeEndpoints, asIs)],
  [0x06, 'ZDO_MATCH_DESC_REQ', forward(zdoRequest.matchDescriptors, asIs)],
  [0x07, 'ZDO_COMPLEX_DESC_REQ', forward(zdoRequest.complexDescriptor, asIs)],
  [0x08, 'ZDO_USER_DESC_REQ', forward(zdoRequest.userDescriptor, asIs)],
  [
    0x0c,
    'ZDO_SERVER_DISC_REQ',
    forward(zdoRequest.serverDiscovery, (request) => ({ to: 0xfffd, payload: request.bytes(2) })),
  ],
  [0x21, 'ZDO_BIND_REQ', binding(zdoRequest.bind)],
  [0x22, 'ZDO_UNBIND_REQ', binding(zdoRequest.unbind)],
  [0x23, 'ZDO_SET_LINK_KEY', ok],
  [0x24, 'ZDO_REMOVE_LINK_KEY', ok],
  [0x25, 'ZDO_GET_LINK_KEY', getLinkKey],
  [0x26, 'ZDO_NETWORK_DISCOVERY_REQ', discoverNetworks],
  [0x30, 'ZDO_MGMT_NWK_DISC_REQ', forward(zdoRequest.networkDiscovery, asIs)],
  [0x31, 'ZDO_MGMT_LQI_REQ', forward(zdoRequest.lqiTable, asIs)],
  [0x32, 'ZDO_MGMT_RTG_REQ', forward(zdoRequest.routingTable, asIs)],
  [0x33, 'ZDO_MGMT_BIND_REQ', forward(zdoRequest.bindingTable, asIs)],
  [0x34, 'ZDO_MGMT_LEAVE_REQ', leave],
  [0x36, 'ZDO_MGMT_PERMIT_JOIN_REQ', permitJoin],
  [0x37, 'ZDO_MGMT_NWK_UPDATE_REQ', networkUpdate],
  [0x3e, 'ZDO_MSG_CB_REGISTER', registerCallback],
  [0x3f, 'ZDO_MSG_CB_REMOVE', removeCallback],
  [0x40, 'ZDO_STARTUP_FROM_APP', startup],
  [0x42, 'ZDO_SEC_ADD_LINK_KEY', ok],
  [0x43, 'ZDO_SEC_ENTRY_LOOKUP_EXT', securityEntry],
  [0x44, 'ZDO_SEC_DEVICE_REMOVE', removeSecurity],
  [0x45, 'ZDO_EXT_ROUTE_DISC', discoverRoute],
  [0x46, 'ZDO_EXT_ROUTE_CHK', checkRoute],
  [0x47, 'ZDO_EXT_REMOVE_GROUP', removeGroup],
  [0x48, 'ZDO_EXT_REMOVE_ALL_GROUP', removeAllGroups],
  [0x49, 'ZDO_EXT_FIND_ALL_GROUPS_ENDPOINT', groupsOfEndpoint],
  [0x4a, 'ZDO_EXT_FIND_GROUP', findGroup],
  [0x4b, 'ZDO_EXT_ADD_GROUP', addGroup],
  [0x4c, 'ZDO_EXT_COUNT_ALL_GROUPS', (_, { endpoints }) => status(endpoints.groups.size)],
  [0x4d, 'ZDO_EXT_RX_IDLE', ok],
  [0x4e, 'ZDO_EXT_UPDATE_NWK_KEY', ok],
  [0x4f, 'ZDO_EXT_SWITCH_NWK_KEY', ok],
  [0x50, 'ZDO_EXT_NWK_INFO', networkInfo],
  [0x51, 'ZDO_EXT_SEC_APS_REMOVE_REQ', ok],
  [0x52, 'ZDO_FORCE_CONCENTRATOR_CHANGE', () => nothing],
  [0x53, 'ZDO_EXT_SET_PARAMS', ok],
])
