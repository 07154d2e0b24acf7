import { z } from 'zod'

/** How long a scene stayed, in seconds: below the first, from there below the second, …, from the last on. */
export const dwellSteps = [10, 30, 120, 300] as const

/** So few people may be known by who was in the store then: staff and files get no number for less, zero included. */
export const leastTold = 5

const told = z.number().int().min(leastTold).nullable()

/** One hour of one scene. Null stands for anything below `leastTold`. */
export const statisticsRow = z.strictObject({
  /** The store's own date and hour, "2026-11-21 14". */
  hour: z.string(),
  /** "living-room/movie-night"; null before anybody had chosen one. */
  scene: z.string().nullable(),
  touches: told,
  /** How often the scene was chosen. */
  tries: told,
  /** How often its code to take home was opened. */
  codes: told,
  /** How often it stayed so long, by `dwellSteps`. */
  dwell: z.array(told).length(dwellSteps.length + 1),
})
export type StatisticsRow = z.infer<typeof statisticsRow>

export const statisticsReport = z.strictObject({
  isOn: z.boolean(),
  /** Newest first. Rows of which nothing can be told are left out. */
  rows: z.array(statisticsRow),
})
export type StatisticsReport = z.infer<typeof statisticsReport>
