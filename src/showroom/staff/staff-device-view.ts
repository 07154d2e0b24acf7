import type { DeviceHealth, DeviceKind, StaffDevice } from '../../contract/staff/staff-device.ts'
import type { DeviceAbilities } from '../device.ts'
import type { PlacedDevice } from '../placement.ts'

const kinds = ['light', 'plug', 'blind', 'motion', 'contact', 'remote'] as const

/** A device as staff see it. While the dongle is away nobody knows whether it has left. */
export function staffDeviceOf(device: PlacedDevice, name: string, isOnline: boolean): StaffDevice {
  const { id, description, place, battery } = device
  const abilities = description?.abilities ?? {}
  return {
    id,
    vendor: description?.vendor ?? '',
    model: description?.model ?? '',
    name,
    kind: kindOf(abilities),
    abilities: wordsOf(abilities),
    power: description?.power ?? 'mains',
    place,
    health: healthOf(device, isOnline),
    battery,
  }
}

function kindOf(abilities: DeviceAbilities): DeviceKind {
  return kinds.find((kind) => abilities[kind] !== undefined) ?? 'other'
}

function wordsOf({ light, ...others }: DeviceAbilities): StaffDevice['abilities'] {
  return [
    ...(light === undefined ? [] : (['light'] as const)),
    ...(light?.kelvin ? (['white'] as const) : []),
    ...(light?.colour === true ? (['colour'] as const) : []),
    ...kinds.filter((kind) => kind !== 'light' && others[kind] === true),
  ]
}

function healthOf({ description, reach, wasHeard }: PlacedDevice, isOnline: boolean): DeviceHealth {
  if (description === null) return isOnline ? 'gone' : 'unheard'
  if (description.power === 'battery') return wasHeard ? 'asleep' : 'unheard'
  if (reach === 'unreachable') return 'silent'
  if (reach === 'reachable') return 'answers'
  return wasHeard ? 'answers' : 'unheard'
}
