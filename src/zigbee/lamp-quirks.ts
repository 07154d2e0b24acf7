import type { KnownDevice } from './definition.ts'
import { type LampQuirks, quirksOf } from './quirks.ts'

export function lampQuirks({ device }: KnownDevice): LampQuirks {
  return quirksOf(device.manufacturerName, device.modelID)
}
