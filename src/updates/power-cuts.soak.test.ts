import { test } from 'vitest'
import {
  survivesCuts,
  survivesShortFiles,
  survivesShortRoot,
  survivesTruncation,
} from './testing/power-cuts.ts'

const parts = [0, 0.25, 0.5, 0.75, 1]
const ways = ['server', 'stick'] as const

test.each(ways.flatMap((way) => parts.map((part) => [way, part] as const)))(
  'power goes at each write of an update from a %s, when %d of it is done: the old or the new plays',
  (way, part) => survivesCuts(part, way),
)

test('every file cut short at every byte: the kiosk plays, and the next look mends it', () =>
  survivesTruncation(Number.POSITIVE_INFINITY))

test.each(ways)(
  'every file on a %s cut short at every byte: the old revision plays until the new one is whole',
  (way) => survivesShortFiles(Number.POSITIVE_INFINITY, way),
)

test('root.json cut short at every byte: nothing is taken, and what is here plays on', () =>
  survivesShortRoot(Number.POSITIVE_INFINITY))
