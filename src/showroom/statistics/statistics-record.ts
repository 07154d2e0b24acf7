import { z } from 'zod'
import { dwellSteps, leastTold, type StatisticsRow } from '../../contract/staff/statistics.ts'

const count = z.number().int().min(0).max(1_000_000)

/** What is counted of one scene in one hour: these numbers and nothing else. */
const cell = z.strictObject({
  touches: count,
  tries: count,
  codes: count,
  dwell: z.array(count).length(dwellSteps.length + 1),
})
export type Cell = z.infer<typeof cell>

/** "2026-11-21 14" */
const hour = z.string().regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3])$/)
const slug = '[a-z0-9-]{1,64}'
/** A scene of the content, "living-room/movie-night", or "-" before anybody had chosen one. */
const sceneKey = z.string().regex(new RegExp(`^(-|${slug}/${slug})$`))

/**
 * `statistics.json`: all that is ever written of what people do at the kiosk. Its schema is the promise: an hour, a scene
 * of head office's, and how often. No order, no pairs, no moments, nobody.
 */
export const statisticsRecord = z.strictObject({
  version: z.literal(1),
  isOn: z.boolean(),
  hours: z.record(hour, z.record(sceneKey, cell)),
})
export type StatisticsRecord = z.infer<typeof statisticsRecord>

export const noCounts = (): Cell => ({
  touches: 0,
  tries: 0,
  codes: 0,
  dwell: dwellSteps.map(() => 0).concat(0),
})

/** What may leave the record: small numbers are no numbers any more. */
export function toldRows({ hours }: StatisticsRecord): StatisticsRow[] {
  const told = (number: number) => (number < leastTold ? null : number)
  return Object.keys(hours)
    .toSorted()
    .toReversed()
    .flatMap((at) =>
      Object.entries(hours[at] ?? {})
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([scene, { touches, tries, codes, dwell }]) => ({
          hour: at,
          scene: scene === '-' ? null : scene,
          touches: told(touches),
          tries: told(tries),
          codes: told(codes),
          dwell: dwell.map(told),
        })),
    )
    .filter((row) => [row.touches, row.tries, row.codes, ...row.dwell].some((number) => number !== null))
}
