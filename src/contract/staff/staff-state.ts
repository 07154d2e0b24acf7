import { z } from 'zod'
import { restartable } from './backup.ts'
import { survey } from './network-map.ts'
import { channelMove } from './radio-channel.ts'
import { hardwareId, joining, staffDevice } from './staff-device.ts'
import { staffRole } from './staff-role.ts'
import { staffScenes } from './staff-scene.ts'
import { storeSettings } from './store-settings.ts'

/** What only staff see of the showroom. */
export const staffState = z.strictObject({
  role: staffRole,
  store: storeSettings,
  /** The stores that products are known for, by their files. */
  stores: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** Whether there is a clerk's PIN beside the manager's. */
  hasClerkPin: z.boolean(),
  devices: z.array(staffDevice),
  joining,
  scenes: staffScenes,
  survey,
  channelMove,
  /** The device that shows itself by blinking. */
  blinking: hardwareId.nullable(),
  /** What can be started anew, or ended, where this kiosk runs. */
  restarts: z.array(restartable),
})
export type StaffState = z.infer<typeof staffState>

/** Everything first, then each part that changes, replaced whole. */
export const staffEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), state: staffState }),
  z.strictObject({ kind: z.literal('store'), store: storeSettings, hasClerkPin: z.boolean() }),
  /** Devices that are new or different, and those that are no more. */
  z.strictObject({ kind: z.literal('devices'), devices: z.array(staffDevice), gone: z.array(hardwareId) }),
  z.strictObject({ kind: z.literal('joining'), joining }),
  z.strictObject({ kind: z.literal('scenes'), scenes: staffScenes }),
  z.strictObject({ kind: z.literal('survey'), survey }),
  z.strictObject({ kind: z.literal('channel-move'), channelMove }),
  z.strictObject({ kind: z.literal('blinking'), blinking: hardwareId.nullable() }),
])
export type StaffEvent = z.infer<typeof staffEvent>
