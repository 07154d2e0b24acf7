import { ByteReader, ByteWriter, type Ieee } from '../bytes.ts'
import { type BindingTable, readBinding, writeBinding } from './binding-table.ts'
import { zdoRequest, zdoStatus } from './zdo-cluster.ts'

export interface SimpleDescriptor {
  readonly id: number
  readonly profile: number
  readonly device: number
  readonly version: number
  readonly in: readonly number[]
  readonly out: readonly number[]
}

export interface Neighbour {
  readonly ieee: Ieee
  readonly nwk: number
  /** 0 coordinator, 1 router, 2 end device. */
  readonly type: number
  readonly rxOnWhenIdle: boolean
  /** 0 parent, 1 child, 2 sibling, 3 none of these. */
  readonly relation: number
  readonly lqi: number
  readonly depth: number
}

/** What endpoint 0 of a node can tell and do: coordinator and devices alike. */
export interface ZdoHost {
  readonly ieee: Ieee
  readonly nwk: number | null
  /** 0 coordinator, 1 router, 2 end device. */
  readonly logicalType: number
  readonly macCapability: number
  readonly manufacturerCode: number
  readonly serverMask: number
  /** Mode and sources as the power descriptor packs them. */
  readonly powerDescriptor: number
  readonly bufferSize: number
  readonly bindings: BindingTable
  simpleDescriptors(): SimpleDescriptor[]
  neighbours(): Neighbour[]
  extendedPanId(): Ieee
  permitJoin(seconds: number): void
  /** Goes away once the answer is out. */
  leave(rejoin: boolean): void
  /** Short addresses of its children. */
  children(): number[]
  /** Resolves addresses of nodes it is the parent of; others keep silent. */
  networkUpdate(payload: ByteReader): Buffer | null
}

/** Entries of a table that fit into one answer. */
const entriesPerAnswer = 3

/**
 * Answers one request of the device profile; the answer's payload without its sequence number, or null for
 * silence. Throws `ShortFrameError` for a payload that ends early.
 */
export function answerZdo(
  host: ZdoHost,
  cluster: number,
  payload: Buffer,
  broadcast: boolean,
): Buffer | null {
  const reader = new ByteReader(payload)
  switch (cluster) {
    case zdoRequest.nwkAddress: {
      const asked = reader.ieee()
      if (asked !== host.ieee)
        return broadcast ? null : addresses(host, asked, zdoStatus.deviceNotFound, reader)
      return addresses(host, asked, zdoStatus.success, reader)
    }
    case zdoRequest.ieeeAddress: {
      const mine = reader.u16() === host.nwk
      if (!mine && broadcast) return null
      return addresses(host, host.ieee, mine ? zdoStatus.success : zdoStatus.deviceNotFound, reader)
    }
    case zdoRequest.nodeDescriptor:
      return aboutSelf(host, reader, (writer) => writer.bytes(nodeDescriptor(host)))
    case zdoRequest.powerDescriptor:
      return aboutSelf(host, reader, (writer) => writer.u16(host.powerDescriptor))
    case zdoRequest.activeEndpoints:
      return activeEndpoints(host, reader)
    case zdoRequest.simpleDescriptor:
      return simpleDescriptor(host, reader)
    case zdoRequest.matchDescriptors:
      return matchDescriptors(host, reader, broadcast)
    case zdoRequest.serverDiscovery: {
      const common = reader.u16() & host.serverMask
      return broadcast && common === 0 ? null : new ByteWriter().u8(zdoStatus.success).u16(common).done()
    }
    case zdoRequest.bind:
    case zdoRequest.unbind: {
      const binding = readBinding(reader)
      if (binding === null) return status(zdoStatus.invalidRequestType)
      if (!host.simpleDescriptors().some((entry) => entry.id === binding.endpoint)) {
        return status(zdoStatus.invalidEndpoint)
      }
      return status(cluster === zdoRequest.bind ? host.bindings.add(binding) : host.bindings.remove(binding))
    }
    case zdoRequest.lqiTable:
      return table(reader.u8(), host.neighbours(), (writer, entry) => writeNeighbour(writer, entry, host))
    case zdoRequest.routingTable: {
      const routes = host.neighbours().filter((entry) => entry.type === 1 && host.logicalType === 0)
      return table(reader.u8(), routes, (writer, entry) => writer.u16(entry.nwk).u8(0).u16(entry.nwk))
    }
    case zdoRequest.bindingTable:
      return table(reader.u8(), host.bindings.entries, (writer, entry) => writer.bytes(writeBinding(entry)))
    case zdoRequest.leave: {
      const who = reader.ieee()
      const rejoin = (reader.u8() & 0x80) !== 0
      if (who !== host.ieee && who !== '0x0000000000000000') return status(zdoStatus.deviceNotFound)
      if (host.logicalType === 0) return status(zdoStatus.notSupported)
      host.leave(rejoin)
      return status(zdoStatus.success)
    }
    case zdoRequest.permitJoin:
      host.permitJoin(reader.u8())
      return broadcast ? null : status(zdoStatus.success)
    case zdoRequest.networkUpdate:
      return host.networkUpdate(reader)
    case zdoRequest.deviceAnnounce:
    case zdoRequest.parentAnnounce:
      return null
    default:
      return broadcast ? null : status(zdoStatus.notSupported)
  }
}

