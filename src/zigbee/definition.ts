import type { Definition } from 'zigbee-herdsman-converters'
import { findByDevice } from 'zigbee-herdsman-converters'
import type { LightAbility } from '../contract/fixture-state.ts'
import { type DeviceAbilities, type DeviceDescription, deviceId } from '../showroom/device.ts'
import { kelvinOf } from './zcl-scale.ts'

/** herdsman's device, as its converters take it. */
export type HerdsmanDevice = Parameters<typeof findByDevice>[0]
export type HerdsmanEndpoint = HerdsmanDevice['endpoints'][number]

type Expose = Exclude<Definition['exposes'], (...parameters: never[]) => unknown>[number]

/** A device together with what its model is known to do. */
export interface KnownDevice {
  readonly device: HerdsmanDevice
  readonly definition: Definition
  readonly description: DeviceDescription
}

/** Looks the model up, or works out from its clusters what an unknown one can do; null while it is unclear. */
export async function knowDevice(device: HerdsmanDevice): Promise<KnownDevice | null> {
  const definition = await findByDevice(device, true)
  if (definition === undefined) return null
  const exposes =
    typeof definition.exposes === 'function' ? definition.exposes(device, {}) : definition.exposes
  return {
    device,
    definition,
    description: {
      id: deviceId.parse(device.ieeeAddr),
      vendor: definition.vendor,
      model: device.modelID ?? definition.model,
      abilities: abilitiesOf(exposes),
      power: device.powerSource === 'Battery' ? 'battery' : 'mains',
    },
  }
}

export function abilitiesOf(exposes: readonly Expose[]): DeviceAbilities {
  const light = exposes.find((expose) => expose.type === 'light')
  return {
    ...(light === undefined ? {} : { light: lightAbility(light) }),
    ...(exposes.some((expose) => expose.type === 'switch') ? { plug: true as const } : {}),
    ...(exposes.some((expose) => expose.type === 'cover') ? { blind: true as const } : {}),
    ...(exposes.some((expose) => expose.name === 'occupancy') ? { motion: true as const } : {}),
    ...(exposes.some((expose) => expose.name === 'contact') ? { contact: true as const } : {}),
    ...(exposes.some((expose) => expose.name === 'action') ? { remote: true as const } : {}),
  }
}

function lightAbility(light: Expose): LightAbility {
  const features = light.features ?? []
  const white = features.find((feature) => feature.name === 'color_temp')
  const range = rangeOf(white)
  return {
    kelvin: range === null ? null : { min: kelvinOf(range.max), max: kelvinOf(range.min) },
    colour: features.some((feature) => feature.name === 'color_xy' || feature.name === 'color_hs'),
  }
}

/** The range of a numeric feature, in mired. */
function rangeOf(feature: object | undefined): { min: number; max: number } | null {
  if (feature === undefined) return null
  const min = 'value_min' in feature && typeof feature.value_min === 'number' ? feature.value_min : 250
  const max = 'value_max' in feature && typeof feature.value_max === 'number' ? feature.value_max : 454
  return { min, max }
}

/** The endpoint that has a cluster to be commanded, if any. */
export function endpointWith(device: HerdsmanDevice, cluster: string): HerdsmanEndpoint | null {
  return device.endpoints.find((endpoint) => endpoint.supportsInputCluster(cluster)) ?? null
}
