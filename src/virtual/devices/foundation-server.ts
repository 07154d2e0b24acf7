import { ByteReader, ByteWriter } from '../bytes.ts'
import { isAnalog, readValue, writeValue, type ZclValue } from '../zcl/data-type.ts'
import { globalCommand } from '../zcl/foundation.ts'
import type { ZclFrame } from '../zcl/frame.ts'
import { zclStatus } from '../zcl/status.ts'
import type { Attribute, AttributeTable } from './attributes.ts'
import { type ClusterReply, type ClusterServer, failed } from './cluster.ts'
import type { Reporting } from './reporting.ts'

/** Answers longer than this do not fit into one frame; what is left out can be asked for again. */
const roomForAnswer = 70

/** Answers the global commands of one cluster. Throws `ShortFrameError` for a payload that ends early. */
export function answerGlobal(frame: ZclFrame, cluster: ClusterServer, reporting: Reporting): ClusterReply {
  const reader = new ByteReader(frame.payload)
  const { attributes } = cluster
  switch (frame.command) {
    case globalCommand.read:
      return response(globalCommand.readResponse, read(reader, attributes, frame.manufacturer))
    case globalCommand.write:
      return response(globalCommand.writeResponse, write(reader, attributes, frame.manufacturer, false))
    case globalCommand.writeUndivided:
      return response(globalCommand.writeResponse, write(reader, attributes, frame.manufacturer, true))
    case globalCommand.writeNoResponse:
      write(reader, attributes, frame.manufacturer, false)
      return { kind: 'silence' }
    case globalCommand.configureReporting:
      return response(
        globalCommand.configureReportingResponse,
        configureReporting(reader, cluster, reporting, frame.manufacturer),
      )
    case globalCommand.readReporting:
      return response(
        globalCommand.readReportingResponse,
        readReporting(reader, cluster, reporting, frame.manufacturer),
      )
    case globalCommand.discover:
      return response(globalCommand.discoverResponse, discover(reader, attributes, frame.manufacturer, false))
    case globalCommand.discoverExtended:
      return response(
        globalCommand.discoverExtendedResponse,
        discover(reader, attributes, frame.manufacturer, true),
      )
    case globalCommand.discoverReceived:
      return response(
        globalCommand.discoverReceivedResponse,
        discoverCommands(reader, cluster.commands ?? []),
      )
    case globalCommand.discoverGenerated:
      return response(globalCommand.discoverGeneratedResponse, discoverCommands(reader, []))
    case globalCommand.report:
    case globalCommand.defaultResponse:
    case globalCommand.readResponse:
    case globalCommand.writeResponse:
    case globalCommand.configureReportingResponse:
    case globalCommand.readReportingResponse:
    case globalCommand.discoverResponse:
      return { kind: 'status', status: zclStatus.success }
    default:
      return failed(zclStatus.unsupportedGeneralCommand)
  }
}

function response(command: number, payload: Buffer): ClusterReply {
  return { kind: 'response', command, payload }
}

function read(reader: ByteReader, attributes: AttributeTable, manufacturer: number | null): Buffer {
  const writer = new ByteWriter()
  let length = 0
  while (reader.remaining > 0 && length < roomForAnswer) {
    const id = reader.u16()
    const record = new ByteWriter().u16(id)
    const attribute = attributes.find(id, manufacturer)
    if (attribute === null) record.u8(zclStatus.unsupportedAttribute)
    else {
      record.u8(zclStatus.success).u8(attribute.type)
      writeValue(record, attribute.type, attribute.get())
    }
    const bytes = record.done()
    length += bytes.length
    writer.bytes(bytes)
  }
  return writer.done()
}

interface Wanted {
  readonly id: number
  readonly attribute: Attribute | null
  readonly value: ZclValue
  readonly status: number
}

/** "Undivided" writes all or nothing. A single success status stands for "all written" (ZCL 2.5.5). */
function write(
  reader: ByteReader,
  attributes: AttributeTable,
  manufacturer: number | null,
  undivided: boolean,
): Buffer {
  const wanted: Wanted[] = []
  while (reader.remaining > 0) {
    const id = reader.u16()
    const type = reader.u8()
    const value = readValue(reader, type)
    const attribute = attributes.find(id, manufacturer)
    wanted.push({ id, attribute, value, status: checkWrite(attribute, type) })
  }
  const refused = wanted.filter((entry) => entry.status !== zclStatus.success)
  if (undivided && refused.length > 0) return statusList(refused)
  const failures = wanted.map((entry) =>
    entry.status === zclStatus.success
      ? { ...entry, status: entry.attribute?.set?.(entry.value) ?? zclStatus.readOnly }
      : entry,
  )
  return statusList(failures.filter((entry) => entry.status !== zclStatus.success))
}

