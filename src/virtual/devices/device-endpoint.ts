import type { Clock } from '../../showroom/clock.ts'
import type { SimpleDescriptor } from '../zdo/zdo-server.ts'
import type { Attribute } from './attributes.ts'
import type { ClusterServer } from './cluster.ts'
import { GroupTable } from './groups.ts'
import { Reporting } from './reporting.ts'

/** One endpoint: a descriptor, the servers of its input clusters, its groups and its reporting. */
export class DeviceEndpoint {
  readonly descriptor: SimpleDescriptor
  readonly servers = new Map<number, ClusterServer>()
  readonly groups = new GroupTable()
  readonly reporting: Reporting

  constructor(
    descriptor: SimpleDescriptor,
    clock: Clock,
    sendReport: (endpoint: DeviceEndpoint, cluster: number, attribute: Attribute) => void,
  ) {
    this.descriptor = descriptor
    this.reporting = new Reporting(clock, (cluster, attribute) => sendReport(this, cluster, attribute))
  }

  get id(): number {
    return this.descriptor.id
  }

  add(server: ClusterServer): void {
    this.servers.set(server.id, server)
    server.attributes.onChange((attribute) => this.reporting.changed(server.id, attribute))
  }
}
