import { test } from 'vitest'
import {
  survivesCuts,
  survivesShortFiles,
  survivesShortRoot,
  survivesTruncation,
} from './testing/power-cuts.ts'

// All counts are in the soak.

test('power goes at each write of an update, half way through it: the old or the new plays', () =>
  survivesCuts(0.5))

test('every file cut short at some lengths: the kiosk plays, and the next look mends it', () =>
  survivesTruncation(8))

test('every file that is served cut short at some lengths: the old revision plays until the new one is whole', () =>
  survivesShortFiles(4))

test('root.json cut short at some lengths: nothing is taken, and what is here plays on', () =>
  survivesShortRoot(8))
