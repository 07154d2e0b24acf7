import type { Destination, RadioFrame } from '../air/frame.ts'
import { ByteReader, ByteWriter } from '../bytes.ts'
import { accepted, commandsOf, type Handler, status } from './command-table.ts'
import type { Coordinator } from './coordinator.ts'
import { mtStatus, subsystem } from './mt.ts'

/** Address modes of AF_DATA_REQUEST_EXT. */
const addressMode = { none: 0, group: 1, short: 2, ieee: 3, broadcast: 15 } as const
const interPan = { clear: 0, setChannel: 1, register: 2, check: 3 } as const
const firstBroadcastAddress = 0xfff8
const acknowledgeOption = 0x10

const register: Handler = (request, { endpoints }) => {
  const [id, profile, device, version] = [request.u8(), request.u16(), request.u16(), request.u8()]
  request.u8()
  const list = () => Array.from({ length: request.u8() }, () => request.u16())
  const descriptor = { id, profile, device, version, in: list(), out: list() }
  if (id === 0 || id > 254) return status(mtStatus.invalidParameter)
  if (endpoints.registered.has(id)) return status(mtStatus.duplicateEntry)
  endpoints.registered.set(id, descriptor)
  return status(mtStatus.success)
}

const remove: Handler = (request, { endpoints }) =>
  status(endpoints.registered.delete(request.u8()) ? mtStatus.success : mtStatus.invalidParameter)

/** What the three data requests have in common, once they are read. */
interface Message {
  readonly destination: Destination | null
  readonly destinationEndpoint: number
  readonly sourceEndpoint: number
  readonly cluster: number
  readonly transaction: number
  /** Wants the other end to acknowledge (AF_ACK_REQUEST). */
  readonly apsAck: boolean
}

/** Sends a message; what becomes of it is told by AF_DATA_CONFIRM, except of endpoint 0 and of broadcasts. */
function send(coordinator: Coordinator, message: Message, payload: Buffer): number {
  const { destination, sourceEndpoint, transaction, cluster, destinationEndpoint } = message
  const source = sourceEndpoint === 0 ? { profile: 0 } : coordinator.endpoints.registered.get(sourceEndpoint)
  if (source === undefined) return mtStatus.invalidParameter
  if (!coordinator.started) return mtStatus.invalidRequest
  if (destination === null) return mtStatus.invalidParameter
  const { profile } = source
  const frame: RadioFrame = {
    source: 0x0000,
    sourceEndpoint,
    destination,
    destinationEndpoint: destination.kind === 'group' ? 0xff : destinationEndpoint,
    profile,
    cluster,
    payload,
    apsAck: message.apsAck,
  }
  return coordinator.transmit(frame, (outcome) => {
    if (sourceEndpoint === 0 || destination.kind === 'broadcast') return
    coordinator.indicate(subsystem.af, 0x80, Buffer.from([outcome, sourceEndpoint, transaction]))
  })
}

function toShort(nwk: number): Destination {
  return nwk >= firstBroadcastAddress ? { kind: 'broadcast', nwk } : { kind: 'unicast', nwk }
}

const dataRequest: Handler = (request, coordinator) => {
  const message = { destination: toShort(request.u16()), ...common(request) }
  return status(send(coordinator, message, request.bytes(request.u8())))
}

const sourceRouted: Handler = (request, coordinator) => {
  const message = { destination: toShort(request.u16()), ...common(request) }
  request.bytes(2 * request.u8())
  return status(send(coordinator, message, request.bytes(request.u8())))
}

/** Endpoints, cluster, transaction and options; the radius is passed over. */
function common(request: ByteReader) {
  const [destinationEndpoint, sourceEndpoint] = [request.u8(), request.u8()]
  const [cluster, transaction] = [request.u16(), request.u8()]
  const apsAck = wantsAcknowledgement(request)
  return { destinationEndpoint, sourceEndpoint, cluster, transaction, apsAck }
}

function wantsAcknowledgement(request: ByteReader): boolean {
  const options = request.u8()
  request.u8()
  return (options & acknowledgeOption) !== 0
}

/** A message too long for one serial frame: announced by AF_DATA_REQUEST_EXT, filled by AF_DATA_STORE. */
const growing = new WeakMap<Coordinator, { message: Message; data: Buffer }>()

