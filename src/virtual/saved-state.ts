import { z } from 'zod'
import { type Ieee, parseIeee } from './bytes.ts'
import type { Models } from './catalogue.ts'
import type { SimulatedDevice } from './devices/device.ts'
import type { DeviceEndpoint } from './devices/device-endpoint.ts'
import { ScenesCluster } from './devices/scenes.ts'
import type { Network } from './network.ts'
import { bindingFromHex, writeBinding } from './zdo/binding-table.ts'

const ieee = z.string().transform((text, context): Ieee => {
  const address = parseIeee(text)
  if (address !== null) return address
  context.addIssue({ code: 'custom', message: 'not an IEEE address like "0x00158d0000000101"' })
  return z.NEVER
})

const savedReporting = z.strictObject({
  cluster: z.number(),
  attribute: z.number(),
  manufacturer: z.number().nullable(),
  minSeconds: z.number(),
  maxSeconds: z.number(),
  change: z.number().nullable(),
})

const savedSetting = z.strictObject({
  cluster: z.number(),
  attribute: z.number(),
  manufacturer: z.number().nullable(),
  value: z.union([z.number(), z.string()]),
})

const savedEndpoint = z.strictObject({
  id: z.number(),
  groups: z.array(z.number()),
  scenes: z.array(
    z.strictObject({
      group: z.number(),
      scene: z.number(),
      transitionMs: z.number(),
      fields: z.array(z.tuple([z.number(), z.string()])),
    }),
  ),
  reporting: z.array(savedReporting),
  /** What was written to attributes that keep it, such as how a lamp starts up. */
  settings: z.array(savedSetting).default([]),
})

const savedDevice = z.strictObject({
  ieee,
  model: z.string(),
  powered: z.boolean(),
  /** A file of older days has no channel: the stick's, then. */
  membership: z
    .strictObject({ nwk: z.number(), networkId: z.string(), channel: z.number().optional() })
    .nullable(),
  hops: z.number().default(1),
  bindings: z.array(z.string()),
  endpoints: z.array(savedEndpoint),
  lamp: z
    .strictObject({
      on: z.boolean(),
      level: z.number(),
      mireds: z.number(),
      x: z.number(),
      y: z.number(),
      mode: z.enum(['kelvin', 'xy', 'hue']),
    })
    .nullable(),
  relay: z.boolean().nullable(),
  closedPercent: z.number().nullable(),
  battery: z.number().nullable(),
  occupied: z.boolean(),
  closed: z.boolean(),
})
export type SavedDevice = z.infer<typeof savedDevice>

/** What stick and devices keep over a power cut. */
export const savedDongle = z.strictObject({
  version: z.literal(1),
  hardwareAddress: ieee,
  /** Items of non-volatile memory: "system/item/sub" and hexadecimal bytes. */
  nv: z.record(z.string(), z.string()),
  devices: z.array(savedDevice),
})
export type SavedDongle = z.infer<typeof savedDongle>

export function saveDevices(network: Network): SavedDevice[] {
  return [...network.devices.values()].map(saveDevice)
}

function saveDevice(device: SimulatedDevice): SavedDevice {
  const { parts } = device
  return {
    ieee: device.ieee,
    model: device.entry.name,
    powered: device.powered,
    membership: device.membership === null ? null : { ...device.membership },
    hops: device.hops,
    bindings: device.bindings.entries.map((entry) => writeBinding(entry).toString('hex')),
    endpoints: device.endpoints.map((endpoint) => ({
      id: endpoint.id,
      groups: [...endpoint.groups.ids],
      scenes: scenesOf(endpoint.servers.get(0x0005)).map((scene) => ({
        ...scene,
        fields: scene.fields.map(([cluster, data]) => [cluster, data.toString('hex')] as [number, string]),
      })),
      reporting: endpoint.reporting.rules().map((rule) => ({
        cluster: rule.cluster,
        attribute: rule.attribute.id,
        manufacturer: rule.attribute.manufacturer ?? null,
        minSeconds: rule.minSeconds,
        maxSeconds: rule.maxSeconds,
        change: rule.change === null ? null : Number(rule.change),
      })),
      settings: settingsOf(endpoint),
    })),
    lamp: parts.lamp?.remember() ?? null,
    relay: parts.relay?.on ?? null,
    closedPercent: parts.blind?.closedPercent ?? null,
    battery: parts.battery?.charge ?? null,
    occupied: parts.world.occupied,
    closed: parts.world.closed,
  }
}

function settingsOf(endpoint: DeviceEndpoint): z.infer<typeof savedSetting>[] {
  return [...endpoint.servers.values()].flatMap((server) =>
    server.attributes.settings().flatMap((attribute) => {
      const value = attribute.get()
      if (typeof value !== 'number' && typeof value !== 'string') return []
      const manufacturer = attribute.manufacturer ?? null
      return [{ cluster: server.id, attribute: attribute.id, manufacturer, value }]
    }),
  )
}

function scenesOf(server: unknown): ScenesCluster['stored'] {
  return server instanceof ScenesCluster ? server.stored : []
}

/** What a memory is restored by. */
interface RestoreContext {
  readonly models: Models
  /** The stick's channel: a memory of older days names none. */
  readonly channel: number
}

/** Puts devices back as they were. Those of models that nobody knows any more are left out. */
export function restoreDevices(
  network: Network,
  saved: readonly SavedDevice[],
  { models, channel }: RestoreContext,
): void {
  for (const memory of saved) {
    const entry = models.find(memory.model)
    if (entry !== null) restoreDevice(network.add(entry, memory.ieee), memory, channel)
  }
}

function restoreDevice(device: SimulatedDevice, memory: SavedDevice, channel: number): void {
  const { parts } = device
  device.powered = memory.powered
  device.membership =
    memory.membership === null
      ? null
      : { ...memory.membership, channel: memory.membership.channel ?? channel }
  device.hops = memory.hops
  device.bindings.entries = memory.bindings.flatMap((hex) => bindingFromHex(hex) ?? [])
  if (memory.lamp !== null) parts.lamp?.restore(memory.lamp)
  if (memory.relay !== null) parts.relay?.setOn(memory.relay)
  if (memory.closedPercent !== null) parts.blind?.placeAt(memory.closedPercent)
  if (memory.battery !== null && parts.battery !== null) parts.battery.charge = memory.battery
  parts.world.occupied = memory.occupied
  parts.world.closed = memory.closed
  for (const saved of memory.endpoints) {
    const endpoint = device.endpoint(saved.id)
    if (endpoint === null) continue
    for (const group of saved.groups) endpoint.groups.add(group)
    const scenes = endpoint.servers.get(0x0005)
    if (scenes instanceof ScenesCluster) {
      scenes.stored = saved.scenes.map((scene) => ({
        ...scene,
        fields: scene.fields.map(([cluster, hex]) => [cluster, Buffer.from(hex, 'hex')] as const),
      }))
    }
    for (const { cluster, attribute, manufacturer, value } of saved.settings) {
      const kept = endpoint.servers.get(cluster)?.attributes.find(attribute, manufacturer)
      if (kept?.restore !== undefined) kept.restore(value)
      else kept?.set?.(value)
    }
    for (const rule of saved.reporting) {
      const attribute = endpoint.servers.get(rule.cluster)?.attributes.find(rule.attribute, rule.manufacturer)
      if (attribute) endpoint.reporting.configure({ ...rule, attribute })
    }
  }
}
