import type { RadioFrame } from '../air/frame.ts'
import { ByteReader, ShortFrameError } from '../bytes.ts'
import type { Quirks } from '../quirks.ts'
import { UnknownTypeError } from '../zcl/data-type.ts'
import { globalCommand } from '../zcl/foundation.ts'
import { decodeZcl, encodeZcl, type ZclFrame } from '../zcl/frame.ts'
import { zclStatus } from '../zcl/status.ts'
import { type ClusterReply, done, failed } from './cluster.ts'
import type { DeviceEndpoint } from './device-endpoint.ts'
import { answerGlobal } from './foundation-server.ts'

/** What answering needs to know of the device around an endpoint. */
export interface AnsweringDevice {
  readonly quirks: Quirks
  /** True while it hears no command for its light. */
  readonly deaf: boolean
  /** It did what a command of this cluster said. */
  applied(command: number): void
}

/** Clusters whose commands a deaf lamp lets pass: scenes, on/off, level, colour. */
const clustersOfLight = new Set([0x0005, 0x0006, 0x0008, 0x0300])

/** Does what a frame says; the answer's bytes, or null where ZCL wants none. */
export function answerZcl(
  endpoint: DeviceEndpoint,
  frame: RadioFrame,
  device: AnsweringDevice,
): Buffer | null {
  const zcl = decodeOrNull(frame.payload)
  if (zcl === null || (zcl.global && zcl.command === globalCommand.defaultResponse)) return null
  const unicast = frame.destination.kind === 'unicast'
  const reply = execute(endpoint, frame.cluster, zcl, unicast, device)
  return unicast ? encodeReply(zcl, reply) : null
}

function decodeOrNull(payload: Buffer): ZclFrame | null {
  try {
    return decodeZcl(payload)
  } catch (error) {
    if (error instanceof ShortFrameError) return null
    throw error
  }
}

function execute(
  endpoint: DeviceEndpoint,
  cluster: number,
  zcl: ZclFrame,
  unicast: boolean,
  device: AnsweringDevice,
): ClusterReply {
  if (zcl.fromServer) {
    const known = endpoint.descriptor.out.includes(cluster)
    return failed(known ? zclStatus.success : zclStatus.unsupportedCluster)
  }
  const server = endpoint.servers.get(cluster)
  if (server === undefined) return failed(zclStatus.unsupportedCluster)
  try {
    if (!zcl.global) {
      if (device.deaf && clustersOfLight.has(cluster)) return done
      const { command, manufacturer, payload } = zcl
      const reply = server.handle?.(command, new ByteReader(payload), { manufacturer, unicast }) ?? null
      if (reply === null) return failed(zclStatus.unsupportedCommand)
      if (reply.kind !== 'status' || reply.status === zclStatus.success) device.applied(command)
      return reply
    }
    if (device.quirks.ownReportingHabits && zcl.command === globalCommand.configureReporting) {
      return failed(zclStatus.unsupportedGeneralCommand)
    }
    return answerGlobal(zcl, server, endpoint.reporting)
  } catch (error) {
    if (error instanceof ShortFrameError) return failed(zclStatus.malformedCommand)
    if (error instanceof UnknownTypeError) return failed(zclStatus.invalidDataType)
    throw error
  }
}

/** Default responses only where ZCL 2.5.12.2 wants them. */
function encodeReply(request: ZclFrame, reply: ClusterReply): Buffer | null {
  if (reply.kind === 'silence') return null
  const answer = {
    manufacturer: request.manufacturer,
    fromServer: !request.fromServer,
    disableDefaultResponse: true,
    sequence: request.sequence,
  }
  if (reply.kind === 'response') return encodeZcl({ ...answer, ...reply, global: request.global })
  if (request.disableDefaultResponse && reply.status === zclStatus.success) return null
  const payload = Buffer.from([request.command, reply.status])
  return encodeZcl({ ...answer, global: true, command: globalCommand.defaultResponse, payload })
}
