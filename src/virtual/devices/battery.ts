import { dataType } from '../zcl/data-type.ts'
import { AttributeTable } from './attributes.ts'
import { type ClusterServer, clusterRevision } from './cluster.ts'

/** A battery, 0..1. */
export class Battery {
  private level = 1
  private readonly listeners: (() => void)[] = []

  get charge(): number {
    return this.level
  }

  set charge(level: number) {
    this.level = Math.min(1, Math.max(0, level))
    for (const listener of this.listeners) listener()
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener)
  }
}

/** Two cells in a row, from empty to full, in tenths of a volt. */
const [emptyTenths, fullTenths] = [20, 30] as const

/** Power configuration (ZCL 3.3) of a battery device. Percent count in halves. */
export class BatteryCluster implements ClusterServer {
  readonly id = 0x0001
  readonly attributes = new AttributeTable()

  constructor(battery: Battery) {
    this.attributes.add(
      {
        id: 0x0020,
        type: dataType.uint8,
        get: () => Math.round(emptyTenths + (fullTenths - emptyTenths) * battery.charge),
      },
      { id: 0x0021, type: dataType.uint8, get: () => Math.round(200 * battery.charge) },
      clusterRevision(2),
    )
    battery.onChange(() => this.attributes.changed(0x0020, 0x0021))
  }
}
