import { ByteReader, ShortFrameError } from '../bytes.ts'
import type { Quirks } from '../quirks.ts'
import type { RadioFrame } from '../radio.ts'
import { UnknownTypeError } from '../zcl/data-type.ts'
import { globalCommand } from '../zcl/foundation.ts'
import { decodeZcl, encodeZcl, type ZclFrame } from '../zcl/frame.ts'
import { zclStatus } from '../zcl/status.ts'
import { type ClusterReply, failed } from './cluster.ts'
import type { DeviceEndpoint } from './device-endpoint.ts'
import { answerGlobal } from './foundation-server.ts'

/** Does what a frame says; the answer's bytes, or null where ZCL wants none. */
export function answerZcl(endpoint: DeviceEndpoint, frame: RadioFrame, quirks: Quirks): Buffer | null {
  const zcl = decodeOrNull(frame.payload)
  if (zcl === null || (zcl.global && zcl.command === globalCommand.defaultResponse)) return null
  const unicast = frame.destination.kind === 'unicast'
  const reply = execute(endpoint, frame.cluster, zcl, unicast, quirks)
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
  quirks: Quirks,
): ClusterReply {
  if (zcl.fromServer) {
    const known = endpoint.descriptor.out.includes(cluster)
    return failed(known ? zclStatus.success : zclStatus.unsupportedCluster)
  }
  const server = endpoint.servers.get(cluster)
  if (server === undefined) return failed(zclStatus.unsupportedCluster)
  try {
    if (!zcl.global) {
      const { command, manufacturer, payload } = zcl
      const reply = server.handle?.(command, new ByteReader(payload), { manufacturer, unicast })
      return reply ?? failed(zclStatus.unsupportedCommand)
    }
    if (quirks.ownReportingHabits && zcl.command === globalCommand.configureReporting) {
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
