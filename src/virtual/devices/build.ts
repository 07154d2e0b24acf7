import type { Clock } from '../../showroom/clock.ts'
import type { CatalogueEntry } from '../catalogue.ts'
import { quirksOf } from '../quirks.ts'
import { CurtainOutputCluster } from './analog-output.ts'
import { BasicCluster } from './basic.ts'
import { Battery, BatteryCluster } from './battery.ts'
import { Blind } from './blind.ts'
import { type ClusterServer, PlainCluster } from './cluster.ts'
import { ColourCluster } from './colour-control.ts'
import type { DeviceEndpoint } from './device-endpoint.ts'
import { GroupsCluster } from './groups.ts'
import { IasZoneCluster, zoneType } from './ias-zone.ts'
import { IdentifyCluster } from './identify.ts'
import { ikeaCluster } from './ikea-own.ts'
import { Lamp } from './lamp.ts'
import { LevelCluster } from './level-control.ts'
import { electricalCluster, meteringCluster } from './meter.ts'
import { OnOffCluster } from './on-off.ts'
import { Relay } from './relay.ts'
import { RelayLevelCluster } from './relay-level.ts'
import { ScenesCluster } from './scenes.ts'
import {
  humidityCluster,
  illuminanceCluster,
  occupancyCluster,
  pressureCluster,
  Surroundings,
  temperatureCluster,
} from './sensor.ts'
import { WindowCoveringCluster } from './window-covering.ts'

/** The physical parts of a device: what a visitor sees, and what its clusters turn. */
export interface Parts {
  readonly lamp: Lamp | null
  readonly relay: Relay | null
  readonly blind: Blind | null
  readonly battery: Battery | null
  readonly world: Surroundings
}

export function buildParts(entry: CatalogueEntry, clock: Clock): Parts {
  const { light, kind } = entry
  const build = light && { lumens: light.lumens, colour: light.colour, mireds: light.mireds ?? null }
  return {
    lamp: build ? new Lamp(build, quirksOf(entry.name), clock) : null,
    relay: kind === 'plug' ? new Relay() : null,
    blind: kind === 'blind' ? new Blind(clock) : null,
    battery: entry.powerSource === 3 ? new Battery() : null,
    world: new Surroundings(),
  }
}

export interface BuildContext {
  readonly entry: CatalogueEntry
  readonly parts: Parts
  readonly clock: Clock
  /** Clears everything but the network (reset to factory defaults, ZCL 3.2.2.3.1). */
  resetToFactory(): void
  /** Sends a command of a server, such as an alarm, to whoever is bound or enrolled. */
  notify(endpoint: number, cluster: number, command: number, payload: Buffer): void
}

/** Gives an endpoint the servers of its input clusters. */
export function buildClusters(endpoint: DeviceEndpoint, context: BuildContext): void {
  const identify = new IdentifyCluster(context.clock)
  for (const id of endpoint.descriptor.in) endpoint.add(buildCluster(id, endpoint, identify, context))
}

function buildCluster(
  id: number,
  endpoint: DeviceEndpoint,
  identify: IdentifyCluster,
  { entry, parts, clock, resetToFactory, notify }: BuildContext,
): ClusterServer {
  const { lamp, relay, blind, battery, world } = parts
  const lumi = entry.vendor === 'LUMI'
  switch (id) {
    case 0x0000:
      return new BasicCluster(entry, resetToFactory)
    case 0x0001:
      return battery === null ? new PlainCluster(id) : new BatteryCluster(battery)
    case 0x0003:
      return identify
    case 0x0004:
      return new GroupsCluster(endpoint.groups, () => identify.seconds > 0)
    case 0x0005:
      return new ScenesCluster(endpoint.groups, quirksOf(entry.name).roomForScenes, () =>
        [...endpoint.servers.values()].flatMap((server) =>
          server.scene === undefined ? [] : [[server.id, server.scene] as const],
        ),
      )
    case 0x0006:
      if (lamp !== null) return new OnOffCluster(lamp, lamp, clock)
      return relay === null ? new PlainCluster(id) : new OnOffCluster(relay, null, clock)
    case 0x0008:
      if (lamp !== null) return new LevelCluster(lamp)
      return relay === null ? new PlainCluster(id) : new RelayLevelCluster(relay)
    case 0x000d:
      return blind === null ? new PlainCluster(id) : new CurtainOutputCluster(blind)
    case 0x0102:
      return blind === null ? new PlainCluster(id) : new WindowCoveringCluster(blind, lumi ? 4 : 0)
    case 0x0300:
      return lamp === null ? new PlainCluster(id) : new ColourCluster(lamp)
    case 0x0400:
      return illuminanceCluster(world, lumi)
    case 0x0402:
      return temperatureCluster(world)
    case 0x0403:
      return pressureCluster(world)
    case 0x0405:
      return humidityCluster(world)
    case 0x0406:
      return entry.kind === 'motion' ? occupancyCluster(world) : new PlainCluster(id)
    case 0x0500: {
      const send = (command: number, payload: Buffer) => notify(endpoint.id, id, command, payload)
      if (entry.kind === 'motion') return new IasZoneCluster(zoneType.motion, world, (w) => w.occupied, send)
      const type = entry.kind === 'leak' ? zoneType.water : zoneType.contact
      return new IasZoneCluster(type, world, (w) => !w.closed, send)
    }
    case 0x0702:
      return relay === null ? new PlainCluster(id) : meteringCluster(relay, clock)
    case 0x0b04:
      return relay === null ? new PlainCluster(id) : electricalCluster(relay)
    default:
      return ikeaCluster(id) ?? new PlainCluster(id)
  }
}
