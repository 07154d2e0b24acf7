import { ByteWriter } from '../bytes.ts'
import { zdoRequest, zdoResponseFlag } from '../zdo/zdo-cluster.ts'
import type { Coordinator } from './coordinator.ts'
import { subsystem } from './mt.ts'
import { nvItem } from './nv-items.ts'
import { osal } from './nv-store.ts'

/** Answers of the device profile and the indication each becomes on the serial line. */
const indications = new Map<number, number>([
  [zdoRequest.nwkAddress | zdoResponseFlag, 0x80],
  [zdoRequest.ieeeAddress | zdoResponseFlag, 0x81],
  [zdoRequest.nodeDescriptor | zdoResponseFlag, 0x82],
  [zdoRequest.powerDescriptor | zdoResponseFlag, 0x83],
  [zdoRequest.simpleDescriptor | zdoResponseFlag, 0x84],
  [zdoRequest.activeEndpoints | zdoResponseFlag, 0x85],
  [zdoRequest.matchDescriptors | zdoResponseFlag, 0x86],
  [zdoRequest.complexDescriptor | zdoResponseFlag, 0x87],
  [zdoRequest.userDescriptor | zdoResponseFlag, 0x88],
  [zdoRequest.serverDiscovery | zdoResponseFlag, 0x8a],
  [zdoRequest.bind | zdoResponseFlag, 0xa1],
  [zdoRequest.unbind | zdoResponseFlag, 0xa2],
  [zdoRequest.networkDiscovery | zdoResponseFlag, 0xb0],
  [zdoRequest.lqiTable | zdoResponseFlag, 0xb1],
  [zdoRequest.routingTable | zdoResponseFlag, 0xb2],
  [zdoRequest.bindingTable | zdoResponseFlag, 0xb3],
  [zdoRequest.leave | zdoResponseFlag, 0xb4],
  [zdoRequest.permitJoin | zdoResponseFlag, 0xb6],
  [zdoRequest.networkUpdate | zdoResponseFlag, 0xb8],
  [zdoRequest.deviceAnnounce, 0xc1],
])

const everyCluster = 0xffff

interface Heard {
  readonly source: number
  readonly cluster: number
  readonly sequence: number
  readonly payload: Buffer
  readonly broadcast: boolean
}

/** Tells the client what endpoint 0 hears: as an indication of its own kind, and raw to whoever registered. */
export class ZdoCallbacks {
  private readonly registered = new Set<number>()
  private readonly coordinator: Coordinator

  constructor(coordinator: Coordinator) {
    this.coordinator = coordinator
  }

  register(cluster: number): void {
    this.registered.add(cluster)
  }

  remove(cluster: number): void {
    this.registered.delete(cluster)
  }

  clear(): void {
    this.registered.clear()
  }

  heard(message: Heard): void {
    const command = indications.get(message.cluster)
    const direct = this.coordinator.nv.get(osal(nvItem.zdoDirectCallback))?.[0] === 1
    if (command !== undefined && direct)
      this.coordinator.indicate(subsystem.zdo, command, indicationData(message))
    if (this.registered.has(everyCluster) || this.registered.has(message.cluster)) this.indicateRaw(message)
  }

  /** ZDO_MSG_CB_INCOMING. */
  private indicateRaw({ source, broadcast, cluster, sequence, payload }: Heard): void {
    const data = new ByteWriter()
      .u16(source)
      .u8(broadcast ? 1 : 0)
      .u16(cluster)
      .u8(0)
      .u8(sequence)
      .u16(broadcast ? 0xfffd : 0x0000)
      .bytes(payload)
      .done()
    this.coordinator.indicate(subsystem.zdo, 0xff, data)
  }
}

/** Address answers carry start index and count in the order of the serial interface; others begin with the source. */
function indicationData({ source, cluster, payload }: Heard): Buffer {
  const isAddress = (cluster & ~zdoResponseFlag) <= zdoRequest.ieeeAddress
  if (!isAddress) return new ByteWriter().u16(source).bytes(payload).done()
  const fixed = payload.subarray(0, 11)
  const [count = 0, start = 0] = payload.subarray(11)
  return Buffer.concat([fixed, Buffer.from([start, count]), payload.subarray(13)])
}
