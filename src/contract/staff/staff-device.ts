import { z } from 'zod'
import { fixtureId, roomId } from '../ids.ts'

/** The address of a piece of hardware, as the service knows it. */
export const hardwareId = z.string().min(1).max(64)

/** What a device is mostly good for. */
export const deviceKind = z.enum(['light', 'plug', 'blind', 'motion', 'contact', 'remote', 'other'])
export type DeviceKind = z.infer<typeof deviceKind>

/**
 * How a device is: `asleep` has a battery and speaks when it has something to say; `unheard` has said nothing since the
 * start; `gone` belongs to a fixture, but has left the network.
 */
export const deviceHealth = z.enum(['answers', 'silent', 'asleep', 'unheard', 'gone'])
export type DeviceHealth = z.infer<typeof deviceHealth>

export const staffDevice = z.strictObject({
  id: hardwareId,
  vendor: z.string(),
  model: z.string(),
  /** As staff call it; empty while they have not said. */
  name: z.string(),
  kind: deviceKind,
  /** All that it can do, in words of the page: "light", "white", "colour", "plug" … */
  abilities: z.array(z.enum(['light', 'white', 'colour', 'plug', 'blind', 'motion', 'contact', 'remote'])),
  power: z.enum(['mains', 'battery']),
  /** The fixture that it is at; null for one that lies about. */
  place: z.strictObject({ room: roomId, fixture: fixtureId }).nullable(),
  health: deviceHealth,
  /** Charge, 0..1; null where it has told none. */
  battery: z.number().min(0).max(1).nullable(),
})
export type StaffDevice = z.infer<typeof staffDevice>

/** How far somebody who wants in has come: `mute` does not say what it is. */
export const newcomer = z.strictObject({
  id: hardwareId,
  stage: z.enum(['found', 'asking', 'known', 'mute']),
})
export type Newcomer = z.infer<typeof newcomer>

/** Whether new devices may join, and who has come since somebody let them. */
export const joining = z.strictObject({
  /** On the showroom's clock; null when nobody may join. */
  untilMs: z.number().nullable(),
  /** Staff have ended it and the radio has not taken that yet: they may join until it does. */
  isStuck: z.boolean(),
  newcomers: z.array(newcomer),
})
export type Joining = z.infer<typeof joining>