function status(code: number): Buffer {
  return Buffer.from([code])
}

function addresses(host: ZdoHost, ieee: Ieee, code: number, reader: ByteReader): Buffer {
  const [extended, start] = reader.remaining >= 2 ? [reader.u8() === 1, reader.u8()] : [false, 0]
  const writer = new ByteWriter()
    .u8(code)
    .ieee(ieee)
    .u16(host.nwk ?? 0xffff)
  if (extended && code === zdoStatus.success) {
    const children = host.children().slice(start)
    writer.u8(children.length).u8(start)
    for (const nwk of children) writer.u16(nwk)
  }
  return writer.done()
}

function aboutSelf(host: ZdoHost, reader: ByteReader, fill: (writer: ByteWriter) => ByteWriter): Buffer {
  const asked = reader.u16()
  if (asked !== host.nwk) return new ByteWriter().u8(zdoStatus.deviceNotFound).u16(asked).done()
  return fill(new ByteWriter().u8(zdoStatus.success).u16(asked)).done()
}

/** Zigbee specification 2.3.2.3; 0x40 is the 2.4 GHz band. */
export function nodeDescriptor(host: ZdoHost): Buffer {
  return new ByteWriter()
    .u8(host.logicalType)
    .u8(0x40)
    .u8(host.macCapability)
    .u16(host.manufacturerCode)
    .u8(host.bufferSize)
    .u16(host.bufferSize)
    .u16(host.serverMask)
    .u16(host.bufferSize)
    .u8(0)
    .done()
}

function activeEndpoints(host: ZdoHost, reader: ByteReader): Buffer {
  const asked = reader.u16()
  if (asked !== host.nwk) return new ByteWriter().u8(zdoStatus.deviceNotFound).u16(asked).u8(0).done()
  const ids = host.simpleDescriptors().map((entry) => entry.id)
  return new ByteWriter().u8(zdoStatus.success).u16(asked).u8(ids.length).bytes(Buffer.from(ids)).done()
}

function simpleDescriptor(host: ZdoHost, reader: ByteReader): Buffer {
  const [asked, id] = [reader.u16(), reader.u8()]
  const found = host.simpleDescriptors().find((entry) => entry.id === id)
  const problem =
    asked !== host.nwk
      ? zdoStatus.deviceNotFound
      : id === 0 || id > 254
        ? zdoStatus.invalidEndpoint
        : zdoStatus.notActive
  if (asked !== host.nwk || found === undefined) return new ByteWriter().u8(problem).u16(asked).u8(0).done()
  const descriptor = new ByteWriter()
    .u8(found.id)
    .u16(found.profile)
    .u16(found.device)
    .u8(found.version)
    .u16List(found.in)
    .u16List(found.out)
    .done()
  return new ByteWriter().u8(zdoStatus.success).u16(asked).u8(descriptor.length).bytes(descriptor).done()
}

function matchDescriptors(host: ZdoHost, reader: ByteReader, broadcast: boolean): Buffer | null {
  const [asked, profile] = [reader.u16(), reader.u16()]
  const list = () => Array.from({ length: reader.u8() }, () => reader.u16())
  const [wantedIn, wantedOut] = [list(), list()]
  const forMe = asked === host.nwk || asked >= 0xfff8
  const ids = host
    .simpleDescriptors()
    .filter((entry) => entry.profile === profile)
    .filter(
      (entry) =>
        wantedIn.some((id) => entry.in.includes(id)) || wantedOut.some((id) => entry.out.includes(id)),
    )
    .map((entry) => entry.id)
  if (!forMe) return new ByteWriter().u8(zdoStatus.deviceNotFound).u16(asked).u8(0).done()
  if (broadcast && ids.length === 0) return null
  return new ByteWriter()
    .u8(zdoStatus.success)
    .u16(host.nwk ?? 0xffff)
    .u8(ids.length)
    .bytes(Buffer.from(ids))
    .done()
}

function table<T>(
  start: number,
  entries: readonly T[],
  write: (writer: ByteWriter, entry: T) => void,
): Buffer {
  const shown = entries.slice(start, start + entriesPerAnswer)
  const writer = new ByteWriter().u8(zdoStatus.success).u8(entries.length).u8(start).u8(shown.length)
  for (const entry of shown) write(writer, entry)
  return writer.done()
}

function writeNeighbour(writer: ByteWriter, entry: Neighbour, host: ZdoHost): void {
  writer
    .ieee(host.extendedPanId())
    .ieee(entry.ieee)
    .u16(entry.nwk)
    .u8(entry.type | ((entry.rxOnWhenIdle ? 1 : 0) << 2) | (entry.relation << 4))
    .u8(0x02)
    .u8(entry.depth)
    .u8(entry.lqi)
}
