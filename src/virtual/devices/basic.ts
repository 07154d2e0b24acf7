import type { ByteReader } from '../bytes.ts'
import type { CatalogueEntry } from '../catalogue.ts'
import { dataType } from '../zcl/data-type.ts'
import { AttributeTable, constant, stored } from './attributes.ts'
import { type ClusterReply, type ClusterServer, clusterRevision, done } from './cluster.ts'

/** Basic (ZCL 3.2): who made this, and which software it runs. */
export class BasicCluster implements ClusterServer {
  readonly id = 0x0000
  readonly attributes: AttributeTable
  readonly commands = [0x00]
  private readonly resetToFactory: () => void

  constructor(entry: CatalogueEntry, resetToFactory: () => void) {
    const { attributes } = entry
    this.resetToFactory = resetToFactory
    this.attributes = new AttributeTable().add(
      constant(0x0000, dataType.uint8, attributes.zclVersion ?? 3),
      constant(0x0001, dataType.uint8, attributes.appVersion ?? 1),
      constant(0x0002, dataType.uint8, attributes.stackVersion ?? 98),
      constant(0x0003, dataType.uint8, attributes.hwVersion ?? 1),
      constant(0x0004, dataType.string, entry.vendor),
      constant(0x0005, dataType.string, entry.model),
      constant(0x0006, dataType.string, attributes.dateCode ?? ''),
      constant(0x0007, dataType.enum8, entry.powerSource),
      stored(0x0010, dataType.string, ''),
      constant(0x4000, dataType.string, attributes.swBuildId ?? ''),
      clusterRevision(2),
    )
  }

  handle(command: number, _payload: ByteReader): ClusterReply | null {
    if (command !== 0x00) return null
    this.resetToFactory()
    return done
  }
}
