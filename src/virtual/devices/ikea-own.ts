import { dataType } from '../zcl/data-type.ts'
import { AttributeTable, stored } from './attributes.ts'
import { type ClusterServer, PlainCluster } from './cluster.ts'

const ikea = 0x117c

/** IKEA's own clusters, as zigbee-herdsman-converters names them: identifier, attribute, type, first value. */
const tables: Readonly<Record<number, readonly (readonly [id: number, type: number, value: number])[]>> = {
  // Air purifier: filter run time, replace filter, filter life time, panel light, PM2.5, child lock, fan mode,
  // fan speed, device run time.
  64637: [
    [0, dataType.uint32, 1200],
    [1, dataType.uint8, 0],
    [2, dataType.uint32, 259200],
    [3, dataType.boolean, 1],
    [4, dataType.uint16, 7],
    [5, dataType.boolean, 0],
    [6, dataType.uint8, 0],
    [7, dataType.uint8, 0],
    [8, dataType.uint32, 1200],
  ],
  // Motion sensor: only when dark, seconds that bound devices stay on.
  64641: [
    [0, dataType.boolean, 0],
    [2, dataType.uint16, 60],
  ],
  // Plug: child lock, indicator.
  64645: [
    [0, dataType.boolean, 0],
    [1, dataType.boolean, 1],
  ],
}

/** A manufacturer's own cluster; null where nothing is known of it. */
export function ikeaCluster(id: number): ClusterServer | null {
  const rows = tables[id]
  if (rows === undefined) return null
  const attributes = new AttributeTable()
  for (const [attribute, type, value] of rows) {
    const entry = stored(attribute, type, value, ikea)
    const set = (next: Parameters<typeof entry.set>[0]) => {
      const status = entry.set(next)
      attributes.changed(attribute)
      return status
    }
    attributes.add({ ...entry, set })
  }
  return new PlainCluster(id, attributes)
}
