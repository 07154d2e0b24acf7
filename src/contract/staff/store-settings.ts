import { z } from 'zod'
import { languages } from '../words.ts'
import { openingHours, storeHabits, usualHabits } from './store-habits.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** What staff say of their store and its screen. */
export const storeSettings = z.strictObject({
  /** As the store is called; shown to staff only. */
  name: z.string().trim().max(80),
  /** What the screen speaks until a shopper chooses. */
  language: z.enum(languages),
  screen: z.strictObject({
    /** Its diagonal. */
    inches: z.number().min(7).max(100),
    /** From the floor to its lower edge. */
    lowerEdgeCm: z.number().min(0).max(250),
  }),
  /** Null while nobody said: then the store counts as always open. */
  hours: z.record(z.enum(weekdays), openingHours).nullable(),
  /** Which of `products/stores` this is, for prices, shelves and playlists; null while nobody said. */
  store: z.string().min(1).max(64).nullable(),
  /** IANA name of the time zone, such as "Europe/Stockholm"; null for the machine's own. */
  timeZone: z.string().max(64).refine(isTimeZone, 'is a time zone, such as Europe/Stockholm').nullable(),
  /** Where the store stands, in degrees north and east, for its sun; null for the main city of its time zone. */
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable(),
  habits: storeHabits,
})
export type StoreSettings = z.infer<typeof storeSettings>

export const usualStore: StoreSettings = {
  name: '',
  language: 'en',
  screen: { inches: 21.5, lowerEdgeCm: 70 },
  hours: null,
  store: null,
  timeZone: null,
  position: null,
  habits: usualHabits,
}

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
