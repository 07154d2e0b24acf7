import type { DeviceKind } from '../../src/contract/staff/staff-device.ts'
import type { IconName } from '../ui/icons.ts'

const icons: Readonly<Record<DeviceKind, IconName>> = {
  light: 'lamp',
  plug: 'plug',
  blind: 'blind',
  motion: 'motion',
  contact: 'contact',
  remote: 'remote',
  other: 'box',
}

export function deviceIcon(kind: DeviceKind): IconName {
  return icons[kind]
}
