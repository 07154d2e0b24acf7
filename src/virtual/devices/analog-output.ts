import { dataType } from '../zcl/data-type.ts'
import { zclStatus } from '../zcl/status.ts'
import { AttributeTable, constant } from './attributes.ts'
import type { Blind } from './blind.ts'
import { type ClusterServer, clusterRevision } from './cluster.ts'

/** Analog output of Aqara's curtain: writing the present value moves it; here 100 is open. */
export class CurtainOutputCluster implements ClusterServer {
  readonly id = 0x000d
  readonly attributes = new AttributeTable()

  constructor(blind: Blind) {
    this.attributes.add(
      constant(0x0041, dataType.single, 100),
      constant(0x0045, dataType.single, 0),
      constant(0x0051, dataType.boolean, 0),
      {
        id: 0x0055,
        type: dataType.single,
        get: () => 100 - blind.closedPercent,
        set: (value) => {
          const open = Number(value)
          if (!(open >= 0 && open <= 100)) return zclStatus.invalidValue
          blind.moveTo(100 - open)
          return zclStatus.success
        },
      },
      constant(0x006f, dataType.bitmap8, 0),
      clusterRevision(1),
    )
    blind.onChange(() => this.attributes.changed(0x0055))
  }
}
