import { z } from 'zod'
import { staffRole } from './staff-role.ts'
import { storeSettings } from './store-settings.ts'

/** What only staff see of the showroom. */
export const staffState = z.strictObject({
  role: staffRole,
  store: storeSettings,
  /** Whether there is a clerk's PIN beside the manager's. */
  hasClerkPin: z.boolean(),
})
export type StaffState = z.infer<typeof staffState>

/** Everything first, then each part that changes, replaced whole. */
export const staffEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), state: staffState }),
  z.strictObject({ kind: z.literal('store'), store: storeSettings, hasClerkPin: z.boolean() }),
])
export type StaffEvent = z.infer<typeof staffEvent>
