import { test } from 'vitest'
import { survivesCuts, survivesTruncation } from './testing/power-cuts.ts'

// All counts are in the soak.

test('power goes at each write of an update, half way through it: the old or the new plays', () =>
  survivesCuts(0.5))

test('every file cut short at some lengths: the kiosk plays, and the next look mends it', () =>
  survivesTruncation(8))
