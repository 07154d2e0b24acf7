import type { FixtureState } from '../../src/contract/fixture-state.ts'
import type { RoomId } from '../../src/contract/ids.ts'
import type { StaffDevice } from '../../src/contract/staff/staff-device.ts'

/** Charge below which somebody should bring a battery. */
const lowBattery = 0.15

export const healthFilters = ['all', 'care', 'unplaced'] as const
export type HealthFilter = (typeof healthFilters)[number]

export interface DeviceFilter {
  readonly search: string
  readonly room: RoomId | null
  readonly health: HealthFilter
}

/** A device and the words by which it is found. */
export interface ListedDevice {
  readonly device: StaffDevice
  /** What it is called: by staff, else as its fixture, else as its model. */
  readonly title: string
  /** Where it is, in words; empty for one that lies about. */
  readonly where: string
  readonly needsCare: boolean
}

/** Somebody should look after it: it is silent, gone, or its battery is nearly empty. */
export function needsCare({ health, battery, place }: StaffDevice): boolean {
  return (
    health === 'silent' || (health === 'gone' && place !== null) || (battery !== null && battery < lowBattery)
  )
}

/** Those that need care first, then those that lie about, then by name. */
export function listed(
  devices: readonly StaffDevice[],
  fixtureName: (place: NonNullable<StaffDevice['place']>) => string,
  whereWords: (place: NonNullable<StaffDevice['place']>) => string,
  language: string,
): ListedDevice[] {
  const collator = new Intl.Collator(language, { numeric: true })
  const rank = ({ device, needsCare: care }: ListedDevice) => (care ? 0 : device.place === null ? 1 : 2)
  return devices
    .map((device) => {
      const at = device.place === null ? '' : fixtureName(device.place)
      return {
        device,
        title: device.name || at || device.model || device.id,
        where: device.place === null ? '' : whereWords(device.place),
        needsCare: needsCare(device),
      }
    })
    .sort(
      (a, b) =>
        rank(a) - rank(b) || collator.compare(a.title, b.title) || collator.compare(a.device.id, b.device.id),
    )
}

/** Every word that was typed must be found in what the device is called, where it is, or what it says it is. */
export function filtered(
  devices: readonly ListedDevice[],
  { search, room, health }: DeviceFilter,
): ListedDevice[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return devices.filter(({ device, title, where, needsCare: care }) => {
    if (room !== null && device.place?.room !== room) return false
    if (health === 'care' && !care) return false
    if (health === 'unplaced' && device.place !== null) return false
    const text = `${title} ${where} ${device.vendor} ${device.model} ${device.id}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Whether a device can do what a fixture needs. */
export function fits(device: StaffDevice, kind: FixtureState['kind']): boolean {
  return device.abilities.includes(kind)
}
