import { z } from 'zod'
import { dongleFacts } from '../dongle-facts.ts'
import { dongleStatus, notice } from '../showroom-state.ts'
import { staffDevice } from './staff-device.ts'

/** What the machine says of itself. Sizes are in bytes. */
export const machineFacts = z.strictObject({
  /** Its clock, as ISO 8601. */
  now: z.string(),
  uptimeS: z.number(),
  memory: z.strictObject({ free: z.number(), total: z.number() }),
  /** Where the kiosk keeps its data; null where that cannot be told. */
  disk: z.strictObject({ free: z.number(), total: z.number(), isReadOnly: z.boolean() }).nullable(),
  /** What this program takes. */
  ownMemory: z.number(),
  platform: z.string(),
  node: z.string(),
})
export type MachineFacts = z.infer<typeof machineFacts>

/**
 * One run of the service. `endedAt` is null for the one that goes on, and for one that nobody ended: then `broken` says
 * whether the whole machine went off with it, or the program alone ended.
 */
export const serviceRun = z.strictObject({
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  broken: z.enum(['machine', 'program']).nullable().default(null),
})
export type ServiceRun = z.infer<typeof serviceRun>

export const adviceCodes = [
  'dongle-away',
  'lamps-silent',
  'devices-gone',
  'batteries-low',
  'radio-weak',
  'line-noisy',
  'disk-read-only',
  'disk-low',
  'memory-low',
  'clock-wrong',
  'restarts-often',
] as const

/** Something that somebody should do, and how many things it is about. */
export const healthAdvice = z.strictObject({ code: z.enum(adviceCodes), count: z.number().int() })
export type HealthAdvice = z.infer<typeof healthAdvice>

/** Everything that tells how the kiosk is. No secrets, and nothing of shoppers. */
export const healthReport = z.strictObject({
  machine: machineFacts,
  /** The newest first; the first one is this one. */
  runs: z.array(serviceRun),
  dongle: dongleStatus,
  dongleFacts: dongleFacts.nullable(),
  notices: z.array(notice),
  devices: z.array(staffDevice),
  /** How well the stick hears each device that it heard, 0..255, by address. */
  signals: z.record(z.string(), z.number()),
  advice: z.array(healthAdvice),
})
export type HealthReport = z.infer<typeof healthReport>
