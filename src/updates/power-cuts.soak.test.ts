import { test } from 'vitest'
import {
  survivesCuts,
  survivesShortFiles,
  survivesShortRoot,
  survivesTruncation,
} from './testing/power-cuts.ts'

test.each([0, 0.25, 0.5, 0.75, 1])(
  'power goes at each write of an update, when %d of it is done: the old or the new plays',
  (part) => survivesCuts(part),
)

test('every file cut short at every byte: the kiosk plays, and the next look mends it', () =>
  survivesTruncation(Number.POSITIVE_INFINITY))

test('every file that is served cut short at every byte: the old revision plays until the new one is whole', () =>
  survivesShortFiles(Number.POSITIVE_INFINITY))

test('root.json cut short at every byte: nothing is taken, and what is here plays on', () =>
  survivesShortRoot(Number.POSITIVE_INFINITY))
