import type { ByteReader } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { zclStatus } from '../zcl/status.ts'
import { AttributeTable, constant, stored } from './attributes.ts'
import type { Blind } from './blind.ts'
import { type ClusterReply, type ClusterServer, clusterRevision, done, failed } from './cluster.ts'

/** Window covering (ZCL 7.4). Lift percentage: 0 is open, 100 covers the window; so count IKEA's blinds too. */
export class WindowCoveringCluster implements ClusterServer {
  readonly id = 0x0102
  readonly attributes = new AttributeTable()
  readonly commands = [0x00, 0x01, 0x02, 0x05]
  readonly scene = {
    store: () => Buffer.from([Math.round(this.blind.position.target), 0]),
    recall: (fields: ByteReader) => this.blind.moveTo(fields.u8()),
  }
  private readonly blind: Blind

  /** `rollerShade` is 0, `drapery` 4 (ZCL table 7-42). */
  constructor(blind: Blind, type: number) {
    this.blind = blind
    this.attributes.add(
      constant(0x0000, dataType.enum8, type),
      constant(0x0007, dataType.bitmap8, 0x0b),
      { id: 0x0008, type: dataType.uint8, get: () => Math.round(blind.closedPercent) },
      constant(0x000a, dataType.enum8, 0),
      stored(0x0017, dataType.bitmap8, 0),
      clusterRevision(2),
    )
    blind.onChange(() => this.attributes.changed(0x0008))
  }

  handle(command: number, payload: ByteReader): ClusterReply | null {
    switch (command) {
      case 0x00:
        this.blind.moveTo(0)
        return done
      case 0x01:
        this.blind.moveTo(100)
        return done
      case 0x02:
        this.blind.stop()
        return done
      case 0x05: {
        const percent = payload.u8()
        if (percent > 100) return failed(zclStatus.invalidValue)
        this.blind.moveTo(percent)
        return done
      }
      default:
        return null
    }
  }
}
