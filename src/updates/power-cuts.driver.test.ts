import { test } from 'vitest'
import {
  survivesCuts,
  survivesShortFiles,
  survivesShortRoot,
  survivesTruncation,
} from './testing/power-cuts.ts'

// All counts are in the soak.

test.each(['server', 'stick'] as const)(
  'power goes at each write of an update from a %s, half way through it: the old or the new plays',
  (way) => survivesCuts(0.5, way),
)

test('every file cut short at some lengths: the kiosk plays, and the next look mends it', () =>
  survivesTruncation(8))

test.each(['server', 'stick'] as const)(
  'every file on a %s cut short at some lengths: the old revision plays until the new one is whole',
  (way) => survivesShortFiles(4, way),
)

test('root.json cut short at some lengths: nothing is taken, and what is here plays on', () =>
  survivesShortRoot(8))
