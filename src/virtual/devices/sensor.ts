import { dataType } from '../zcl/data-type.ts'
import { AttributeTable, constant, stored } from './attributes.ts'
import { type ClusterServer, clusterRevision } from './cluster.ts'

/** What is measured in the place where a sensor hangs. Whoever plays the world sets it. */
export class Surroundings {
  occupied = false
  /** A door's contact, or no water: closed. */
  closed = true
  lux = 120
  celsius = 21.5
  humidityPercent = 45
  hectopascal = 1013
  private readonly listeners: (() => void)[] = []

  onChange(listener: () => void): void {
    this.listeners.push(listener)
  }

  changed(): void {
    for (const listener of this.listeners) listener()
  }
}

function cluster(
  id: number,
  world: Surroundings,
  attributes: AttributeTable,
  ...watched: number[]
): ClusterServer {
  world.onChange(() => attributes.changed(...watched))
  return { id, attributes: attributes.add(clusterRevision(2)) }
}

/** Occupancy sensing (ZCL 4.8) by passive infrared. */
export function occupancyCluster(world: Surroundings): ClusterServer {
  const attributes = new AttributeTable().add(
    { id: 0x0000, type: dataType.bitmap8, get: () => (world.occupied ? 1 : 0) },
    constant(0x0001, dataType.enum8, 0),
    constant(0x0002, dataType.bitmap8, 1),
    stored(0x0010, dataType.uint16, 90),
  )
  return cluster(0x0406, world, attributes, 0x0000)
}

/** Illuminance (ZCL 4.2): 10000 · log10(lux) + 1. Aqara sends plain lux. */
export function illuminanceCluster(world: Surroundings, plainLux: boolean): ClusterServer {
  const measured = () =>
    Math.round(plainLux ? world.lux : world.lux < 1 ? 0 : 10000 * Math.log10(world.lux) + 1)
  const attributes = new AttributeTable().add(
    { id: 0x0000, type: dataType.uint16, get: measured },
    constant(0x0001, dataType.uint16, 1),
    constant(0x0002, dataType.uint16, 0xfffe),
  )
  return cluster(0x0400, world, attributes, 0x0000)
}

export function temperatureCluster(world: Surroundings): ClusterServer {
  const attributes = new AttributeTable().add({
    id: 0x0000,
    type: dataType.int16,
    get: () => Math.round(world.celsius * 100),
  })
  return cluster(0x0402, world, attributes, 0x0000)
}

export function pressureCluster(world: Surroundings): ClusterServer {
  const attributes = new AttributeTable().add(
    { id: 0x0000, type: dataType.int16, get: () => Math.round(world.hectopascal) },
    { id: 0x0010, type: dataType.int16, get: () => Math.round(world.hectopascal * 10) },
    constant(0x0014, dataType.int8, -1),
  )
  return cluster(0x0403, world, attributes, 0x0000, 0x0010)
}

export function humidityCluster(world: Surroundings): ClusterServer {
  const attributes = new AttributeTable().add({
    id: 0x0000,
    type: dataType.uint16,
    get: () => Math.round(world.humidityPercent * 100),
  })
  return cluster(0x0405, world, attributes, 0x0000)
}