function checkWrite(attribute: Attribute | null, type: number): number {
  if (attribute === null) return zclStatus.unsupportedAttribute
  if (attribute.set === undefined) return zclStatus.readOnly
  return attribute.type === type ? zclStatus.success : zclStatus.invalidDataType
}

function statusList(failures: readonly Wanted[]): Buffer {
  const writer = new ByteWriter()
  if (failures.length === 0) writer.u8(zclStatus.success)
  for (const { status, id } of failures) writer.u8(status).u16(id)
  return writer.done()
}

function configureReporting(
  reader: ByteReader,
  cluster: ClusterServer,
  reporting: Reporting,
  manufacturer: number | null,
): Buffer {
  const writer = new ByteWriter()
  let refused = 0
  while (reader.remaining > 0) {
    const direction = reader.u8()
    const id = reader.u16()
    const attribute = cluster.attributes.find(id, manufacturer)
    let status: number = zclStatus.success
    if (direction === 1) {
      reader.u16()
      status = zclStatus.unsupportedAttribute
    } else {
      const type = reader.u8()
      const [minSeconds, maxSeconds] = [reader.u16(), reader.u16()]
      const change = isAnalog(type) ? readValue(reader, type) : null
      if (attribute === null) status = zclStatus.unsupportedAttribute
      else if (attribute.type !== type) status = zclStatus.invalidDataType
      else if (maxSeconds !== 0 && maxSeconds < minSeconds) status = zclStatus.invalidValue
      else reporting.configure({ cluster: cluster.id, attribute, minSeconds, maxSeconds, change })
    }
    if (status === zclStatus.success) continue
    refused++
    writer.u8(status).u8(direction).u16(id)
  }
  return refused === 0 ? Buffer.from([zclStatus.success]) : writer.done()
}

function readReporting(
  reader: ByteReader,
  cluster: ClusterServer,
  reporting: Reporting,
  manufacturer: number | null,
): Buffer {
  const writer = new ByteWriter()
  while (reader.remaining > 0) {
    const direction = reader.u8()
    const id = reader.u16()
    const attribute = cluster.attributes.find(id, manufacturer)
    const rule = attribute === null || direction !== 0 ? null : reporting.find(cluster.id, attribute)
    if (rule === null) {
      const status = attribute === null ? zclStatus.unsupportedAttribute : zclStatus.notFound
      writer.u8(status).u8(direction).u16(id)
      continue
    }
    writer.u8(zclStatus.success).u8(direction).u16(id).u8(rule.attribute.type)
    writer.u16(rule.minSeconds).u16(rule.maxSeconds)
    if (rule.change !== null) writeValue(writer, rule.attribute.type, rule.change)
  }
  return writer.done()
}

function discover(
  reader: ByteReader,
  attributes: AttributeTable,
  manufacturer: number | null,
  extended: boolean,
): Buffer {
  const start = reader.u16()
  const limit = reader.u8()
  const from = attributes.list(manufacturer).filter((attribute) => attribute.id >= start)
  const shown = from.slice(0, Math.min(limit, 20))
  const writer = new ByteWriter().u8(shown.length === from.length ? 1 : 0)
  for (const attribute of shown) {
    writer.u16(attribute.id).u8(attribute.type)
    // Readable, writable, reportable.
    if (extended) writer.u8(0x01 | (attribute.set === undefined ? 0 : 0x02) | 0x04)
  }
  return writer.done()
}

function discoverCommands(reader: ByteReader, commands: readonly number[]): Buffer {
  const start = reader.u8()
  const limit = reader.u8()
  const from = commands.filter((command) => command >= start)
  const shown = from.slice(0, limit)
  return new ByteWriter()
    .u8(shown.length === from.length ? 1 : 0)
    .bytes(Buffer.from(shown))
    .done()
}
