import { z } from 'zod'
import type { ButtonWord } from '../contract/button.ts'
import type { Colour } from '../contract/colour.ts'
import type { LightAbility } from '../contract/fixture-state.ts'

export const deviceId = z.string().min(1).max(64).brand<'DeviceId'>()
/** The address of a piece of hardware; of a Zigbee device its IEEE address, "0x00124b0000000001". */
export type DeviceId = z.infer<typeof deviceId>

/** What a device is good for in a showroom. A device may do several things. */
export interface DeviceAbilities {
  readonly light?: LightAbility
  readonly plug?: true
  readonly blind?: true
  readonly motion?: true
  readonly contact?: true
  readonly remote?: true
}

export interface DeviceDescription {
  readonly id: DeviceId
  readonly vendor: string
  readonly model: string
  readonly abilities: DeviceAbilities
  /** Battery devices sleep: silence says nothing about them, and they are not read back. */
  readonly power: 'mains' | 'battery'
}

/** What a device is told to do. Fields that are left out stay as they are. */
export type DeviceCommand =
  | {
      readonly kind: 'light'
      readonly device: DeviceId
      readonly on?: boolean
      /** 0..1, on the dimmer's scale. */
      readonly brightness?: number
      readonly colour?: Colour
      readonly transitionMs: number
    }
  | { readonly kind: 'plug'; readonly device: DeviceId; readonly on: boolean }
  | { readonly kind: 'blind'; readonly device: DeviceId; readonly openness: number }

/** What a device says it is. Only what it spoke of is present. */
export interface DeviceReport {
  readonly on?: boolean
  readonly brightness?: number
  readonly colour?: Colour
  readonly openness?: number
  readonly occupied?: boolean
  /** Of a contact: whether what it sits at stands open. */
  readonly open?: boolean
  /** What a hand did to a remote. */
  readonly pressed?: ButtonWord
  /** 0..1 */
  readonly battery?: number
}
