import type { Fz } from 'zigbee-herdsman-converters/lib/types'
import type { DeviceReport } from '../showroom/device.ts'
import { buttonWordOf } from './button-action.ts'
import type { KnownDevice } from './definition.ts'
import { brightnessOf, colourOf } from './zcl-scale.ts'

/** A message of a device, as herdsman hands it on. */
export interface DeviceMessage {
  readonly type: string
  readonly cluster: string | number
  readonly endpoint: KnownDevice['device']['endpoints'][number]
  readonly data: unknown
  readonly groupID: number
  readonly meta: object
}

/**
 * What a message says of the device's state, or null when it says nothing of interest. Lamps and plugs are read
 * by the standard's attributes; what sensors, remotes and blinds mean, the model's converters know. `later` hears what
 * follows by itself: some motion sensors never say that nobody is there any more.
 */
export async function reportOf(
  known: KnownDevice,
  message: DeviceMessage,
  later: (report: DeviceReport) => void = () => {},
): Promise<DeviceReport | null> {
  const { light, plug } = known.description.abilities
  const isState = message.type === 'attributeReport' || message.type === 'readResponse'
  if ((light !== undefined || plug === true) && isState && isRecord(message.data)) {
    const report = attributesReport(message.cluster, message.data, message.endpoint)
    if (report !== null) return report
  }
  return convertedReport(known, message, later)
}

function attributesReport(
  cluster: string | number,
  data: Readonly<Record<string, unknown>>,
  endpoint: DeviceMessage['endpoint'],
): DeviceReport | null {
  if (cluster === 'genOnOff' && typeof data.onOff === 'number') return { on: data.onOff !== 0 }
  if (cluster === 'genLevelCtrl' && typeof data.currentLevel === 'number') {
    return { brightness: brightnessOf(data.currentLevel) }
  }
  if (cluster === 'lightingColorCtrl') {
    // A report carries what changed; the rest is what herdsman remembers of the endpoint.
    const names = ['colorMode', 'colorTemperature', 'currentX', 'currentY']
    const remembered = names.map((name) => [name, endpoint.getClusterAttributeValue(cluster, name)] as const)
    const colour = colourOf({ ...Object.fromEntries(remembered), ...data })
    return colour === null ? null : { colour }
  }
  return null
}

async function convertedReport(
  known: KnownDevice,
  message: DeviceMessage,
  later: (report: DeviceReport) => void,
): Promise<DeviceReport | null> {
  const { definition, device } = known
  const converters = definition.fromZigbee.filter((converter) => {
    const types: readonly unknown[] = Array.isArray(converter.type) ? converter.type : [converter.type]
    return converter.cluster === message.cluster && types.includes(message.type)
  })
  let said: Record<string, unknown> = {}
  const context = { device, state: {}, deviceExposesChanged: () => {} }
  for (const converter of converters) {
    // The message's shape follows from cluster and type, which the filter above has matched.
    const input = { ...message, device } as unknown as Fz.Message<string>
    const publish = (more: unknown) => {
      const report = isRecord(more) ? saidReport(more) : null
      if (report !== null) later(report)
    }
    const result = await converter.convert(definition, input, publish, {}, context)
    if (isRecord(result)) said = { ...said, ...result }
  }
  return saidReport(said)
}

/** The converters' vocabulary in ours. */
export function saidReport(said: Readonly<Record<string, unknown>>): DeviceReport | null {
  const { occupancy, contact, action, position, battery } = said
  const pressed = typeof action === 'string' ? buttonWordOf(action) : null
  const report: DeviceReport = {
    ...(typeof occupancy === 'boolean' ? { occupied: occupancy } : {}),
    ...(typeof contact === 'boolean' ? { open: !contact } : {}),
    ...(pressed === null ? {} : { pressed }),
    ...(typeof position === 'number' ? { openness: Math.min(1, Math.max(0, position / 100)) } : {}),
    ...(typeof battery === 'number' ? { battery: Math.min(1, Math.max(0, battery / 100)) } : {}),
  }
  return Object.keys(report).length === 0 ? null : report
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value)
}
