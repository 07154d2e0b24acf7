import type { Colour } from '../../contract/colour.ts'
import type { SimulatedDevice } from '../devices/device.ts'
import { IdentifyCluster } from '../devices/identify.ts'
import type { Lamp } from '../devices/lamp.ts'
import { keysOf } from '../devices/remote.ts'
import { ScenesCluster } from '../devices/scenes.ts'
import type { Network } from '../network.ts'

/** A device as GET /devices shows it. */
export function viewDevice(device: SimulatedDevice, network: Network) {
  return {
    ieee: device.ieee,
    model: device.entry.name,
    product: device.entry.product,
    vendor: device.entry.vendor,
    kind: device.entry.kind,
    joined: network.isMember(device),
    powered: device.powered,
    reachable: device.powered && !device.deadRadio,
    nwk: device.membership?.nwk ?? null,
    hops: device.hops,
    /** For how many seconds it will still blink to show itself. */
    identifies: identifySeconds(device),
    bindings: device.bindings.entries.map(({ endpoint, cluster, target }) => ({ endpoint, cluster, target })),
    state: viewState(device),
  }
}

function identifySeconds(device: SimulatedDevice): number {
  const servers = device.endpoints.flatMap((endpoint) => [...endpoint.servers.values()])
  return Math.max(0, ...servers.map((server) => (server instanceof IdentifyCluster ? server.seconds : 0)))
}

function viewState(device: SimulatedDevice) {
  const { lamp, relay, blind, battery, world } = device.parts
  const groups = device.endpoints.flatMap((endpoint) => [...endpoint.groups.ids])
  const charge = battery === null ? {} : { battery: battery.charge }
  const lit = device.powered
  switch (device.entry.kind) {
    case 'light':
      return lamp === null ? {} : { ...viewLamp(lamp, lit), groups, scenes: scenesOf(device) }
    case 'plug':
      return { on: lit && relay?.on === true, groups, scenes: scenesOf(device) }
    case 'blind':
      return {
        openness: 1 - (blind?.closedPercent ?? 0) / 100,
        target: { openness: 1 - (blind?.position.target ?? 0) / 100 },
        moving: blind?.moving ?? false,
        ...charge,
      }
    case 'motion':
      return { occupied: world.occupied, lux: world.lux, ...charge }
    case 'contact':
      return { closed: world.closed, ...charge }
    case 'leak':
      return { wet: !world.closed, ...charge }
    case 'climate':
      return { celsius: world.celsius, humidityPercent: world.humidityPercent, ...charge }
    case 'remote':
      return { buttons: keysOf(device), ...charge }
    case 'purifier':
    case 'other':
      return charge
  }
}

function viewLamp(lamp: Lamp, lit: boolean) {
  const target = { brightness: round((lamp.level.target - 1) / 253), ...viewColour(lamp.targetColour) }
  return {
    on: lit && lamp.on,
    brightness: round(lamp.brightness),
    ...viewColour(lamp.colour),
    lumens: lit ? round(lamp.lumens) : 0,
    fading: lamp.fading,
    target,
  }
}

function viewColour(colour: Colour) {
  if (colour.mode === 'kelvin') return { kelvin: Math.round(colour.kelvin) }
  return { xy: [round(colour.x), round(colour.y)] }
}

function scenesOf(device: SimulatedDevice): { group: number; scene: number }[] {
  return device.endpoints
    .flatMap((endpoint) => [...endpoint.servers.values()])
    .flatMap((server) => (server instanceof ScenesCluster ? server.stored : []))
    .map(({ group, scene }) => ({ group, scene }))
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000
}
