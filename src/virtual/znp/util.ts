import { randomBytes } from 'node:crypto'
import { ByteReader, ByteWriter, ieeeBytes } from '../bytes.ts'
import { accepted, commandsOf, type Handler, status } from './command-table.ts'
import type { Coordinator } from './coordinator.ts'
import { mtStatus, subsystem } from './mt.ts'
import { nvItem } from './nv-items.ts'
import { osal } from './nv-store.ts'
import type { KnownNode } from './security-tables.ts'

/** `associated_devices_t` of a 32-bit build, members aligned: 36 bytes. */
const associationLength = 36
const relation = { childSleepy: 1, neighbour: 5, notUsed: 0xff } as const
const nobody = Buffer.alloc(associationLength, 0xff)
nobody.writeUInt16LE(0xfffe, 0)

const deviceInfo: Handler = (_, coordinator) => {
  return new ByteWriter()
    .u8(mtStatus.success)
    .bytes(ieeeBytes(coordinator.ieee))
    .u16(coordinator.started ? 0x0000 : 0xfffe)
    .u8(coordinator.roles)
    .u8(coordinator.state)
    .u16List(coordinator.zdo.children().slice(0, 100))
    .done()
}

const nvInfo: Handler = (_, { nv, ieee }) => {
  const item = (id: number, length: number) => nv.get(osal(id)) ?? Buffer.alloc(length)
  return (
    new ByteWriter()
      .u8(mtStatus.success)
      .bytes(ieeeBytes(ieee))
      // This one field of the interface is sent most significant byte first.
      .bytes(Buffer.from(item(nvItem.channelList, 4)).reverse())
      .bytes(item(nvItem.panId, 2))
      .u8(5)
      .bytes(item(nvItem.preconfiguredKey, 16))
      .done()
  )
}

const setItem =
  (id: number, length: number): Handler =>
  (request, { nv }) => {
    nv.put(osal(id), request.bytes(length))
    return status(mtStatus.success)
  }

function association(node: KnownNode | null, index: number): Buffer {
  if (node === null) return nobody
  return (
    new ByteWriter()
      .u16(node.nwk)
      .u16(index)
      .u8(node.child ? relation.childSleepy : relation.neighbour)
      // Status, number of associations, age, and a byte of alignment.
      .bytes(Buffer.from([0x01, 0, 0]))
      // Link: counter, cost, quality, key sequence, frame counter, failures; aligned.
      .bytes(Buffer.from([0, 1, 180, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
      .bytes(Buffer.alloc(associationLength - 20))
      .done()
  )
}

function associations({ security }: Coordinator): KnownNode[] {
  return security.nodes().filter((node) => node.child)
}

const findAssociation: Handler = (request, coordinator) => {
  const index = request.u8()
  return association(associations(coordinator)[index] ?? null, index)
}

const associationOf: Handler = (request, coordinator) => {
  const [ieee, nwk] = [request.ieee(), request.u16()]
  const all = associations(coordinator)
  const index = all.findIndex((node) =>
    ieee === '0x0000000000000000' ? node.nwk === nwk : node.ieee === ieee,
  )
  return association(all[index] ?? null, index)
}

const countAssociations: Handler = (_, coordinator) =>
  new ByteWriter().u16(associations(coordinator).length).done()

const removeAssociation: Handler = (request, { security }) => {
  const node = security.find(request.ieee())
  if (node === null) return status(mtStatus.failure)
  security.remember({ ...node, child: false })
  return status(mtStatus.success)
}

/** Clients differ in which address comes first: the one that is known here decides. */
const addAssociation: Handler = (request, { security }) => {
  const body = request.bytes(11)
  const ieeeFirst = security.find(reader(body).ieee())
  const shortFirst = security.find(reader(body.subarray(2)).ieee())
  const node = ieeeFirst ?? shortFirst
  if (node === null) return status(mtStatus.failure)
  const nwk = ieeeFirst === null ? body.readUInt16LE(0) : body.readUInt16LE(8)
  security.remember({ ...node, nwk, child: true })
  return status(mtStatus.success)
}

const lookUpIeee: Handler = (request, { security }) =>
  new ByteWriter().u16(security.find(request.ieee())?.nwk ?? 0xfffe).done()

const lookUpShort: Handler = (request, coordinator) => {
  const nwk = request.u16()
  const ieee = nwk === 0 ? coordinator.ieee : coordinator.security.byAddress(nwk)?.ieee
  return ieeeBytes(ieee ?? '0xffffffffffffffff')
}

const linkKey: Handler = (request, { security }) => {
  const known = security.find(request.ieee()) !== null
  return new ByteWriter()
    .u8(known ? mtStatus.success : mtStatus.failure)
    .bytes(Buffer.alloc(16))
    .u32(0)
    .u32(0)
    .done()
}

function reader(bytes: Buffer): ByteReader {
  return new ByteReader(bytes)
}

export const utilCommands = commandsOf(subsystem.util, [
  [0x00, 'UTIL_GET_DEVICE_INFO', deviceInfo],
  [0x01, 'UTIL_GET_NV_INFO', nvInfo],
  [0x02, 'UTIL_SET_PANID', setItem(nvItem.panId, 2)],
  [0x03, 'UTIL_SET_CHANNELS', setItem(nvItem.channelList, 4)],
  [0x04, 'UTIL_SET_SECLEVEL', setItem(0x0061, 1)],
  [0x05, 'UTIL_SET_PRECFGKEY', setItem(nvItem.preconfiguredKey, 16)],
  [0x06, 'UTIL_CALLBACK_SUB_CMD', accepted],
  [0x07, 'UTIL_KEY_EVENT', accepted],
  [0x09, 'UTIL_TIME_ALIVE', (_, { clock }) => new ByteWriter().u32(Math.floor(clock.now() / 1000)).done()],
  [0x0a, 'UTIL_LED_CONTROL', accepted],
  [0x10, 'UTIL_LOOPBACK', (request) => request.rest()],
  [0x11, 'UTIL_DATA_REQ', accepted],
  [0x20, 'UTIL_SRC_MATCH_ENABLE', accepted],
  [0x21, 'UTIL_SRC_MATCH_ADD_ENTRY', accepted],
  [0x22, 'UTIL_SRC_MATCH_DEL_ENTRY', accepted],
  [0x24, 'UTIL_SRC_MATCH_ACK_ALL_PENDING', accepted],
  [0x40, 'UTIL_ADDRMGR_EXT_ADDR_LOOKUP', lookUpIeee],
  [0x41, 'UTIL_ADDRMGR_NWK_ADDR_LOOKUP', lookUpShort],
  [0x44, 'UTIL_APSME_LINK_KEY_DATA_GET', linkKey],
  [0x45, 'UTIL_APSME_LINK_KEY_NV_ID_GET', () => new ByteWriter().u8(mtStatus.failure).u16(0xffff).done()],
  [0x48, 'UTIL_ASSOC_COUNT', countAssociations],
  [0x49, 'UTIL_ASSOC_FIND_DEVICE', findAssociation],
  [0x4a, 'UTIL_ASSOC_GET_WITH_ADDRESS', associationOf],
  [0x4c, 'UTIL_SRNG_GEN', () => randomBytes(100)],
  [0x63, 'UTIL_ASSOC_REMOVE', removeAssociation],
  [0x64, 'UTIL_ASSOC_ADD', addAssociation],
])
