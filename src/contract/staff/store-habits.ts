import { z } from 'zod'
import { productId, roomId } from '../ids.ts'
import { languages } from '../words.ts'

/** "09:30"; "24:00" is the end of the day. */
const hour = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is an hour such as "09:30"')

/** From when until when the store is open on a day, past midnight too; null on a day on which it is closed. */
export const openingHours = z
  .strictObject({ from: hour, until: hour })
  .refine(({ from, until }) => from !== until, 'the store closes when it opens')
  .nullable()
export type OpeningHours = z.infer<typeof openingHours>

/** A day whose hours are others than those of its weekday. */
export const otherDay = z.strictObject({ date: z.iso.date(), hours: openingHours })
export type OtherDay = z.infer<typeof otherDay>

/** Where a product is fetched. */
export const productPlace = z.strictObject({
  product: productId,
  aisle: z.string().trim().min(1).max(12),
  bin: z.string().trim().min(1).max(12),
})
export type ProductPlace = z.infer<typeof productPlace>

/** How the kiosk behaves in this store, as its manager wants it. */
export const storeHabits = z.strictObject({
  /** Rooms that shoppers are not offered. */
  hiddenRooms: z.array(roomId).max(100),
  /** What shoppers may choose among, besides the store's own language. */
  languages: z.array(z.enum(languages)).min(1).max(languages.length),
  /** After how many seconds without a touch a visit seems to be over; null as SHOWROOM_IDLE_SECONDS says. */
  idleS: z.number().int().min(15).max(900).nullable(),
  /** While nobody is here lamps go from scene to scene, or the first scene stands. */
  attract: z.enum(['scenes', 'still']),
  /** While the store is closed. */
  night: z.strictObject({
    lamps: z.enum(['off', 'first-scene']),
    screen: z.enum(['room', 'dark']),
  }),
  /** A share of what the screen gives by itself. */
  brightness: z.number().min(0.3).max(1),
  /** Of what is read aloud, a share of the computer's own. */
  volume: z.number().min(0.1).max(1),
  /** Days with other hours, such as holidays. */
  otherDays: z.array(otherDay).max(60),
  /** Where products are fetched, over what the store's file says. */
  places: z.array(productPlace).max(500),
})
export type StoreHabits = z.infer<typeof storeHabits>

export const usualHabits: StoreHabits = {
  hiddenRooms: [],
  languages: [...languages],
  idleS: null,
  attract: 'scenes',
  night: { lamps: 'off', screen: 'room' },
  brightness: 1,
  volume: 1,
  otherDays: [],
  places: [],
}

/** What every screen needs to know of it. */
export const screenHabits = storeHabits.pick({
  hiddenRooms: true,
  languages: true,
  brightness: true,
  volume: true,
  night: true,
})
export type ScreenHabits = z.infer<typeof screenHabits>