const dataRequestExt: Handler = (request, coordinator) => {
  const mode = request.u8()
  const address = request.bytes(8)
  const destination = extendedDestination(mode, new ByteReader(address), coordinator)
  const destinationEndpoint = request.u8()
  const panId = request.u16()
  const [sourceEndpoint, cluster, transaction] = [request.u8(), request.u16(), request.u8()]
  const apsAck = wantsAcknowledgement(request)
  const message = { destination, destinationEndpoint, sourceEndpoint, cluster, transaction, apsAck }
  const length = request.u16()
  // To another PAN: touchlink. Nobody confirms; whoever is close may answer.
  if (panId === 0xffff && destinationEndpoint === 0xfe) {
    const to = mode === addressMode.ieee ? new ByteReader(address).ieee() : null
    coordinator.interPan.send(to, request.bytes(length))
    return status(mtStatus.success)
  }
  if (length > request.remaining && request.remaining === 0) {
    growing.set(coordinator, { message, data: Buffer.alloc(length) })
    return status(mtStatus.success)
  }
  return status(send(coordinator, message, request.bytes(length)))
}

function extendedDestination(
  mode: number,
  request: ByteReader,
  coordinator: Coordinator,
): Destination | null {
  if (mode === addressMode.ieee) {
    const ieee = request.ieee()
    if (ieee === coordinator.ieee) return { kind: 'unicast', nwk: 0x0000 }
    const node = coordinator.security.find(ieee)
    return node === null ? null : { kind: 'unicast', nwk: node.nwk }
  }
  const short = request.u16()
  switch (mode) {
    case addressMode.group:
      return { kind: 'group', group: short }
    case addressMode.short:
      return toShort(short)
    case addressMode.broadcast:
      return { kind: 'broadcast', nwk: short }
    default:
      return null
  }
}

/** Length 0 says that all is there: the message goes. */
const dataStore: Handler = (request, coordinator) => {
  const index = request.u16()
  const part = request.bytes(request.u8())
  const entry = growing.get(coordinator)
  if (entry === undefined) return status(mtStatus.failure)
  if (part.length > 0) {
    if (index + part.length > entry.data.length) return status(mtStatus.memoryError)
    part.copy(entry.data, index)
    return status(mtStatus.success)
  }
  growing.delete(coordinator)
  return status(send(coordinator, entry.message, entry.data))
}

const dataRetrieve: Handler = (request, { inbox }) => {
  const { status: outcome, data } = inbox.retrieve(request.u32(), request.u16(), request.u8())
  return new ByteWriter().u8(outcome).u8(data.length).bytes(data).done()
}

/** Touchlink's doors. Registering wants an endpoint that exists. */
const interPanControl: Handler = (request, { endpoints, interPan: neighbours }) => {
  switch (request.u8()) {
    case interPan.clear:
      neighbours.channel = null
      return status(mtStatus.success)
    case interPan.setChannel: {
      const channel = request.u8()
      if (channel < 11 || channel > 26) return status(mtStatus.invalidParameter)
      neighbours.channel = channel
      return status(mtStatus.success)
    }
    case interPan.register: {
      const endpoint = request.u8()
      if (!endpoints.registered.has(endpoint)) return status(mtStatus.invalidParameter)
      neighbours.endpoint = endpoint
      return status(mtStatus.success)
    }
    case interPan.check:
      return status(mtStatus.failure)
    default:
      return status(mtStatus.invalidParameter)
  }
}

export const afCommands = commandsOf(subsystem.af, [
  [0x00, 'AF_REGISTER', register],
  [0x01, 'AF_DATA_REQUEST', dataRequest],
  [0x02, 'AF_DATA_REQUEST_EXT', dataRequestExt],
  [0x03, 'AF_DATA_REQUEST_SRC_RTG', sourceRouted],
  [0x04, 'AF_DELETE', remove],
  [0x10, 'AF_INTER_PAN_CTL', interPanControl],
  [0x11, 'AF_DATA_STORE', dataStore],
  [0x12, 'AF_DATA_RETRIEVE', dataRetrieve],
  [0x13, 'AF_APSF_CONFIG_SET', accepted],
  [0x14, 'AF_APSF_CONFIG_GET', () => Buffer.from([0x32, 0x01, 0x00])],
])
